/** The columns 增减 and 增长率: this year against last year, by the rule of the prose (compareYears). */
import { compareYears } from '../../../shared/domain/binding/year-comparison.ts';
import { Decimal, plainText, roundHalfUp } from '../../../shared/domain/decimal.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';

export interface YearChange {
  /** With its sign, at the indicator's precision: «+12», «−3», «0». Null when a year has no number. */
  difference: string | null;
  /** `nearly`: the two numbers are shown alike, yet differ. */
  direction: 'up' | 'down' | 'same' | 'nearly' | null;
  /** Per cent with its sign, at most one place: «26.1%», «−100%». Null where compareYears gives no growth. */
  growth: string | null;
}

const nothing: YearChange = { difference: null, direction: null, growth: null };

/** What the table says of the change; nothing of days, with which nothing is calculated. */
export function yearChange(
  last: Entry,
  current: Entry,
  indicator: Pick<Indicator, 'kind' | 'precision' | 'unit'>,
): YearChange {
  if (last.kind !== 'number' || current.kind !== 'number' || indicator.kind === 'date') return nothing;
  const comparison = compareYears(new Decimal(last.value), new Decimal(current.value), indicator);
  const { difference, direction, nearly, growth } = comparison;
  return {
    difference: withSign(roundHalfUp(plainText(difference), indicator.precision), '+'),
    direction: nearly ? 'nearly' : direction,
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
