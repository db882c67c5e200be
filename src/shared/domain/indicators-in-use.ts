/** Which indicators are still asked for. Pure. */
import type { Indicator } from './model.ts';

/** Those that a report of `year` is asked for: not retired before it. In their order. */
export function indicatorsInUse(indicators: readonly Indicator[], year: number): readonly Indicator[] {
  return indicators.filter(({ retiredAfter }) => retiredAfter === null || retiredAfter >= year);
}
