/** The columns 增减 and 增长率: this year against last year. Decimal throughout; shown values are rounded half up. */
import { Decimal, plainText, roundHalfUp, withoutNoise } from '../../../shared/domain/decimal.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';

export interface YearChange {
  /** With its sign, at the indicator's precision: «+12», «−3», «0». Null when a year has no number. */
  difference: string | null;
  direction: 'up' | 'down' | 'same' | null;
  /** Per cent with its sign, at most one place: «26.1%», «−100%». Null for rates and where last year is 0 or open. */
  growth: string | null;
}

const nothing: YearChange = { difference: null, direction: null, growth: null };

/**
 * The difference is taken between the values themselves, then rounded; a rate's difference is in percentage points and
 * has no growth of its own.
 */
export function yearChange(
  last: Entry,
  current: Entry,
  indicator: Pick<Indicator, 'kind' | 'precision'>,
): YearChange {
  if (indicator.kind === 'date' || last.kind !== 'number' || current.kind !== 'number') return nothing;
  const before = new Decimal(last.value);
  const difference = withoutNoise(new Decimal(current.value).minus(before));
  const direction = difference.isZero() ? 'same' : difference.isNegative() ? 'down' : 'up';
  const growth =
    indicator.kind === 'rate' || before.isZero()
      ? null
      : withoutNoise(difference.div(before.abs()).times(100));
  return {
    difference: withSign(roundHalfUp(plainText(difference), indicator.precision), '+'),
    direction,
    growth: growth === null ? null : `${withSign(shortest(growth), '')}%`,
  };
}

function shortest(value: Decimal): string {
  return plainText(new Decimal(roundHalfUp(plainText(value), 1)));
}

/** The typographic minus, as in print; `plus` before what is greater than zero. */
function withSign(text: string, plus: string): string {
  if (text.startsWith('-')) return `−${text.slice(1)}`;
  return /[1-9]/.test(text) ? `${plus}${text}` : text;
}
