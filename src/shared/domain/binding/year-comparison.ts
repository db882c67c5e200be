/** This year against last year: one rule for the phrases of the prose and the columns of the table. */
import { type Decimal, withoutNoise } from '../decimal.ts';
import { asShown, type Measured } from './number-text.ts';

export interface YearComparison {
  /** In the indicator's unit, at its precision; percentage points of a rate. */
  difference: Decimal;
  direction: 'up' | 'down' | 'same';
  /** Shown alike although the exact numbers differ: «基本持平». Then the direction is `same`. */
  nearly: boolean;
  /**
   * Per cent, not yet rounded. Null for a rate, whose change is told in points, and where there is no rate of growth:
   * from 0, from a negative number, or to one.
   */
  growth: Decimal | null;
  /** Exactly twice last year's number, which is above 0. Never of a rate. */
  doubled: boolean;
}

/**
 * Compares the two numbers as they are shown, that is, each rounded to the indicator's precision first. A reader who
 * takes the printed 95.9 from the printed 96.6 gets the printed 0.7, whatever the exact numbers are; growth, too, is
 * that of the printed numbers. The price: the difference may be off the exact one by up to one unit of the last digit.
 *
 * A change too small to be seen in the two printed numbers is neither denied nor given a size that the reader cannot
 * find: it is `nearly` the same, 基本持平, which is how statistical communiqués put it.
 */
export function compareYears(before: Decimal, now: Decimal, indicator: Measured): YearComparison {
  const [then, shown] = [asShown(withoutNoise(before), indicator), asShown(withoutNoise(now), indicator)];
  const difference = shown.minus(then);
  const counts = indicator.kind !== 'rate' && then.greaterThan(0) && !shown.isNegative();
  return {
    difference,
    direction: difference.isZero() ? 'same' : difference.isNegative() ? 'down' : 'up',
    nearly: difference.isZero() && !withoutNoise(before).equals(withoutNoise(now)),
    growth: counts ? withoutNoise(difference.times(100).dividedBy(then)) : null,
    doubled: counts && shown.equals(then.times(2)),
  };
}
