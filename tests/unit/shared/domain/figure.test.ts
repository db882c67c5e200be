import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChapterDocument } from '../../../../src/shared/domain/document.ts';
import type { FigureAttributes } from '../../../../src/shared/domain/figure.ts';
import { figureChart } from '../../../../src/shared/domain/figure-chart.ts';
import { figureContent, figureInWords, figureTable } from '../../../../src/shared/domain/figure-content.ts';
import { openNumbersOf } from '../../../../src/shared/domain/figure-open.ts';
import { figureNote, numberFigures } from '../../../../src/shared/domain/figure-print.ts';
import type { Entry, Indicator, Observation } from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../../src/shared/domain/outline.ts';
import { chapter } from '../../main/core/export/trial-report.ts';

const reportYear = 2024;

function indicator(id: string, rest: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: `${id}数`,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...rest,
  };
}

const indicators = [
  indicator('甲'),
  indicator('乙', { unit: '万元', kind: 'amount', precision: 2 }),
  indicator('率', { unit: '', kind: 'rate', precision: 1 }),
  indicator('人', { unit: '人' }),
  indicator('日', { unit: '', kind: 'date' }),
  indicator('停', { retiredAfter: 2022 }),
];

type Value = string | 'notApplicable' | null;

/** Values of the years up to the report's, the last one of 2024. */
function bookOf(values: Record<string, Value[]>, carried: readonly string[] = []) {
  const observations = Object.entries(values).flatMap(([indicatorId, ofYears]) =>
    ofYears.flatMap((value, index): Observation[] => {
      if (value === null) return [];
      const year = reportYear - ofYears.length + 1 + index;
      const entry: Entry = value === 'notApplicable' ? { kind: value } : { kind: 'number', value };
      const state = carried.includes(`${indicatorId}${year}`) ? 'carried' : 'confirmed';
      return [{ indicatorId, year, entry, state, source: '', note: '', evidence: '' }];
    }),
  );
  return createNumberBook({ indicators, observations });
}

function figure(indicatorIds: string[], rest: Partial<FigureAttributes> = {}): FigureAttributes {
  return { id: 'f', form: 'table', title: '题', indicatorIds, years: 3, ...rest };
}

function contentOf(
  values: Record<string, Value[]>,
  attributes: FigureAttributes,
  carried: readonly string[] = [],
) {
  return figureContent(attributes, reportYear, bookOf(values, carried));
}

describe('a table of the parts of a total', () => {
  it('shows them as they add up, and says below that they were adjusted', () => {
    const share = (id: string, formula: string, rest: Partial<Indicator> = {}) =>
      indicator(id, { unit: '%', kind: 'rate', precision: 1, formula, ...rest });
    const ids = ['第一', '第二', '第三'];
    const parts = ids.map((id) => share(id, 'rate(one, all)'));
    const total = share('合计', `[第一] + [第二] + [第三]`, { footing: true });
    const observations = Object.entries({ one: '1', all: '3' }).map(
      ([indicatorId, value]): Observation => ({
        ...{ indicatorId, year: reportYear, state: 'confirmed', source: '', note: '', evidence: '' },
        entry: { kind: 'number', value },
      }),
    );
    const book = createNumberBook({
      indicators: [indicator('one'), indicator('all'), ...parts, total],
      observations,
    });
    const content = figureContent(figure([...ids, '合计'], { years: 1 }), reportYear, book);
    expect(content.rows.map(({ cells }) => cells[0]?.text)).toEqual(['33.4', '33.3', '33.3', '100.0']);
    expect(figureNote(content)).toBe('注：个别分项数据因四舍五入作尾差调整，与合计一致。');
  });
});

describe('figureContent', () => {
  it('shows each indicator’s years at its precision, zero as zero and not applicable as a dash', () => {
    const content = contentOf(
      { 甲: ['0', '57', '58'], 乙: ['3.455', 'notApplicable', '3.5'], 率: ['95.08', '96', '96.55'] },
      figure(['率', '甲', '乙']),
    );
    expect(figureTable(content)).toEqual([
      ['指标', '单位', '2022年', '2023年', '2024年'],
      ['率数', '%', '95.1', '96.0', '96.6'],
      ['甲数', '件', '0', '57', '58'],
      ['乙数', '万元', '3.46', '—', '3.50'],
    ]);
  });

  it.each<[string, Value[], string[]]>([
    ['in the report’s year', ['1', '1', '1', null], ['confirmed', 'confirmed', 'confirmed', 'missing']],
    ['in the year before', ['1', '1', null, '1'], ['confirmed', 'confirmed', 'missing', 'confirmed']],
    ['between two numbers', ['1', null, '1', '1'], ['confirmed', 'missing', 'confirmed', 'confirmed']],
    ['before the first number', [null, null, '1', '1'], ['gap', 'gap', 'confirmed', 'confirmed']],
    ['in every year', [null, null, null, null], ['gap', 'gap', 'missing', 'missing']],
  ])('a number that is not there %s', (_where, values, states) => {
    const content = contentOf({ 甲: values, 人: ['1', '1', '1', '1'] }, figure(['甲', '人'], { years: 4 }));
    expect(content.rows[0]?.cells.map(({ state }) => state)).toEqual(states);
    expect(content.rows[0]?.cells.map(({ text }) => text)).toEqual(values.map((value) => value ?? ''));
  });

  it('leaves out first years in which nobody kept anything, but never this year and the last', () => {
    expect(contentOf({ 甲: ['1', '2'] }, figure(['甲'], { years: 11 })).years).toEqual([2023, 2024]);
    expect(contentOf({}, figure(['甲'], { years: 11 })).years).toEqual([2023, 2024]);
    expect(contentOf({}, figure(['甲'], { years: 1 })).years).toEqual([2024]);
    expect(contentOf({ 甲: ['1', null, null] }, figure(['甲'], { years: 3 })).years).toHaveLength(3);
  });

  it('does not ask a retired indicator for what came after, and keeps what came before', () => {
    const [row] = contentOf({ 停: ['7', null, null] }, figure(['停'])).rows;
    expect(row?.cells.map(({ text, state }) => [text, state])).toEqual([
      ['7', 'confirmed'],
      ['', 'gap'],
      ['', 'gap'],
    ]);
    expect(row?.retiredAfter).toBe(2022);
  });

  it('shows a row for an indicator that does not exist, with its number missing', () => {
    const content = contentOf({}, figure(['无此项'], { years: 1 }));
    expect(content.rows[0]).toMatchObject({ name: '【指标已不存在】', kind: 'unknown' });
    expect(content.rows[0]?.cells.at(-1)?.state).toBe('missing');
  });

  it('shows a day as it is written', () => {
    expect(figureTable(contentOf({ 日: ['20240315'] }, figure(['日'], { years: 1 }))).at(-1)).toEqual([
      '日数',
      '',
      '2024年3月15日',
    ]);
  });

  it('names an indicator once, and tells all numbers in words', () => {
    const content = contentOf({ 甲: ['5', null, '6'] }, figure(['甲', '甲']));
    expect(content.rows).toHaveLength(1);
    expect(figureInWords(content)).toBe('甲数（件）：2022年5，2023年无数据，2024年6');
  });

  it('never fills a cell without a number, whatever is known', () => {
    const value = fc.option(fc.oneof(fc.integer({ min: 0 }).map(String), fc.constant('notApplicable')), {
      nil: null,
    });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 11, maxLength: 11 }),
        fc.integer({ min: 1, max: 11 }),
        (values, years) => {
          const { cells } = contentOf({ 甲: values }, figure(['甲'], { years })).rows[0] ?? { cells: [] };
          for (const cell of cells) {
            const known = values[cell.year - reportYear + 10] ?? null;
            expect(cell.text).toBe(known === null ? '' : known === 'notApplicable' ? '—' : known);
            expect(cell.value).toBe(known === 'notApplicable' ? null : known);
          }
        },
      ),
    );
  });
});

describe('figureChart', () => {
  const values = { 甲: ['1', null, '3'], 乙: ['1', '2', '3'], 率: ['1', '2', '3'], 人: ['1', '2', '3'] };

  it('puts two units on two axes, says what does not fit, and leaves gaps', () => {
    const chart = figureChart(contentOf(values, figure(['甲', '率', '人', '日', '无'], { form: 'line' })));
    expect(chart.units).toEqual(['件', '%']);
    expect(chart.fromZero).toEqual([true, false]);
    expect(chart.series.map(({ name, axis, form }) => [name, axis, form])).toEqual([
      ['甲数', 0, 'line'],
      ['率数', 1, 'line'],
    ]);
    expect(chart.series[0]?.values).toEqual(['1', null, '3']);
    expect(chart.leftOut).toEqual([
      { name: '人数', reason: 'unit' },
      { name: '日数', reason: 'date' },
      { name: '【指标已不存在】', reason: 'unknown' },
    ]);
  });

  it('draws columns on the first axis and a line over them on the second', () => {
    const chart = figureChart(contentOf(values, figure(['甲', '乙'], { form: 'column' })));
    expect(chart.series.map(({ form }) => form)).toEqual(['column', 'line']);
  });
});

describe('openNumbersOf', () => {
  it('names missing and carried numbers with their years, and no gap', () => {
    const content = contentOf({ 甲: ['1', '2', null], 人: [null, '5', '6'] }, figure(['甲', '人']), [
      '人2024',
    ]);
    expect(openNumbersOf(content)).toEqual([
      { indicatorId: '甲', name: '甲数', year: 2024, state: 'missing' },
      { indicatorId: '人', name: '人数', year: 2024, state: 'carried' },
    ]);
  });

  it('counts a chart in which nothing can be drawn as missing', () => {
    const days = { 日: ['20220101', '20230101', '20240101'] };
    expect(openNumbersOf(contentOf(days, figure(['日'])))).toEqual([]);
    expect(openNumbersOf(contentOf(days, figure(['日'], { form: 'line' })))).toMatchObject([
      { indicatorId: '日', year: 2024, state: 'missing' },
    ]);
  });
});

describe('what is printed beside a figure', () => {
  const withFigures = (...forms: FigureAttributes['form'][]): ChapterDocument => ({
    type: 'doc',
    content: forms.map((form) => ({
      type: 'paragraph',
      attrs: { carriedFrom: null },
      content: [{ type: 'figure', attrs: figure(['甲'], { id: `${form} ${forms.length}`, form }) }],
    })),
  });

  it('numbers tables and charts apart, in the order of the chapters', () => {
    const chapters = [
      chapter('b', '二', { position: 1, body: withFigures('table', 'column', 'line') }),
      chapter('a', '一', { position: 0, body: withFigures('line', 'table') }),
    ];
    expect(Object.fromEntries(numberFigures(numberChapters(chapters)))).toEqual({
      'line 2': '图1',
      'table 2': '表1',
      'table 3': '表2',
      'column 3': '图2',
      'line 3': '图3',
    });
  });

  it.each<[string, Record<string, Value[]>, Partial<FigureAttributes>, string]>([
    ['nothing to say', { 甲: ['1', '2', '3'] }, {}, ''],
    ['a dash', { 甲: ['1', 'notApplicable', '3'] }, {}, '注：“—”表示不适用。'],
    ['an empty cell', { 甲: [null, '2', '3'], 人: ['1', '2', '3'] }, {}, '注：空格表示当年未统计。'],
    [
      'a chart with a gap',
      { 甲: ['1', 'notApplicable', '3'] },
      { form: 'column' },
      '注：空缺处当年无数据或不适用；“日数”是日期，未画入图中。',
    ],
  ])('%s', (_what, values, rest, note) => {
    const ids = rest.form === 'column' ? ['甲', '日'] : Object.keys(values);
    const days = rest.form === 'column' ? { 日: ['20220101', '20230101', '20240101'] } : {};
    expect(figureNote(contentOf({ ...values, ...days }, figure(ids, rest)))).toBe(note);
  });
});
