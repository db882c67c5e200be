import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { accountedText, bagOfCharacters } from '../accounting.ts';
import { answersToChangedBytes, answerTo, errorOf } from '../failures.ts';
import { headingLines, parseBytes, textsOf } from '../parse.ts';
import { ofdOf, placed } from './ofd-fixture.ts';

/** Text of 28 characters a line between the margins, paragraphs indented by two. */
const left = 28;
const full = '全镇各村各部门按照年度工作要点分工负责，扎实推进法治建设';

describe('text of an .ofd', () => {
  const parsed = parseBytes(
    'a.ofd',
    ofdOf([
      // Out of order, as a signature or a converter leaves them.
      placed('— 1 —', 90, 280) +
        placed('一、工作情况', left + 10, 60) +
        placed('柳林镇2023年度法治政府建设情况报告', 50, 40) +
        placed(full.slice(2), left + 10, 70) +
        placed(full, left, 80) +
        placed('，成效明显。', left, 90) +
        placed('全年培训5场。', left + 10, 100),
      placed('二、存在问题', left + 10, 20) + placed('力量不足。', left + 10, 30) + placed('— 2 —', 90, 280),
    ]),
  );

  it('is put in order by its place, lines joined to paragraphs, page numbers left out', () => {
    expect(parsed.title).toBe('柳林镇2023年度法治政府建设情况报告');
    expect(headingLines(parsed)).toEqual(['1 一、 工作情况', '1 二、 存在问题']);
    expect(textsOf(parsed, 'body')).toEqual([
      `${full.slice(2)}${full}，成效明显。`,
      '全年培训5场。',
      '力量不足。',
    ]);
    expect(parsed.dropped).toEqual([
      { text: '— 1 —', reason: 'pageNumber' },
      { text: '— 2 —', reason: 'pageNumber' },
    ]);
  });

  it('is one line where pieces share a baseline, apart where there is room', () => {
    const bytes = ofdOf([
      placed('发放', 30, 50) + placed('资料', 40, 50.5) + placed('300份。', 90, 50) + placed('完。', 30, 70),
    ]);
    expect(textsOf(parseBytes('a.ofd', bytes), 'body')).toEqual(['发放资料 300份。', '完。']);
  });

  it('follows the matrix of an object, steps in long and short form, groups', () => {
    const object = (code: string, more = '') =>
      `<ofd:PageBlock><ofd:TextObject Boundary="0 0 200 300" Size="5" ${more}>${code}</ofd:TextObject></ofd:PageBlock>`;
    const bytes = ofdOf([
      object('<ofd:TextCode X="5" Y="10" DeltaX="5 30 5">下一行。</ofd:TextCode>', 'CTM="1 0 0 1 0 50"') +
        object(
          '<ofd:TextCode X="5" Y="10" DeltaX="g 3 5">上一行。</ofd:TextCode><ofd:TextCode Y="20">&lt;中&gt;</ofd:TextCode>',
        ),
    ]);
    expect(textsOf(parseBytes('a.ofd', bytes), 'body')).toEqual(['上一行。', '<中>', '下一 行。']);
  });

  it('lists templates once, annotations and what is invisible', () => {
    const parsed = parseBytes(
      'a.ofd',
      ofdOf([`${placed('正文。', 30, 50)}${placed('看不见', 30, 60, 'Visible="false"')}<ofd:ImageObject/>`], {
        template: placed('内部资料', 30, 10),
        annotation: placed('请核对', 30, 90),
      }),
    );
    expect(textsOf(parsed, 'body')).toEqual(['正文。']);
    expect(parsed.dropped).toEqual([
      { text: '内部资料', reason: 'header' },
      { text: '看不见', reason: 'markup' },
      { text: '请核对', reason: 'comment' },
    ]);
    expect(parsed.warnings.map(({ code }) => code)).toContain('pictureLeftOut');
  });

  it('accounts for every character, wherever it is placed', () => {
    const word = fc.constantFrom('一、情况', '发放5份。', '（一）机制', '文 字', '—1—', 'abc', '印发', '，');
    const number = fc.oneof(fc.integer({ min: -50, max: 350 }), fc.constantFrom(1e308, -1e308, 0.001));
    const text = fc.record({ word, x: number, y: number });
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (pages) => {
        const bytes = ofdOf([
          placed('开头。', 30, 30),
          ...pages.map((texts) => texts.map(({ word, x, y }) => placed(word, x, y)).join('')),
        ]);
        const parsed = parseBytes('a.ofd', bytes);
        const source = `开头。${pages
          .flat()
          .map((each) => each.word)
          .join('')}`;
        expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(source));
      }),
      { numRuns: 200 },
    );
  });
});

describe('files that are not read', () => {
  const whole = ofdOf([placed('一、情况', 30, 50) + placed('全年培训5场。', 40, 60)]);

  it('without text', () => {
    expect(errorOf('a.ofd', ofdOf(['<ofd:ImageObject/>']))?.code).toBe('import.empty');
  });

  it.each([
    ['no document', { 'OFD.xml': '<OFD xmlns="http://www.ofdspec.org/2016"/>' }],
    [
      'a document that is not there',
      {
        'OFD.xml':
          '<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>',
      },
    ],
    ['entities', { 'OFD.xml': '<!DOCTYPE a [<!ENTITY b "c">]><OFD xmlns="http://www.ofdspec.org/2016"/>' }],
    ['no XML', { 'OFD.xml': 'plain' }],
  ])('%s', (_, files) => {
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(String(xml))])),
    );
    expect(errorOf('a.ofd', bytes)).toEqual({ code: 'import.damaged', parameters: { name: 'a.ofd' } });
  });

  it('more pieces of text, paragraphs or steps than are taken', () => {
    const tiny = '<ofd:TextObject><ofd:TextCode DeltaX="g 999999999 1">文</ofd:TextCode></ofd:TextObject>';
    expect(answerTo('a.ofd', ofdOf([tiny]))).toBe('read');
    expect(answerTo('a.ofd', ofdOf([tiny.repeat(200_001)]))).toBe('import.tooLarge');
    const lines = Array.from({ length: 6000 }, (_, index) => placed('文。', 30, index * 10)).join('');
    expect(answerTo('a.ofd', ofdOf([lines]))).toBe('import.tooLarge');
  });

  it('cut short at any place, or any bytes changed', () => {
    for (let length = 4; length < whole.length; length += 7) {
      expect(answerTo('a.ofd', whole.subarray(0, length))).toBe('import.damaged');
    }
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ difference;
        expect(answersToChangedBytes).toContain(answerTo('a.ofd', changed));
      }),
      { numRuns: 500 },
    );
  });
});
