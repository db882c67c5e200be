import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountedText, bagOfCharacters } from '../accounting.ts';
import { headingLines, parseBytes, textsOf } from '../parse.ts';
import { cell, docxOf, paragraph, run, table } from './docx-fixture.ts';

const parse = (body: string, parts: Record<string, string> = {}) => parseBytes('a.docx', docxOf(body, parts));
const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;

describe('text of a .docx', () => {
  it('keeps insertions and lists them, lists deletions and moved-away text', () => {
    const parsed = parse(
      paragraph(
        `${run('培训8场，')}<w:ins>${run('新增2场，')}</w:ins><w:del><w:r><w:delText>原为6场，</w:delText></w:r></w:del><w:moveFrom>${run('移走')}</w:moveFrom>${run('完成。')}`,
      ),
    );
    expect(textsOf(parsed, 'body')).toEqual(['培训8场，新增2场，完成。']);
    expect(parsed.dropped).toEqual([
      { text: '原为6场，', reason: 'deletedRevision' },
      { text: '移走', reason: 'deletedRevision' },
    ]);
    expect(parsed.warnings).toContainEqual({
      code: 'insertionsKept',
      message: 'Tracked insertions kept as text (1): «新增2场，»',
    });
  });

  it('lists as kept only what of an insertion was not deleted again', () => {
    const parsed = parse(
      paragraph(
        `${run('培训8场，')}<w:ins>${run('新增2场。')}<w:del><w:r><w:delText>共10场。</w:delText></w:r></w:del></w:ins>`,
      ),
    );
    expect(textsOf(parsed, 'body')).toEqual(['培训8场，新增2场。']);
    expect(parsed.dropped).toEqual([{ text: '共10场。', reason: 'deletedRevision' }]);
    expect(parsed.warnings).toContainEqual({
      code: 'insertionsKept',
      message: 'Tracked insertions kept as text (1): «新增2场。»',
    });
  });

  it('keeps text in elements that stand within text', () => {
    const parsed = parse(paragraph(`<w:r><w:t>一段，${run('又一段')}<w:t>，再一段</w:t>。</w:t></w:r>`));
    expect(textsOf(parsed, 'body')).toEqual(['一段，又一段，再一段。']);
  });

  it('keeps text that stands in no paragraph', () => {
    const parsed = parse(
      `${paragraph('一段。')}${run('段外一句。')}<w:t>又一句。</w:t><w:sdt><w:sdtContent>${run('控件里一句。')}</w:sdtContent></w:sdt>${table([`<w:tc>${run('格里一句。')}</w:tc>`])}`,
    );
    expect(textsOf(parsed, 'body')).toEqual([
      '一段。',
      '段外一句。',
      '又一句。',
      '控件里一句。',
      '格里一句。',
    ]);
  });

  it('goes on in the next paragraph where a paragraph end was deleted', () => {
    const parsed = parse(paragraph('前半，', '<w:rPr><w:del/></w:rPr>') + paragraph('后半。'));
    expect(textsOf(parsed, 'body')).toEqual(['前半，后半。']);
    expect(textsOf(parse(paragraph('只有前半。', '<w:rPr><w:del/></w:rPr>')), 'body')).toEqual([
      '只有前半。',
    ]);
  });

  it('reads fields, links, content controls, breaks, hyphens and symbols', () => {
    const parsed = parse(
      `<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>${paragraph(
        `<w:hyperlink>${run('链接')}</w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:fldSimple>${run('12')}</w:fldSimple><w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:sdt><w:sdtContent>${run('控件。')}</w:sdtContent></w:sdt>`,
      )}</w:sdtContent></w:sdt>${paragraph('<w:r><w:t>第一行。</w:t><w:br/><w:t>第二行。</w:t></w:r>')}`,
    );
    expect(textsOf(parsed, 'body')).toEqual(['链接12-☑控件。', '第一行。', '第二行。']);
  });

  it('reads a text box once and tells of pictures', () => {
    const body = paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框中文字。')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框中文字。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r>${run('正文。')}`,
    );
    const parsed = parse(body);
    expect(textsOf(parsed, 'body')).toEqual(['框中文字。', '正文。']);
    expect(parsed.warnings.map(({ code }) => code)).toContain('pictureLeftOut');
  });

  it('puts notes behind their paragraph and lists headers, footers, comments, hidden text', () => {
    const parsed = parse(
      paragraph(`${run('完成率95%。')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        paragraph(`${run('后文。')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>`),
      {
        footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('统计到12月。')}</w:footnote><w:footnote w:id="3">${paragraph('无人引用。')}</w:footnote>`,
        header: paragraph('内部资料'),
        footer: paragraph('— 1 —'),
        comments: `<w:comment w:id="1">${paragraph('请核对')}</w:comment>`,
      },
    );
    expect(parsed.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['body', '完成率95%。'],
      ['note', '统计到12月。'],
      ['body', '后文。'],
      ['note', '无人引用。'],
    ]);
    expect(parsed.dropped).toEqual([
      { text: '内部资料', reason: 'header' },
      { text: '隐藏', reason: 'markup' },
      { text: '— 1 —', reason: 'footer' },
      { text: '请核对', reason: 'comment' },
    ]);
  });

  it('takes heading styles as headings, moved up below a title', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 3"/></w:style>',
    ].join('');
    const styled = (text: string, id: string) => paragraph(text, `<w:pStyle w:val="${id}"/>`);
    const parsed = parse(
      `${styled('柳林镇二〇二三年法治建设', 'T') + styled('主要工作', '2')}${styled('宣传', '3')}${paragraph('发放资料。')}${paragraph('其他', '<w:outlineLvl w:val="1"/>')}`,
      { styles },
    );
    expect(parsed.title).toBe('柳林镇二〇二三年法治建设');
    expect(parsed.year).toBe(2023);
    expect(headingLines(parsed)).toEqual(['1  主要工作', '2  宣传', '1  其他']);
  });
});

describe('tables', () => {
  const merged = table(
    [cell('项目', '<w:gridSpan w:val="2"/>'), cell('数量')],
    [cell('行政', '<w:vMerge w:val="restart"/>'), cell('许可'), cell('3')],
    [cell('', '<w:vMerge/>'), cell('处罚'), cell('0')],
  );

  it('repeat merged cells in tables and hold each text once in paragraphs', () => {
    const parsed = parse(paragraph('一、数据') + merged);
    expect(parsed.tables).toEqual([
      {
        rows: [
          ['项目', '项目', '数量'],
          ['行政', '许可', '3'],
          ['行政', '处罚', '0'],
        ],
      },
    ]);
    expect(textsOf(parsed, 'table')).toEqual(['项目\t\t数量', '行政\t许可\t3', '\t处罚\t0']);
  });

  it('are text where one cell frames it, and where they stand within a cell', () => {
    const framed = parse(table([cell('框内的一段文字。')]));
    expect(textsOf(framed, 'body')).toEqual(['框内的一段文字。']);
    const nested = parse(
      table([`<w:tc>${table([cell('内一'), cell('内二')])}${paragraph('外')}</w:tc>`, cell('右')]),
    );
    expect(textsOf(nested, 'table')).toEqual(['内一 内二 外\t右']);
    expect(nested.warnings.map(({ code }) => code)).toContain('tableFlattened');
  });

  it('keep every cell, however many columns they claim', () => {
    const parsed = parse(
      table([cell('甲', '<w:gridSpan w:val="999999"/>'), cell('乙')], [cell('丙'), cell('丁')]),
    );
    expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters('甲乙丙丁'));
    expect(parsed.tables[0]?.rows[0]?.length).toBeLessThan(70);
  });
});

it('accounts for every character of any nesting of blocks', () => {
  const word = fc.constantFrom(
    '一、情况',
    '发放资料5份。',
    '（一）机制',
    '文字',
    '**标**',
    '—1—',
    '2021年3月5日',
    '印发',
  );
  const block = fc.letrec<{ block: Block }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3 },
      word.map((text) => ({ xml: paragraph(text), text })),
      fc.tuple(word, word).map(([kept, gone]) => ({
        xml: paragraph(`${run(kept)}<w:del><w:r><w:delText>${gone}</w:delText></w:r></w:del>`),
        text: kept + gone,
      })),
      fc
        .array(tie('block'), { maxLength: 3 })
        .map((inner) => joined(inner, (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`)),
      fc
        .array(tie('block'), { maxLength: 2 })
        .map((inner) =>
          joined(inner, (xml) => paragraph(`<w:r><w:txbxContent>${xml}</w:txbxContent></w:r>`)),
        ),
      fc
        .array(tie('block'), { maxLength: 2 })
        .map((inner) =>
          joined(
            inner,
            (xml) => table([`<w:tc>${xml}</w:tc>`, cell('格')], [cell('甲'), cell('乙')]),
            '格甲乙',
          ),
        ),
    ),
  })).block;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const { xml, text } = joined(blocks, (inner) => inner);
      const parsed = parse(paragraph('开头。') + xml);
      expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(`开头。${text}`));
    }),
    { numRuns: 150 },
  );
});

interface Block {
  xml: string;
  text: string;
}

/** `own` is text that `wrap` adds. */
function joined(blocks: readonly Block[], wrap: (xml: string) => string, own = ''): Block {
  return {
    xml: wrap(blocks.map(({ xml }) => xml).join('')),
    text: blocks.map(({ text }) => text).join('') + own,
  };
}
