import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountedText, bagOfCharacters } from '../accounting.ts';
import { answersToChangedBytes, answerTo, errorOf } from '../failures.ts';
import { headingLines, parseBytes, textsOf } from '../parse.ts';
import { compoundOf, docOf } from './doc-fixture.ts';

/**
 * Saved by a word processor: automatic numbering, a text box, a footnote, a comment, a header and a footer, a
 * link, a deleted, an inserted and a hidden passage, a table with cells merged both ways, a page break.
 */
const report = readFileSync(new URL('../../../../../fixtures/import/numbered-report.doc', import.meta.url));

describe('a report saved as .doc', () => {
  const parsed = parseBytes('a.doc', report);

  it('is understood: letterhead in a text box, title, addressee, signature, date', () => {
    expect(parsed).toMatchObject({
      title: '清溪镇人民政府关于2022年法治政府建设情况的报告',
      documentNumber: '清政发〔2023〕4号',
      addressee: '县人民政府',
      year: 2022,
      issuedOn: '2023-01-16',
    });
    expect(textsOf(parsed, 'signature')).toEqual(['清溪镇人民政府']);
  });

  it('shows its automatic numbers', () => {
    expect(headingLines(parsed)).toEqual([
      '1 一、 主要工作',
      '2 （一） 完善制度',
      '2 （二） 开展培训',
      '1 二、 数据情况',
      '1 三、 存在问题',
    ]);
  });

  it('keeps what is displayed and puts notes behind their paragraph', () => {
    expect(textsOf(parsed, 'note')).toEqual(['含废止1项。']);
    expect(textsOf(parsed, 'body')).toEqual([
      '2022年，我镇坚持依法行政，现将有关情况报告如下。',
      '全年修订制度4项，见第2页。',
      '举办培训6场，参加人员312人次。效果良好。',
      'A－B：- café 12.5%。',
      '以上数据截至2022年12月31日。',
      '人员力量不足。',
    ]);
  });

  it('reads tables with merged cells', () => {
    expect(parsed.tables).toEqual([
      {
        rows: [
          ['项目', '项目', '数量'],
          ['行政行为', '许可', '7件'],
          ['行政行为', '处罚', '2件'],
        ],
      },
    ]);
    expect(textsOf(parsed, 'table')).toEqual(['项目\t\t数量', '行政行为\t许可\t7件', '\t处罚\t2件']);
  });

  it('lists what is left out, with the reason', () => {
    expect(parsed.dropped).toEqual([
      { text: '内部资料', reason: 'header' },
      { text: '原定举办9场。', reason: 'deletedRevision' },
      { text: '内部备忘', reason: 'markup' },
      { text: '— 2 —', reason: 'footer' },
      { text: '请核实人数', reason: 'comment' },
    ]);
  });

  it('is the same under the name of a .wps, and under a wrong one', () => {
    expect(parseBytes('a.wps', report)).toEqual(parsed);
    expect(parseBytes('a.txt', report)).toEqual(parsed);
  });
});

describe('text of a .doc', () => {
  it('is put together from pieces of one or two bytes for each character', () => {
    const bytes = docOf({
      pieces: [
        { text: '一、工作' },
        { text: '\r12.5% \u0096 caf\u00e9\r', narrow: true },
        { text: '全年𠮷\r' },
      ],
    });
    expect(parseBytes('a.doc', bytes).paragraphs.map(({ text }) => text)).toEqual([
      '一、工作',
      '12.5% – café',
      '全年𠮷',
    ]);
  });

  it('holds results of fields, not their instructions; what shows no result is listed', () => {
    const text =
      '见\u0013 HYPERLINK "x" \u0014官网\u0013 PAGE \u00143\u0015页\u0015。\u0013 EQ \\o(○,1) \u0015完\r';
    const parsed = parseBytes('a.doc', docOf({ pieces: [{ text }] }));
    expect(parsed.paragraphs.map((each) => each.text)).toEqual(['见官网3页。完']);
    expect(parsed.dropped).toEqual([{ text: 'EQ \\o(○,1)', reason: 'markup' }]);
    const open = parseBytes('a.doc', docOf({ pieces: [{ text: '前\u0013 REF 后\r' }] }));
    expect(bagOfCharacters(accountedText(open))).toBe(bagOfCharacters('前REF后'));
  });

  it('breaks lines, pages and columns, and keeps firm hyphens', () => {
    const text = '第一行。\u000b第二行。\u000c第三行\u001e甲\u001f乙。\u000e第四行。\r';
    expect(textsOf(parseBytes('a.doc', docOf({ pieces: [{ text }] })), 'body')).toEqual([
      '第一行。',
      '第二行。',
      '第三行-甲乙。',
      '第四行。',
    ]);
  });

  it('accounts for every character of any text, however it is cut into pieces and stories', () => {
    const piece = fc.record({
      text: fc
        .array(
          fc.constantFrom('一、', '情况', '12', '。', '\r', '\u000b', '\u0007', 'A', '\t', '\u000c', '𠮷'),
          { minLength: 1, maxLength: 8 },
        )
        .map((words) => words.join('')),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(40), fc.nat(40), (pieces, a, b) => {
        const text = `开头${pieces.map((each) => each.text).join('')}`;
        const total = text.length;
        const main = Math.max(2, total - (a % total));
        const comments = (total - main) % (b + 1);
        const bytes = docOf({
          pieces: [{ text: '开头' }, ...pieces],
          lengths: [main, total - main - comments, 0, 0, comments],
        });
        const parsed = parseBytes('a.doc', bytes);
        // A pair of surrogates cut in two by the end of a text is no character any more.
        fc.pre(!accountedText(parsed).includes('\ufffd') && accountedText(parsed).isWellFormed());
        const seen = [...text].filter((each) => each >= ' ').join('');
        expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(seen));
      }),
      { numRuns: 200 },
    );
  });
});

describe('files that are not read', () => {
  const pieces = [{ text: '文字\r' }];

  it.each([
    ['Word 95', docOf({ pieces, identifier: 0xa5dc, version: 0x68 }), 'import.unsupported', 'Word 6/95'],
    ['a sheet', compoundOf({ Workbook: new Uint8Array(8) }), 'import.unsupported', 'xls'],
    ['slides', compoundOf({ 'PowerPoint Document': new Uint8Array(8) }), 'import.unsupported', 'ppt'],
    ['something else', compoundOf({ CONTENTS: new Uint8Array(8) }), 'import.unsupported', 'wps'],
  ])('%s is refused as what it is', (_, bytes, code, format) => {
    expect(errorOf('a.wps', bytes)).toEqual({ code, parameters: { name: 'a.wps', format } });
  });

  it('protected by a password, in the old way and the new', () => {
    expect(errorOf('a.doc', docOf({ pieces, flags: 0x0100 }))?.code).toBe('import.encrypted');
    const sealed = compoundOf({ EncryptedPackage: new Uint8Array(8) });
    expect(errorOf('a.doc', sealed)?.code).toBe('import.encrypted');
  });

  it('no table stream, no text, texts beyond the pieces', () => {
    expect(errorOf('a.doc', docOf({ pieces, flags: 0x0200 }))?.code).toBe('import.damaged');
    expect(errorOf('a.doc', docOf({ pieces: [{ text: '\r\r' }] }))?.code).toBe('import.empty');
    expect(errorOf('a.doc', docOf({ pieces, lengths: [99] }))?.code).toBe('import.damaged');
    expect(errorOf('a.doc', docOf({ pieces, lengths: [-1 >>> 0] }))?.code).toBe('import.damaged');
  });

  it('more text than is taken', () => {
    const long = docOf({ pieces: [{ text: `${'文'.repeat(1_100_000)}\r` }] });
    expect(errorOf('a.doc', long)?.code).toBe('import.tooLarge');
    const paragraphs = docOf({ pieces: [{ text: '文\r'.repeat(6000) }] });
    expect(errorOf('a.doc', paragraphs)?.code).toBe('import.tooLarge');
  });

  it('cut short at any place', () => {
    for (let length = 8; length < report.length - 512; length += 97) {
      expect(answerTo('a.doc', report.subarray(0, length))).toBe('import.damaged');
    }
  });

  it('any bytes changed: refused or read, never a crash, never an endless chain', () => {
    const change = fc.record({
      at: fc.nat(report.length - 1),
      value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const changed = Uint8Array.from(report);
        for (const { at, value } of changes) changed[at] = value;
        expect(answersToChangedBytes).toContain(answerTo('a.doc', changed));
      }),
      { numRuns: 1500 },
    );
  });

  it('chains of sectors that go round in a circle', () => {
    const changed = Uint8Array.from(report);
    const view = new DataView(changed.buffer);
    const table = (view.getInt32(76, true) + 1) * 512;
    // Every sector is followed by itself.
    for (let sector = 0; sector < 128; sector += 1) view.setInt32(table + sector * 4, sector, true);
    expect(errorOf('a.doc', changed)?.code).toBe('import.damaged');
  });
});
