import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openItemsOf } from '../../../../../src/shared/domain/roll/open-items.ts';
import { paragraphPlain } from '../../../../../src/shared/domain/roll/sentences.ts';
import { applyShifts, proposeShifts } from '../../../../../src/shared/domain/roll/shifts.ts';
import { binding, chapter, paragraph, prose } from './material.ts';

const shifted = (text: string, options?: { nextSteps?: boolean }) =>
  paragraphPlain(applyShifts(paragraph([text]), proposeShifts(text, 2020, 2021, options)));

describe('proposeShifts', () => {
  it.each([
    ['2020年，我镇坚持依法行政。', '2021年，我镇坚持依法行政。'],
    ['2020年我镇开展培训。', '2021年我镇开展培训。'],
    ['2020 年，我们认真落实。', '2021 年，我们认真落实。'],
    ['2020年,全镇排查纠纷46件。', '2021年,全镇排查纠纷46件。'],
    ['2020年，我街道化解矛盾。', '2021年，我街道化解矛盾。'],
    ['2020年，镇政府公开信息。', '2021年，镇政府公开信息。'],
    ['2020年，各村设立服务点。', '2021年，各村设立服务点。'],
    ['2020年云溪镇坚持以法治为先。', '2021年云溪镇坚持以法治为先。'],
    ['2020年度，综合执法队巡查。', '2021年度，综合执法队巡查。'],
    ['2020年度推进法治政府建设的举措。', '2021年度推进法治政府建设的举措。'],
    ['2020年度工作有序开展。', '2021年度工作有序开展。'],
    ['2020年以来，共公开信息。', '2021年以来，共公开信息。'],
    ['2020年以来化解矛盾￼。', '2021年以来化解矛盾￼。'],
    ['现将云溪镇2020年法治政府建设情况报告如下：', '现将云溪镇2021年法治政府建设情况报告如下：'],
    ['2020年，我镇培训。2019年，他镇培训。', '2021年，我镇培训。2019年，他镇培训。'],
    ['2021年，我镇将继续努力。', '2022年，我镇将继续努力。'],
    ['2021年我镇计划开展培训。', '2022年我镇计划开展培训。'],
    ['2021年，全镇要抓好普法。', '2022年，全镇要抓好普法。'],
  ])('moves %s', (before, after) => {
    expect(shifted(before)).toBe(after);
  });

  it.each([
    '本年度，我镇开展培训。',
    '今年以来，我镇开展培训。',
    '去年，我镇开展培训。',
    '2020年3月，我镇开展培训。',
    '2020年3月5日，我镇开展培训。',
    '2020年，我镇于6月开展培训。',
    '截至2020年底，我镇有调解员。',
    '2020年底我镇建成中心。',
    '2020年上半年，我镇开展培训。',
    '2020年第三季度我镇开展培训。',
    '2019年，我镇开展培训。',
    '2018年以来，我镇开展培训。',
    '2019年，我镇立项；2020年，法院判决。',
    '与2019年相比，2020年，我镇多办。',
    '2019-2020年我镇连续达标。',
    '2018年至2020年，我镇连续达标。',
    '印发《2020年，我镇工作要点》。',
    '制定云溪2020年工作要点。',
    '依据云政字〔2020〕8号，2020年，我镇开展培训。',
    '2020年，在县法院达成调解协议。',
    '2020年，某公司成立。',
    '事故发生于2020年，我镇妥善处置。',
    '较2020年我镇增长明显。',
    '他说“2020年，我镇很好”。',
    '2020年，我镇召开全县政法现场会。',
    '2021年，我镇开展培训。',
    '2021年底前，我镇将建成中心。',
    '2021年6月，我镇将建成中心。',
    '2022年，我镇将继续努力。',
    '编号12020年，我镇。',
    '二〇二〇年，我镇开展培训。',
    '',
  ])('leaves %s', (text) => {
    expect(proposeShifts(text, 2020, 2021)).toEqual([]);
  });

  it('leaves next-year mentions outside the next-steps chapter', () => {
    expect(shifted('2021年，我镇将努力。', { nextSteps: false })).toBe('2021年，我镇将努力。');
    expect(shifted('2020年，我镇努力。', { nextSteps: false })).toBe('2021年，我镇努力。');
  });

  it('tells what moves where', () => {
    expect(proposeShifts('成效。2020年度，我镇培训。', 2020, 2022)).toEqual([
      { start: 3, end: 9, before: '2020年度', after: '2022年度', kind: 'ownYear' },
    ]);
    expect(proposeShifts('2021年，我镇将培训。', 2020, 2021)).toEqual([
      { start: 0, end: 5, before: '2021年', after: '2022年', kind: 'nextYear' },
    ]);
  });

  it('changes years only, to the year that is asked for, and nothing twice', () => {
    const material = fc.array(
      fc.oneof(fc.constantFrom('2020年，我镇', '2020年以来', '2021年，我镇将', '。', '2020年度，'), prose),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(material, (parts) => {
        const text = parts.join('');
        for (const { start, end, before, after, kind } of proposeShifts(text, 2020, 2021)) {
          expect(text.slice(start, end)).toBe(before);
          expect(before).toMatch(kind === 'ownYear' ? /^2020\s*年度?$/ : /^2021\s*年度?$/);
          expect(after).toBe(before.replace(/\d+/, kind === 'ownYear' ? '2021' : '2022'));
          expect(text.slice(end)).not.toMatch(/^\s*[\d底末初]/);
        }
      }),
    );
  });
});

describe('applyShifts', () => {
  it('keeps bindings and all other text', () => {
    const before = paragraph([
      '2020年，我镇化解',
      binding('resolved'),
      '。',
      '20',
      '20年以来共',
      binding('all'),
      '。',
    ]);
    const after = applyShifts(before, proposeShifts(paragraphPlain(before), 2020, 2021));
    expect(after.content).toEqual([
      { type: 'text', text: '2021年，我镇化解' },
      binding('resolved'),
      { type: 'text', text: '。2021年以来共' },
      binding('all'),
      { type: 'text', text: '。' },
    ]);
    expect(after.attrs.carriedFrom).toBe(2020);
  });

  it('makes no shift that does not fit the text', () => {
    const before = paragraph(['2020年', binding('a')]);
    const shift = { start: 1, end: 6, before: '2020年', after: '2021年', kind: 'ownYear' as const };
    expect(applyShifts(before, [shift])).toBe(before);
  });

  it('closes the year that it moved, but hides no other mention of the new year', () => {
    const open = (text: string) => {
      const carried = paragraph([text]);
      const moved = applyShifts(carried, proposeShifts(text, 2020, 2021));
      return openItemsOf({
        report: { year: 2021 },
        chapters: [chapter('a', [moved])],
        lastYearTexts: [text, '2021年计划。'],
        lastYearHeadings: new Set(),
      }).map((item) => item.text);
    };
    expect(open('2020年，我镇培训。')).toEqual([]);
    expect(open('2020年，我镇培训。为2021年打基础。')).toEqual(['2021年', '2021年']);
  });

  it('keeps the bindings of any paragraph', () => {
    const part = fc.oneof(
      fc.constantFrom('2020年，我镇', '2020年以来', '。'),
      prose
        .filter((text) => text !== '')
        .map((text) => text.replaceAll('\ufffc', ''))
        .filter((text) => text !== ''),
      fc.constantFrom(binding('a'), binding('b')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const before = paragraph(parts);
        const plain = paragraphPlain(before);
        const shifts = proposeShifts(plain, 2020, 2021);
        const after = applyShifts(before, shifts);
        const bindings = (content = before.content) =>
          (content ?? []).filter((node) => node.type === 'binding');
        expect(bindings(after.content)).toEqual(bindings());
        const expected = shifts.reduceRight(
          (text, shift) => text.slice(0, shift.start) + shift.after + text.slice(shift.end),
          plain,
        );
        expect(paragraphPlain(after)).toBe(expected);
      }),
    );
  });
});
