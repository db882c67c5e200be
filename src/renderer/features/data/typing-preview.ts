/** What a text that still stands in the cell field will be: said under the grid while it is typed. Pure. */
import { parseCellInput } from '../../../shared/domain/cell-input.ts';
import { Decimal, roundHalfUp } from '../../../shared/domain/decimal.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';
import type { Failure } from '../../../shared/errors.ts';

/**
 * `scale`: so many times last year's number (10^3, 10^4) or such a part of it that the unit was probably another one;
 * `far`: more than five times, or less than a fifth of last year's.
 */
export type Doubt = { kind: 'scale'; times: string; up: boolean } | { kind: 'far'; up: boolean };

export type TypingPreview =
  | { kind: 'empty' }
  | { kind: 'notApplicable' }
  | { kind: 'day'; year: number; month: number; day: number }
  /** The number as it is read aloud, with separators; `last` is last year's, where there is a doubt. */
  | { kind: 'number'; shown: string; doubt: (Doubt & { last: string }) | null }
  | { kind: 'refused'; failure: Failure };

export function typingPreview(text: string, indicator: Indicator, lastYear: Entry): TypingPreview {
  const read = parseCellInput(text, indicator);
  if (!read.ok) return { kind: 'refused', failure: read.error };
  const entry = read.value;
  if (entry.kind !== 'number') return { kind: entry.kind };
  if (indicator.kind === 'date') {
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(entry.value) ?? [];
    return { kind: 'day', year: Number(year), month: Number(month), day: Number(day) };
  }
  const doubt = lastYear.kind === 'number' ? doubtOf(entry.value, lastYear.value) : null;
  return {
    kind: 'number',
    shown: grouped(entry.value),
    doubt:
      doubt && lastYear.kind === 'number'
        ? { ...doubt, last: grouped(roundHalfUp(lastYear.value, indicator.precision)) }
        : null,
  };
}

const scales = ['1000', '10000'] as const;
/** How near to a whole power the relation of two years must be: half to double of it. */
const nearScale = 2;
const farTimes = 5;

/** Null where the numbers are alike, and where one of them is zero: nothing can be said of that. */
export function doubtOf(value: string, last: string): Doubt | null {
  const [now, before] = [new Decimal(value).abs(), new Decimal(last).abs()];
  if (now.isZero() || before.isZero()) return null;
  const up = now.greaterThan(before);
  const times = up ? now.div(before) : before.div(now);
  const scale = scales.find(
    (one) =>
      times.greaterThanOrEqualTo(new Decimal(one).div(nearScale)) &&
      times.lessThanOrEqualTo(new Decimal(one).times(nearScale)),
  );
  if (scale !== undefined) return { kind: 'scale', times: grouped(scale), up };
  return times.greaterThan(farTimes) ? { kind: 'far', up } : null;
}

/** «1234567.89» as «1,234,567.89». */
export function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
