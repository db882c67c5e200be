import { describe, expect, it } from 'vitest';
import {
  shapeOf,
  startingSelection,
  tableCellAt,
} from '../../../../src/renderer/features/data/grid-layout.ts';
import {
  countNumbers,
  filledOf,
  typedTotalOf,
} from '../../../../src/renderer/features/data/number-counts.ts';
import {
  buildRows,
  type IndicatorRow,
  type NumberView,
} from '../../../../src/renderer/features/data/number-rows.ts';
import { rejectedTexts } from '../../../../src/renderer/features/data/rejected-texts.ts';
import type { Observation } from '../../../../src/shared/domain/model.ts';
import { failed } from '../../../../src/shared/errors.ts';
import { bookOf, indicators, number, screened, year } from './tables.ts';

const topics = [
  { id: 'disputes', name: '矛盾纠纷化解' },
  { id: 'empty', name: '空专题' },
  { id: 'lawTalks', name: '普法宣传' },
];

function rowsOf(
  observations: Observation[],
  view: NumberView = { kind: 'all' },
  rejected = rejectedTexts([]),
) {
  return buildRows({
    topics,
    offices: [{ id: 'mediation', name: '综治中心' }],
    indicators,
    book: bookOf(observations),
    year,
    view,
    rejected,
    references: new Map([['screened', 3]]),
    notApplicable: '不适用',
    inWords: (formula) => formula,
  });
}

function row(observations: Observation[], id: string): IndicatorRow | undefined {
  return rowsOf(observations).find(
    (one): one is IndicatorRow => one.kind === 'indicator' && one.indicator.id === id,
  );
}

const ids = (view: NumberView) =>
  rowsOf([], view).map((one) => (one.kind === 'topic' ? `#${one.topic.id}` : one.indicator.id));

describe('buildRows', () => {
  it('shows one topic without dividing rows, and several with them', () => {
    expect(ids({ kind: 'topic', topicId: 'disputes' })).toEqual(['screened', 'settled', 'settledRate']);
    expect(ids({ kind: 'all' })).toEqual([
      '#disputes',
      'screened',
      'settled',
      'settledRate',
      '#lawTalks',
      'lectures',
    ]);
    expect(ids({ kind: 'office', officeId: 'mediation' })).toEqual(['#disputes', 'screened', 'settled']);
  });

  it('makes zero, empty and not applicable look different', () => {
    const observations = [
      number('screened', year - 2, '0'),
      { ...number('screened', year - 1, '0'), entry: { kind: 'notApplicable' } as const },
    ];
    expect(row(observations, 'screened')?.years).toMatchObject([
      { year: 2022, text: '0', look: 'number', remark: '' },
      { year: 2023, text: '不适用', look: 'notApplicable', remark: '' },
      { year: 2024, text: '', look: 'missing', remark: '' },
    ]);
    expect(row([], 'screened')?.years.map(({ look }) => look)).toEqual(['open', 'open', 'missing']);
  });

  it('tells the state, the office and how often the text uses it', () => {
    const carried = row([number('screened', year, '46', { state: 'carried' })], 'screened');
    expect(carried).toMatchObject({ status: 'carried', officeName: '综治中心', references: 3 });
    expect(carried?.years[2].look).toBe('carried');
  });

  it('says what is noted with a cell', () => {
    const noted = row(
      [number('screened', year, '46', { note: '口径', evidence: '台账第 3 页' })],
      'screened',
    );
    expect(noted?.years.map(({ remark }) => remark)).toEqual(['', '', '口径\n台账第 3 页']);
  });

  it('computes formulas, and says when they wait or fail', () => {
    const full = [number('screened', year, '58'), number('settled', year, '56')];
    expect(row(full, 'settledRate')).toMatchObject({ status: 'computed', problem: null });
    expect(row(full, 'settledRate')?.years[2]).toMatchObject({ year, text: '96.6', look: 'computed' });
    expect(row(full.slice(0, 1), 'settledRate')).toMatchObject({ status: 'failed', problem: null });
    const byZero = [number('screened', year, '0'), number('settled', year, '0')];
    expect(row(byZero, 'settledRate')).toMatchObject({ status: 'failed', problem: 'divisionByZero' });
  });

  it('shows a rejected text over the number, which stays in the book', () => {
    const failure = failed('observation.notNumber').error;
    const rejected = rejectedTexts([{ indicatorId: 'screened', year, text: '五十八', failure }]);
    const [, first] = rowsOf([number('screened', year, '46')], { kind: 'all' }, rejected);
    expect(first).toMatchObject({
      years: [{}, {}, { text: '五十八', look: 'rejected' }],
      status: 'confirmed',
    });
  });
});

describe('the grid as cells', () => {
  it('types years, not names, formulas or dividing rows', () => {
    const rows = rowsOf([]);
    expect(tableCellAt(rows, { row: 1, column: 4 })).toEqual({ indicator: screened, year });
    expect(tableCellAt(rows, { row: 1, column: 3 })).toEqual({ indicator: screened, year: year - 1 });
    for (const position of [
      { row: 1, column: 0 },
      { row: 3, column: 4 },
      { row: 0, column: 4 },
    ]) {
      expect(tableCellAt(rows, position)).toBeUndefined();
    }
    expect(shapeOf(rows).canStand(4)).toBe(false);
  });

  it('begins at the first missing number, else at the first row', () => {
    const filled = [number('screened', year, '1')];
    expect(startingSelection(rowsOf(filled))?.anchor).toEqual({ row: 2, column: 4 });
    const all = [...filled, number('settled', year, '1'), number('lectures', year, '1')];
    expect(startingSelection(rowsOf(all))?.anchor).toEqual({ row: 1, column: 4 });
    expect(startingSelection([])).toBeNull();
  });
});

describe('countNumbers', () => {
  it('counts formulas apart and not applicable as filled', () => {
    const counts = countNumbers(
      indicators,
      bookOf([
        number('screened', year, '46', { state: 'carried' }),
        { ...number('settled', year, '0'), entry: { kind: 'notApplicable' } },
        number('lectures', year - 1, '3'),
      ]),
      year,
    );
    expect(counts).toEqual({ confirmed: 1, carried: 1, missing: 1, formulas: 1 });
    expect([filledOf(counts), typedTotalOf(counts)]).toEqual([2, 3]);
  });
});
