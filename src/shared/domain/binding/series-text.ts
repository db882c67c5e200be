/** What a place says of a number among the years before it: against a limit, or as a range. */
import type { FormatOf } from '../binding-format.ts';
import { Decimal, plainText } from '../decimal.ts';
import { fixed, inTenThousands, type Measured, unitIn } from './number-text.ts';

const tenThousand = 10_000;

/**
 * «超过1万件», «达到1万件» when it is exactly that, «不到1万件»; compared exactly, not as shown. With `first`, «首次超过»
 * and «首次达到» where at least one earlier year is known and none of them did the same. 0 stands plain: «不到» would
 * suggest that there is something.
 */
export function thresholdText(
  value: Decimal,
  earlier: readonly Decimal[],
  format: FormatOf<'threshold'>,
  indicator: Measured,
): string {
  const unit = unitIn(format, indicator);
  if (value.isZero()) return fixed(value, indicator.precision) + unit;
  const limit = new Decimal(format.limit);
  const limitText = roundNumber(limit, unit);
  if (value.lessThan(limit)) return `不到${limitText}`;
  const exceeds = value.greaterThan(limit);
  const didBefore = (one: Decimal) => (exceeds ? one.greaterThan(limit) : one.greaterThanOrEqualTo(limit));
  const isFirst = format.first && earlier.length > 0 && !earlier.some(didBefore);
  return `${isFirst ? '首次' : ''}${exceeds ? '超过' : '达到'}${limitText}`;
}

/** A limit as people write it: in 万 from 10000 on where that takes at most two digits after the point. */
function roundNumber(limit: Decimal, unit: string): string {
  const inWan = limit.dividedBy(tenThousand);
  const usual = limit.greaterThanOrEqualTo(tenThousand) && inWan.decimalPlaces() <= 2 && unit !== '%';
  return usual ? plainText(inWan) + inTenThousands(unit) : plainText(limit) + unit;
}

/**
 * «12～58件» from the lowest to the highest of the years, at the indicator's precision; one number where they are shown
 * alike. What a scale or a sign of the unit would make ambiguous is said twice: «3万元～5万元», «95.1%～96.6%»
 * (GB/T 15835-2011, on numerical ranges).
 */
export function rangeText(
  values: readonly Decimal[],
  format: FormatOf<'range'>,
  indicator: Measured,
): string {
  const unit = unitIn(format, indicator);
  const lowest = fixed(Decimal.min(...values), indicator.precision);
  const highest = fixed(Decimal.max(...values), indicator.precision);
  if (lowest === highest) return highest + unit;
  const twice = /^[万亿%‰]/.test(unit) ? unit : '';
  return `${lowest}${twice}～${highest}${unit}`;
}
