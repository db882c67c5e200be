import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtmlTable } from '../../../../src/renderer/features/data/html-table.ts';
import { type NamedPaste, planByName } from '../../../../src/renderer/features/data/paste-by-name.ts';
import { nameFinder } from '../../../../src/renderer/features/data/paste-names.ts';
import { yearOfHeads } from '../../../../src/renderer/features/data/paste-years.ts';
import type { Indicator } from '../../../../src/shared/domain/model.ts';
import { indicator } from './tables.ts';

const screened = indicator('screened', { name: '排查纠纷' });
const settled = indicator('settled', { name: '化解纠纷' });
const rate = indicator('rate', {
  name: '化解率',
  unit: '%',
  kind: 'rate',
  formula: 'rate(settled, screened)',
});
const fines = indicator('fines', { name: '罚没金额', unit: '万元', kind: 'amount', precision: 2 });
const calls = indicator('calls', { name: '12345热线受理', unit: '件' });
const twins = [
  indicator('t1', { name: '宣讲', unit: '场' }),
  indicator('t2', { name: '宣讲', unit: '人次' }),
];
const all = [screened, settled, rate, fines, calls, ...twins];

const years = [2022, 2023, 2024];
function plan(
  rows: string[][] | string,
  more: { indicators?: readonly Indicator[]; anchor?: number | null } = {},
) {
  const table =
    typeof rows === 'string'
      ? readHtmlTable(rows)
      : { rows: rows.map((row) => row.map((text) => ({ text, covered: false }))), hiddenRows: 0 };
  if (table === null) throw new Error('no table');
  const anchor = more.anchor === undefined ? 2024 : more.anchor;
  return planByName(table, {
    indicators: more.indicators ?? all,
    year: 2024,
    years,
    yearsFromCursor: anchor === null ? null : years.filter((one) => one >= anchor),
    yearBehindNames: (columns) => years[columns - 2] ?? null,
  });
}
const typed = (made: NamedPaste | null) =>
  made?.typed.map(({ indicator: { id }, year, text }) => `${id} ${year} ${text}`);

describe('nameFinder', () => {
  const find = nameFinder(all);
  it.each([
    ['排查纠纷', 'screened'],
    [' 排 查　纠纷 ', 'screened'],
    ['1.排查纠纷', 'screened'],
    ['（一）排查纠纷：', 'screened'],
    ['其中：化解纠纷', 'settled'],
    ['二、其中：化解纠纷（件）', 'settled'],
    ['排查纠纷/件', 'screened'],
    ['罚没金额（万元）', 'fines'],
    ['12345热线受理', 'calls'],
    ['“１２３４５”热线受理', 'calls'],
    ['宣讲（场）', 't1'],
    ['宣讲(人次)', 't2'],
  ])('finds %j', (text, id) => {
    expect(find(text)).toMatchObject({ kind: 'one', indicator: { id } });
  });

  it.each([
    ['宣讲', 'several'],
    ['罚没金额（元）', 'otherUnit'],
    ['纠纷', 'none'],
    ['排查纠纷数', 'none'],
    ['合计', 'none'],
    ['', 'none'],
  ])('does not guess at %j: %s', (text, kind) => {
    expect(find(text).kind).toBe(kind);
  });
});

describe('yearOfHeads', () => {
  it.each([
    [['2023年'], 2023],
    [['2023年度', '完成数'], 2023],
    [['２０２３ 年'], 2023],
    [['2024'], 2024],
    [['去年'], 2023],
    [['上年数'], 2023],
    [['本年数'], 2024],
    [['前年'], 2022],
    [['上上年'], 2022],
    [['去年（2023年）'], 2023],
    [['2023年', '2024年'], null],
    [['2024年比2023年增减'], null],
    [['2024年', '增长率'], null],
    [['2024年', '上半年'], null],
    [['备注'], null],
    [['20234'], null],
    [[], null],
  ])('%j is about %s', (heads, year) => {
    expect(yearOfHeads(heads, 2024)).toBe(year);
  });
});

describe('planByName', () => {
  it('places by name and by the merged head of years, whatever the order', () => {
    const made = plan(`<table>
      <tr><td colspan=6>2024年调解工作统计表</td></tr>
      <tr><td rowspan=2>序号</td><td rowspan=2>项目</td><td rowspan=2>单位</td><td colspan=2>完成数</td><td rowspan=2>备注</td></tr>
      <tr><td>2024年</td><td>2023年</td></tr>
      <tr><td>1</td><td>化解纠纷</td><td>件</td><td>1,058</td><td>56件</td><td>已核</td></tr>
      <tr><td>2</td><td>排查纠纷</td><td>件</td><td>60</td><td></td><td></td></tr>
      <tr><td>3</td><td>化解率</td><td>%</td><td>96</td><td>95</td><td></td></tr>
      <tr><td>4</td><td>走访群众</td><td>人次</td><td>7</td><td>8</td><td></td></tr>
      </table>`);
    expect(typed(made)).toEqual(['settled 2024 1,058', 'settled 2023 56件', 'screened 2024 60']);
    expect(made).toMatchObject({ unknown: ['走访群众'], computed: ['化解率'], blanks: 1, otherYears: [] });
  });

  it('without a head, places the columns from the cursor on', () => {
    expect(
      typed(
        plan([
          ['排查纠纷', '60'],
          ['化解纠纷', '58'],
        ]),
      ),
    ).toEqual(['screened 2024 60', 'settled 2024 58']);
    expect(typed(plan([['排查纠纷', '件', '60', '61']], { anchor: 2023 }))).toEqual([
      'screened 2023 60',
      'screened 2024 61',
    ]);
  });

  it('takes columns that lie as those of the grid, where the cursor stands under no year', () => {
    const copied = [['排查纠纷', '件', '58', '59', '60', '+1', '1.7%', '综治中心']];
    expect(typed(plan(copied, { anchor: null }))).toEqual([
      'screened 2022 58',
      'screened 2023 59',
      'screened 2024 60',
    ]);
    // From the cursor on there is no room for all of them.
    expect(plan(copied)).toMatchObject({ typed: [], noYears: true });
  });

  it('lists what it does not guess', () => {
    const made = plan([
      ['走访群众', '5'],
      ['宣讲', '3'],
      ['排查纠纷', '60'],
      ['1.排查纠纷', '61'],
      ['罚没金额（元）', '36000'],
      ['一、调解工作', ''],
      ['化解纠纷', '-'],
    ]);
    expect(typed(made)).toEqual(['settled 2024 -']);
    expect(made).toMatchObject({
      unknown: ['走访群众'],
      ambiguous: ['宣讲'],
      repeated: ['排查纠纷', '1.排查纠纷'],
      otherUnit: ['罚没金额（元）'],
    });
  });

  it('takes no money in another unit, wherever the unit is told', () => {
    expect(
      plan([
        ['项目', '单位', '2024年'],
        ['罚没金额', '元', '36000'],
        ['排查纠纷', '件', '6'],
      ]),
    ).toMatchObject({
      otherUnit: ['罚没金额'],
      typed: [{ text: '6' }],
    });
    expect(
      plan([
        ['', '单位：元'],
        ['项目', '2024年'],
        ['罚没金额', '36000'],
      ]),
    ).toMatchObject({
      otherUnit: ['罚没金额'],
      typed: [],
    });
  });

  it('reads units without a head too', () => {
    expect(plan([['罚没金额', '元', '36000']])).toMatchObject({ otherUnit: ['罚没金额'], typed: [] });
    expect(typed(plan([['罚没金额', '万元', '3.6']]))).toEqual(['fines 2024 3.6']);
  });

  it('takes a heading of the same name for what it is', () => {
    const made = plan([
      ['化解纠纷', ''],
      ['化解纠纷', '58'],
    ]);
    expect(typed(made)).toEqual(['settled 2024 58']);
    expect(made?.repeated).toEqual([]);
  });

  it('says which years it could not place', () => {
    const made = plan([
      ['项目', '2019年', '2023年', '2023年', '2024年', '较上年增减'],
      ['排查纠纷', '1', '2', '3', '4', '1'],
    ]);
    expect(typed(made)).toEqual(['screened 2024 4']);
    expect(made).toMatchObject({ otherYears: [2019], doubledYears: [2023] });
    expect(plan([['排查纠纷', '60']], { anchor: 2030 })).toMatchObject({ typed: [], noYears: true });
  });

  it('leaves a table without names, or with names alone, to its position', () => {
    expect(
      plan([
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toBeNull();
    expect(plan([['排查纠纷'], ['化解纠纷']])).toBeNull();
    expect(
      plan([
        ['排查纠纷', ''],
        ['化解纠纷', ''],
      ]),
    ).toBeNull();
  });

  it('places the same numbers whatever the order of lines and years, and however names are written', () => {
    const lines = fc.shuffledSubarray([screened, settled, fines, calls], { minLength: 1 });
    const columns = fc.shuffledSubarray(years, { minLength: 1 });
    const writings = fc.constantFrom(
      (one: Indicator) => one.name,
      (one: Indicator) => ` 1、${one.name}`,
      (one: Indicator) => `（二）${one.name}（${one.unit}）`,
      (one: Indicator) => `其中：${[...one.name].join('　')}`,
    );
    fc.assert(
      fc.property(lines, columns, writings, (some, heads, write) => {
        const value = ({ name }: Indicator, year: number) => String(name.length * 10_000 + year);
        const made = plan([
          ['项目', ...heads.map((year) => `${year}年`)],
          ...some.map((one) => [write(one), ...heads.map((year) => value(one, year))]),
        ]);
        const wanted = some.flatMap((one) => heads.map((year) => `${one.id} ${year} ${value(one, year)}`));
        expect(typed(made)?.sort()).toEqual(wanted.sort());
        expect(made).toMatchObject({ unknown: [], ambiguous: [], repeated: [], otherUnit: [] });
      }),
    );
  });
});
