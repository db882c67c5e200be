/** What a place says of two years: a phrase, or the size of the change alone. */
import type { FormatOf } from '../binding-format.ts';
import type { Decimal } from '../decimal.ts';
import { fixed, type Measured, trimmed } from './number-text.ts';
import { wordingOf } from './wording.ts';
import { compareYears, type YearComparison } from './year-comparison.ts';

/** Digits of a growth rate: an indicator's own precision says nothing about its growth. */
const growthPlaces = 1;

export type PhraseFormat = FormatOf<'growth' | 'change' | 'size'>;

interface Size {
  told: 'growth' | 'change';
  /** Without sign, with its unit: «26.1%», «12件», «0.9个百分点». */
  text: string;
  isZero: boolean;
}

/**
 * The comparison with the year before, by the rule of compareYears.
 *
 * - A rate, in both styles: «较上年提高0.9个百分点», «较上年降低…», at the indicator's precision.
 * - `growth`: «较上年增长26.1%», «较上年下降5.6%», one digit after the point, «增长20%» without its zero. Where there is
 *   no growth (from 0, from or to a negative number) the change is told.
 * - `change`: «较上年增加12件», «较上年减少3件», at the indicator's precision.
 * - Unchanged: «与上年持平». Changed by less than is shown, also a growth that rounds to 0%: «与上年基本持平».
 * - `doubled` and `first` come before these where the place has words for them; `first` needs a number above 0 now and
 *   `onlyZeroBefore`: every earlier year known was 0.
 * - `size`: as above without prefix and verb, «0%» or «0件» where nothing changed: the sentence has its own words.
 */
export function phraseText(
  years: { before: Decimal; now: Decimal; onlyZeroBefore: boolean },
  format: PhraseFormat,
  indicator: Measured,
): string {
  const comparison = compareYears(years.before, years.now, indicator);
  if (format.style === 'size') return sizeOf(comparison, format.of, indicator).text;
  const size = sizeOf(comparison, format.style, indicator);
  const words = wordingOf(format, size.told, indicator);
  if (words.first !== '' && years.onlyZeroBefore && comparison.direction === 'up') return words.first;
  if (words.doubled !== '' && comparison.doubled) return words.prefix + words.doubled;
  if (comparison.direction === 'same') return comparison.nearly ? words.nearly : words.same;
  if (size.isZero) return words.nearly;
  return words.prefix + words[comparison.direction] + size.text;
}

function sizeOf(comparison: YearComparison, of: 'growth' | 'change', indicator: Measured): Size {
  const { growth, difference } = comparison;
  if (of === 'growth' && growth !== null) {
    const text = trimmed(growth.abs(), growthPlaces);
    return { told: 'growth', text: `${text}%`, isZero: text === '0' };
  }
  const unit = indicator.kind === 'rate' ? '个百分点' : indicator.unit;
  const text = fixed(difference.abs(), indicator.precision) + unit;
  return { told: 'change', text, isZero: difference.isZero() };
}
