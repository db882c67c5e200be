import { Workbook } from '@cj-tech-master/excelts';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { checkExport, readDocxText } from '../../../../../src/main/core/export/read-back.ts';
import { readStoredDocument } from '../../../../../src/main/core/export/stored-document.ts';
import { tableColumns } from '../../../../../src/main/core/export/table-columns.ts';
import { nationalStandardProfile, textAreaWidth } from '../../../../../src/shared/domain/format-profile.ts';
import { columns, figureBook, figureChapters, figureParagraph, table } from './figure-report.ts';
import { body, chapter, trialContent } from './trial-report.ts';

const layout = layOutReport(trialContent(figureChapters()), figureBook(), { mode: 'formal' });
const bytes = await renderDocx(layout, nationalStandardProfile);
const part = (path: string, file = bytes) => strFromU8(unzipSync(file)[path] ?? new Uint8Array());

describe('a table in the .docx', () => {
  const document = part('word/document.xml');
  const written = document.slice(document.indexOf('<w:tbl>'), document.indexOf('</w:tbl>'));

  it('holds what the tables hold, cell by cell, between its caption and its note', () => {
    const texts = readDocxText(bytes);
    const start = texts.indexOf('表1　矛盾纠纷化解情况');
    expect(texts.slice(start, start + 8)).toEqual([
      '表1　矛盾纠纷化解情况',
      '指标\t单位\t2021年\t2022年\t2023年\t2024年',
      '排查矛盾 & 纠纷\t件\t61\t57\t50\t58',
      '化解矛盾纠纷\t件\t58\t54\t48\t56',
      '矛盾纠纷化解率\t%\t95.1\t94.7\t96.0\t96.6',
      '人民调解员以案定补经费支出\t万元\t\t\t—\t3.50',
      '热线办件\t件\t120\t0\t131\t140',
      '注：“—”表示不适用；空格表示当年未统计。',
    ]);
  });

  it('is as wide as the text area in all, in its columns and in its cells, as WPS needs', () => {
    const grid = [...written.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(grid).toHaveLength(6);
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(textAreaWidth(nationalStandardProfile));
    expect(written).toContain(`<w:tblW w:type="dxa" w:w="${textAreaWidth(nationalStandardProfile)}"/>`);
    const cells = [...written.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(cells).toEqual(Array.from({ length: 6 }, () => grid).flat());
  });

  it('repeats its header, splits no row, and rows and their rules are lines of the grid', () => {
    const rows = written.split('<w:tr>').slice(1);
    expect(rows.map((row) => row.includes('<w:tblHeader'))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    for (const row of rows) {
      expect(row).toContain('<w:cantSplit');
      expect(row).toContain('<w:trHeight w:val="569" w:hRule="atLeast"/>');
    }
  });

  it('ends with a paragraph where it is the last of the document', async () => {
    const last = [
      chapter('a', '一', { body: body(figureParagraph({ ...table, years: 2, indicatorIds: ['settled'] })) }),
    ];
    const alone = layOutReport(trialContent(last, { signature: '', issuedOn: null }), figureBook(), {
      mode: 'formal',
    });
    const file = await renderDocx(alone, nationalStandardProfile);
    expect(part('word/document.xml', file)).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr/);
    expect(checkExport(file, alone)).toEqual({ checked: 2, unequal: 0, unequalParagraphs: 0 });
  });

  it('marks in a draft what is missing or carried over, and says in words what a chart lacks', async () => {
    const book = figureBook({ screened: ['61', '57', '50', null] }, { 'hotline 2024': 'carried' });
    const draft = await renderDocx(
      layOutReport(trialContent(figureChapters()), book, { mode: 'draft' }),
      nationalStandardProfile,
    );
    const xml = part('word/document.xml', draft);
    const highlighted = (xml.match(/<w:r>.*?<\/w:r>/g) ?? []).filter((run) => run.includes('w:highlight'));
    expect(highlighted.map((run) => run.replace(/<[^>]+>/g, ''))).toEqual([
      '【缺】',
      '140',
      '【缺：排查矛盾 &amp; 纠纷2024年】',
      '【缺：排查矛盾 &amp; 纠纷2024年】',
    ]);
  });
});

describe('tableColumns', () => {
  const header = (years: number) => [
    '指标',
    '单位',
    ...Array.from({ length: years }, (_, year) => `${2014 + year}`),
  ];
  const row = (name: string, text: string, years: number) => [
    name,
    '件',
    ...Array.from({ length: years }, () => text),
  ];

  it.each([
    ['few years', 2, '58', 24],
    ['six years', 6, '12345', 24],
    ['eleven years', 11, '123', 24],
    ['eleven years of larger numbers', 11, '12345', 18],
    ['eleven years of long numbers', 11, '1234567', 15],
    ['more than a page can hold', 11, '1234567890123', 15],
  ])('%s: as large as fits, exactly as wide as the text', (_what, years, text, size) => {
    const rows = [header(years), row('人民调解员以案定补经费支出', text, years)];
    const columnsOf = tableColumns(rows, nationalStandardProfile);
    expect(columnsOf.size).toBe(size);
    expect(columnsOf.widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(Math.min(...columnsOf.widths)).toBeGreaterThan(0);
  });
});

describe('a chart in the .docx', () => {
  it('is a part of its own that the document, the package and the workbook know', () => {
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'word/charts/chart1.xml',
        'word/charts/chart2.xml',
        'word/embeddings/chart1.xlsx',
        'word/charts/_rels/chart1.xml.rels',
      ]),
    );
    const types = part('[Content_Types].xml');
    expect(types).toContain(
      '<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>',
    );
    expect(types).toContain('Extension="xlsx"');
    expect(part('word/document.xml')).toContain('r:id="rIdChart2"');
    expect(part('word/_rels/document.xml.rels')).toContain('Id="rIdChart2"');
    expect(part('word/charts/chart1.xml')).toContain('<c:externalData r:id="rId1">');
  });

  it('has well-formed XML in every part', () => {
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const errors: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', ({ message }) => errors.push(message));
      parser.write(strFromU8(content)).close();
      expect({ name, errors }).toEqual({ name, errors: [] });
    }
  });

  it('holds its numbers in the caches, gaps as gaps, with a caption below', () => {
    const charts = readStoredDocument(bytes).flatMap((block) =>
      block.kind === 'chart' ? [block.series] : [],
    );
    const told = charts.map((series) =>
      series.map(({ title, categories, values }) => [
        title,
        ...categories.map((_, place) => values.get(place)),
      ]),
    );
    expect(told).toEqual([
      [['排查矛盾 & 纠纷', '61', '57', '50', '58']],
      [
        ['排查矛盾 & 纠纷（件）', '61', '57', '50', '58'],
        ['化解矛盾纠纷（件）', '58', '54', '48', '56'],
        ['矛盾纠纷化解率（%）', '95.1', '94.7', '96.0', '96.6'],
      ],
    ]);
    expect(readDocxText(bytes)).toEqual(
      expect.arrayContaining([
        '图1　排查矛盾纠纷数量',
        '图2　化解数量与化解率',
        '注：空缺处当年无数据或不适用；“人民调解员以案定补经费支出”单位不同，未画入图中。',
      ]),
    );
  });

  it('shows this year of one indicator in 公文红, and a second unit as a line on an axis of its own', () => {
    expect(part('word/charts/chart1.xml')).toMatch(/<c:dPt><c:idx val="3"\/>.*?B3312A.*?<\/c:dPt>/);
    const combined = part('word/charts/chart2.xml');
    expect(combined).not.toContain('<c:dPt>');
    expect(combined.match(/<c:(bar|line)Chart>/g)).toEqual(['<c:barChart>', '<c:lineChart>']);
    expect(combined.match(/<c:valAx>/g)).toHaveLength(2);
    expect(combined).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('puts the numbers of neighbouring lines on different sides', async () => {
    const close = { ...columns, form: 'line' as const, indicatorIds: ['screened', 'settled'] };
    const near = layOutReport(trialContent(figureChapters([close])), figureBook(), { mode: 'formal' });
    const chart = part('word/charts/chart1.xml', await renderDocx(near, nationalStandardProfile));
    const sides = [...chart.matchAll(/<c:dLbl><c:idx val="(\d)"\/>.*?<c:dLblPos val="(\w)"\/>/g)];
    expect(sides.map(([, year, side]) => [year, side])).toEqual([
      ['0', 'b'],
      ['1', 'b'],
      ['2', 'b'],
      ['3', 'b'],
    ]);
  });

  it('brings the workbook that «编辑数据» opens', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(unzipSync(bytes)['word/embeddings/chart2.xlsx'] ?? new Uint8Array());
    const sheet = workbook.getWorksheet('Sheet1');
    expect(sheet?.getCell('D1').value).toBe('矛盾纠纷化解率（%）');
    expect(sheet?.getCell('A5').value).toBe('2024年');
    expect(sheet?.getCell('D5').value).toBe(96.6);
  });

  it('is not drawn where nothing can be, and says so', async () => {
    const nothing = { ...columns, indicatorIds: ['gone'] };
    const empty = layOutReport(trialContent(figureChapters([nothing])), figureBook(), { mode: 'draft' });
    const file = await renderDocx(empty, nationalStandardProfile);
    expect(Object.keys(unzipSync(file)).filter((name) => name.startsWith('word/charts'))).toEqual([]);
    expect(readDocxText(file)).toContain('【缺：【指标已不存在】2023年、【指标已不存在】2024年】');
  });
});
