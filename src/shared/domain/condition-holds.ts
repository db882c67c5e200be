/** Whether a conditional passage is printed this year. Pure. */
import type { Condition } from './condition.ts';
import { Decimal, withoutNoise } from './decimal.ts';
import type { NumberState } from './model.ts';
import type { NumberBook } from './number-book.ts';

/** `missing`: a number that decides it is not there, so that nobody can say; it is not printed. */
export type Shown = 'shown' | 'hidden' | 'missing';

/** What is asked of the number itself, or of its difference to the year before. */
const holds: Record<Condition['test'], (value: Decimal, limit: Decimal) => boolean> = {
  nonZero: (value) => !value.isZero(),
  zero: (value) => value.isZero(),
  increased: (value, before) => value.greaterThan(before),
  decreased: (value, before) => value.lessThan(before),
  unchanged: (value, before) => value.equals(before),
  above: (value, limit) => value.greaterThan(limit),
  below: (value, limit) => value.lessThan(limit),
  atLeast: (value, limit) => value.greaterThanOrEqualTo(limit),
  atMost: (value, limit) => value.lessThanOrEqualTo(limit),
};

export function comparesYears(test: Condition['test']): boolean {
  return test === 'increased' || test === 'decreased' || test === 'unchanged';
}

export function comparesWithLimit(test: Condition['test']): boolean {
  return test === 'above' || test === 'below' || test === 'atLeast' || test === 'atMost';
}

/** The cells that decide it. */
function cellsOf({ indicatorId, yearOffset, test }: Condition, reportYear: number, book: NumberBook) {
  const year = reportYear + yearOffset;
  const own = book.cell(indicatorId, year);
  return comparesYears(test) ? [own, book.cell(indicatorId, year - 1)] : [own];
}

/**
 * Compares exact values, not shown ones. Never throws: an unknown indicator, or a test with a limit that has none, is
 * `missing`. Where a number is not applicable somebody has decided that there is none; nothing holds of it: `hidden`.
 */
export function conditionHolds(condition: Condition, reportYear: number, book: NumberBook): Shown {
  const { test, limit } = condition;
  const cells = cellsOf(condition, reportYear, book);
  if (cells.some(({ entry }) => entry.kind === 'empty')) return 'missing';
  const [value, before] = cells.flatMap(({ entry }) =>
    entry.kind === 'number' ? [withoutNoise(new Decimal(entry.value))] : [],
  );
  if (value === undefined || (comparesYears(test) && before === undefined)) return 'hidden';
  if (comparesWithLimit(test) && limit === null) return 'missing';
  return holds[test](value, before ?? new Decimal(limit ?? 0)) ? 'shown' : 'hidden';
}

/** The state of the numbers that decide it: carried over when one of them is, missing when one is not there. */
export function conditionState(condition: Condition, reportYear: number, book: NumberBook): NumberState {
  if (conditionHolds(condition, reportYear, book) === 'missing') return 'missing';
  const carried = cellsOf(condition, reportYear, book).some(({ state }) => state === 'carried');
  return carried ? 'carried' : 'confirmed';
}
