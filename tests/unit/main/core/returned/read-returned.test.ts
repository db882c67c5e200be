import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readReturned } from '../../../../../src/main/core/returned/read-returned.ts';
import { docxOf, paragraph, run } from '../import/docx/docx-fixture.ts';
import { read } from './returned-fixture.ts';

const sdt = (tag: string, content: string, properties = '') =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const inserted = (content: string, author = '王县长') => `<w:ins w:author="${author}">${content}</w:ins>`;
const deleted = (text: string, author = '王县长') =>
  `<w:del w:author="${author}"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

function runsOf(body: string) {
  const [block] = read(docxOf(body)).blocks;
  return block?.kind === 'paragraph' ? block.runs.map(({ text, tag }) => [text, tag]) : [];
}

describe('readReturned', () => {
  test('a control split over runs is one stretch; around it the text is plain', () => {
    expect(runsOf(paragraph(run('共') + sdt('number:a', run('5') + run('8件')) + run('。')))).toEqual([
      ['共', null],
      ['58件', 'number:a'],
      ['。', null],
    ]);
  });

  test('of nested controls the program’s own counts, whichever is the inner one', () => {
    expect(runsOf(paragraph(sdt('number:a', sdt('别的', run('58件')))))).toEqual([['58件', 'number:a']]);
    expect(runsOf(paragraph(sdt('别的', sdt('number:a', run('58件')))))).toEqual([['58件', 'number:a']]);
  });

  test('an emptied control is empty, also where Word shows its invitation to type', () => {
    expect(runsOf(paragraph(run('共') + sdt('number:a', '')))).toEqual([
      ['共', null],
      ['', 'number:a'],
    ]);
    expect(runsOf(paragraph(sdt('number:a', run('单击此处输入文字。'), '<w:showingPlcHdr/>')))).toEqual([
      ['', 'number:a'],
    ]);
  });

  test('a control that went with a copy stands twice; one without its tag is text, in its bookmark', () => {
    expect(runsOf(paragraph(sdt('number:a', run('58件')) + sdt('number:a', run('58件'))))).toEqual([
      ['58件', 'number:a'],
      ['58件', 'number:a'],
    ]);
    const bookmarked = `<w:bookmarkStart w:id="3" w:name="_xbq1"/><w:sdt><w:sdtPr/><w:sdtContent>${run('58件')}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="3"/>`;
    expect(runsOf(paragraph(run('共') + bookmarked + run('。')))).toEqual([
      ['共', null],
      ['58件', '_xbq1'],
      ['。', null],
    ]);
  });

  test('recorded changes are taken as they were meant, and told with their authors', () => {
    const body = paragraph(run('共') + deleted('58件') + inserted(run('60件')) + run('。'));
    expect(read(docxOf(body)).blocks).toEqual([
      {
        kind: 'paragraph',
        heading: false,
        runs: [{ text: '共60件。', tag: null }],
        revisions: [
          { kind: 'deleted', author: '王县长', text: '58件' },
          { kind: 'inserted', author: '王县长', text: '60件' },
        ],
        comments: [],
      },
    ]);
  });

  test('a change recorded inside a control leaves it standing', () => {
    expect(runsOf(paragraph(sdt('number:a', deleted('58件') + inserted(run('60件')))))).toEqual([
      ['60件', 'number:a'],
    ]);
  });

  test('a paragraph whose end was deleted goes on in the next', () => {
    const joined = paragraph(run('一。'), '<w:rPr><w:del w:author="王"/></w:rPr>') + paragraph(run('二。'));
    expect(read(docxOf(joined)).blocks).toMatchObject([{ runs: [{ text: '一。二。' }] }]);
  });

  test('comments come with author, words and what they hang on', () => {
    const body = paragraph(
      `${run('成效')}<w:commentRangeStart w:id="0"/>${run('明显')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    );
    const comments = `<w:comment w:id="0" w:author="李主任" w:date="2025-01-06T09:00:00Z">${paragraph('请举例')}</w:comment>`;
    const document = read(docxOf(body, { comments }));
    expect(document.comments).toEqual([
      { id: '0', author: '李主任', date: '2025-01-06T09:00:00Z', text: '请举例', quote: '明显' },
    ]);
    expect(document.blocks).toMatchObject([{ comments: ['0'] }]);
  });

  test('tables cell by cell, with controls around a run or a whole cell', () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(
      cell(paragraph('排查')),
      cell(paragraph(sdt('cell:f:i:2024', run('58')))),
      sdt('cell:f:i:2023', cell(paragraph('46'))),
    )}</w:tbl>`;
    const [table] = read(docxOf(body)).blocks;
    expect(table?.kind === 'table' && table.rows.map((cells) => cells.map(({ runs }) => runs))).toEqual([
      [
        [{ text: '排查', tag: null }],
        [{ text: '58', tag: 'cell:f:i:2024' }],
        [{ text: '46', tag: 'cell:f:i:2023' }],
      ],
    ]);
  });

  test('what stands beside the paragraphs is told', () => {
    const body = paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="1"/></w:r>`);
    const footnotes = `<w:footnote w:id="1">${paragraph('出处待补')}</w:footnote>`;
    expect(read(docxOf(body, { footnotes })).asides).toEqual([{ kind: 'note', text: '出处待补' }]);
  });
});

describe('hostile files', () => {
  const codeOf = (bytes: Uint8Array) => {
    const outcome = readReturned('改.docx', bytes);
    return outcome.ok ? null : outcome.error.code;
  };
  test.each([
    ['plain text', strToU8('不是文档'), 'returned.notDocx'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'returned.notDocx'],
    ['a part that is no XML', zipSync({ 'word/document.xml': strToU8('<w:document') }), 'import.damaged'],
    [
      'a part that swells',
      zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 }),
      'import.tooLarge',
    ],
    ['more text than any report has', docxOf(paragraph('长'.repeat(1_100_000))), 'import.tooLarge'],
    ['more paragraphs than any report has', docxOf(paragraph('一').repeat(5100)), 'import.tooLarge'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('ten megabytes of runs without text are read through', () => {
    const mark = (index: number) => ((index * 2_654_435_761) >>> 0).toString(16);
    const empty = Array.from(
      { length: 220_000 },
      (_, index) => `<w:r w:rsidR="${mark(index)}"><w:rPr><w:b/></w:rPr></w:r>`,
    );
    expect(read(docxOf(`<w:p>${empty.join('')}${run('一句话。')}</w:p>`)).blocks).toMatchObject([
      { runs: [{ text: '一句话。' }] },
    ]);
  });
});
