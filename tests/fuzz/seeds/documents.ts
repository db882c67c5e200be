/** Valid documents of every format that is read: made by the program where it writes the format, else by hand. */
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../src/main/core/export/layout.ts';
import { renderOfd } from '../../../src/main/core/export/ofd/document-ofd.ts';
import { composeDocument } from '../../../src/main/core/export/pages/compose-document.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import { figureBook, figureChapters } from '../../unit/main/core/export/figure-report.ts';
import { resolvedChapters, trialBook, trialContent } from '../../unit/main/core/export/trial-report.ts';
import { docOf } from '../../unit/main/core/import/doc/doc-fixture.ts';
import {
  cell,
  docxOf,
  level,
  listed,
  paragraph,
  run,
  table,
} from '../../unit/main/core/import/docx/docx-fixture.ts';
import { ofdOf, placed } from '../../unit/main/core/import/ofd/ofd-fixture.ts';
import { pdfOf, typeset } from '../../unit/main/core/import/pdf/pdf-fixture.ts';
import { repacked } from '../mutate/zip.ts';

const format = nationalStandardProfile;

const sentences = [
  '松岭镇人民政府关于2023年度法治政府建设情况的报告',
  '临川县人民政府：',
  '一、主要工作',
  '（一）化解矛盾纠纷。全年排查矛盾纠纷156件，化解148件，化解率94.9%，同比增长12.5%。',
  '干部轮流到村里坐班，听取群众意见，把能办的事情当场办结，把不能办的原因讲明白。',
  '二、存在的问题',
  '有的干部程序意识不强，个别制度还停在纸上。',
  '松岭镇人民政府',
  '2024年1月15日',
];

/** An exported report with places of numbers, table and charts. */
export async function exportedReport(): Promise<Uint8Array> {
  const content = trialContent(figureChapters());
  return renderDocx(layOutReport(content, figureBook(), { mode: 'draft', look: 'formal', format }), format);
}

/** A Word document with what people put into one: lists, tables, notes, recorded changes, text boxes, fields. */
function richDocument(): Uint8Array {
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num>';
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="1"/></w:style>';
  const body = [
    paragraph(sentences[0] ?? '', '<w:jc w:val="center"/>'),
    paragraph(sentences[1] ?? ''),
    listed('主要工作', 1),
    listed('化解矛盾', 1, 1),
    paragraph(
      run('共') +
        `<w:del w:author="王"><w:r><w:delText>58件</w:delText></w:r></w:del><w:ins w:author="王">${run('60件')}</w:ins>` +
        run('。'),
    ),
    paragraph(
      `${run('见注')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>`,
    ),
    table(
      [cell('指标', '<w:gridSpan w:val="2"/>'), cell('数')],
      [cell('排查', '<w:vMerge w:val="restart"/>'), cell('件'), cell('156')],
      [cell('', '<w:vMerge/>'), cell('次'), cell('12')],
    ),
    `<w:sdt><w:sdtPr><w:tag w:val="number:a"/></w:sdtPr><w:sdtContent>${paragraph('控件里的字')}</w:sdtContent></w:sdt>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    paragraph(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    '<w:commentRangeStart w:id="1"/>',
    paragraph('有批注的一段'),
    '<w:commentRangeEnd w:id="1"/>',
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>',
  ];
  return docxOf(body.join(''), {
    numbering,
    styles,
    footnotes: `<w:footnote w:id="2">${paragraph('注里的字')}</w:footnote>`,
    comments: `<w:comment w:id="1" w:author="王" w:date="2025-01-06T01:00:00Z">${paragraph('请核对')}</w:comment>`,
    header: paragraph('页眉'),
    footer: paragraph('— 1 —'),
  });
}

export async function docxSeeds(): Promise<Uint8Array[]> {
  const plain = docxOf(sentences.map((text) => paragraph(text)).join(''));
  return [richDocument(), plain, await exportedReport()].map(repacked);
}

export function docSeeds(): Uint8Array[] {
  const text = `${sentences.join('\r')}\r`;
  const cells = '指标\x07数\x07\x07排查\x07156\x07\x07';
  return [
    docOf({ pieces: [{ text }] }),
    docOf({
      pieces: [
        { text: text.slice(0, 40) },
        { text: 'narrow text, 156.', narrow: true },
        { text: text.slice(40) },
      ],
    }),
    docOf({ pieces: [{ text: `${text}${cells}\x13 PAGE \x141\x15\r` }] }),
  ].map((bytes) => new Uint8Array(bytes));
}

export function pdfSeeds(): Uint8Array[] {
  const page = typeset(sentences);
  return [
    pdfOf([page]),
    pdfOf([page, page], { comment: '请核对', picture: true }),
    pdfOf([[{ text: '草稿', x: 200, y: 400, size: 60, turned: 45 }, ...page]]),
  ];
}

export async function ofdSeeds(): Promise<Uint8Array[]> {
  const layout = layOutReport(trialContent(figureChapters()), figureBook(), {
    mode: 'draft',
    look: 'formal',
    format,
  });
  const lines = sentences.map((text, index) => placed(text, 28, 40 + index * 10)).join('');
  return [
    ofdOf([lines, lines], { template: placed('页眉', 90, 10), annotation: placed('请核对', 30, 250) }),
    renderOfd(await composeDocument(layout, format), format, '2025-02-05'),
  ].map(repacked);
}

/** A small one of only text, for what is made many times. */
export async function plainReport(): Promise<Uint8Array> {
  return renderDocx(
    layOutReport(trialContent(resolvedChapters), trialBook(), { mode: 'draft', look: 'plain', format }),
    format,
  );
}

export function pageSeeds(): Uint8Array[] {
  const paragraphs = sentences.map((text) => `<p style="text-indent:2em">${text}</p>`).join('\n');
  const grid =
    '<table border="1"><tr><th colspan="2">指标</th><th>数</th></tr><tr><td rowspan="2">排查</td><td>件</td><td>156</td></tr><tr><td>次</td><td>12</td></tr></table>';
  const pages = [
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告</title><style>p{margin:0}</style></head><body><nav><a href="/">首页</a></nav><div class="main"><h1>${sentences[0]}</h1>${paragraphs}${grid}</div><div style="display:none">看不见</div><footer>版权所有</footer><script>var a=1;</script></body></html>`,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><div class=WordSection1><p class=MsoNormal align=center><b>${sentences[0]}</b><o:p></o:p></p><pre>一行\n  又一行</pre><ul><li>甲<li>乙<ol><li>丙</ol></ul>${grid}<img src="data:image/png;base64,iVBORw0KGgo="></div></body></html>`,
  ];
  return pages.map((page) => new TextEncoder().encode(page));
}
