/** What the checks say of the tables, and of literal numbers beside them. */
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../../../src/shared/domain/checks/check-report.ts';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import { type Cells, chapterOf, check, inputOf, paragraphOf } from './checked.ts';

const disputes: Cells = { 'disputes.screened': ['50', '57'], 'disputes.resolved': ['48', '55'] };

describe('cells of the year', () => {
  const cell = (id: string, values: Cells[string]) =>
    check([], { [id]: values }).map(({ rule, severity }) => `${severity} ${rule}`);
  test.each<[string, string, Cells[string], string[]]>([
    ['a slip of 万', 'publicity.leaflets', ['250000000', '25000'], ['likely cellMagnitude']],
    ['a slip of 万 the other way', 'publicity.leaflets', ['2.6', '25000'], ['likely cellMagnitude']],
    ['a slip of 千', 'publicity.leaflets', ['26000000', '25000'], ['likely cellMagnitude']],
    ['six times last year', 'enforcement.patrols', ['1900', '312'], ['hint cellJump']],
    ['a seventh of last year', 'enforcement.patrols', ['44', '312'], ['hint cellJump']],
    ['far from all years before', 'enforcement.patrols', ['1000', '312', '320', '300'], ['hint cellJump']],
    ['a negative count', 'enforcement.patrols', ['-3', '312'], ['likely cellNegative']],
    ['a usual year', 'enforcement.patrols', ['338', '312', '290'], []],
    ['a small count that leaps', 'reconsideration.cases', ['7', '1'], []],
    ['a count that falls to zero', 'reconsideration.cases', ['0', '3'], []],
    ['a first year', 'enforcement.patrols', ['338'], []],
    ['a small negative change by formula', 'disputes.mediators', ['110', '118'], []],
  ])('%s', (_, id, values, expected) => {
    expect(cell(id, values)).toEqual(expected);
  });

  test('a part that exceeds its whole is told once, at the part', () => {
    const found = check([], { 'disputes.screened': ['50'], 'disputes.resolved': ['52'] });
    expect(found.map(({ rule, place }) => [rule, place])).toEqual([
      ['cellPartExceeds', { kind: 'cell', indicatorId: 'disputes.resolved', year: 2024 }],
    ]);
  });
});

describe('numbers that follow no table', () => {
  test('one that reads as its cell can become a reference, exactly where it stands', () => {
    const [found] = check(['全年排查矛盾纠纷50件。'], disputes);
    expect(found).toMatchObject({
      rule: 'numberUnbound',
      severity: 'hint',
      fix: { kind: 'bind', from: 8, to: 11, old: '50件', indicatorId: 'disputes.screened' },
    });
  });

  test('of two that could be one indicator the better named is told, the other is only counted', () => {
    const found = check(['举办法治培训8期，举办企业培训班2场。']);
    expect(found.map(({ rule, parameters }) => [rule, parameters.text ?? parameters.examples])).toEqual([
      ['numbersLoose', '2场'],
      ['numberUnbound', '8期'],
    ]);
  });

  test('words for numbers, averages and other years are no figures that anybody would bind', () => {
    expect(check(['排查两轮，解决三个问题，每季度通报1次，2022年开展活动5次。'])).toEqual([]);
  });

  test('the rest is one finding for a chapter', () => {
    const found = check(['设置宣传牌12块，铺设管网3公里，安装路灯40盏。', '修建水塘5座、堤坝2处。']);
    expect(found.map(({ rule, parameters }) => [rule, parameters.count, parameters.examples])).toEqual([
      ['numbersLoose', 5, '12块、3公里、40盏、5座…'],
    ]);
  });
});

test('a literal that differs from an inserted table names the table', () => {
  const figure: ParagraphNode = {
    type: 'paragraph',
    attrs: { carriedFrom: null },
    content: [
      {
        type: 'figure',
        attrs: {
          id: 'f',
          form: 'table',
          title: '矛盾纠纷化解情况',
          indicatorIds: ['disputes.screened'],
          years: 2,
        },
      },
    ],
  };
  const chapter = chapterOf([paragraphOf('全年排查矛盾纠纷52件。'), figure]);
  const found = checkReport(inputOf([chapter], disputes)).filter(({ severity }) => severity === 'likely');
  expect(found.map(({ rule, parameters }) => [rule, parameters.figure])).toEqual([
    ['figureDiffers', '矛盾纠纷化解情况'],
  ]);
});
