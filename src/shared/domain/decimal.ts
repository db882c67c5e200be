/**
 * Decimal arithmetic of the whole program, configured once. Values cross every border as text (decimalSchema); nothing
 * here or above it passes through a binary float.
 */
import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * An own clone of decimal.js, so that no other package can change its settings. 100 significant digits keep sums and
 * products of the 40-digit numbers we accept exact. The exponent limits make a runaway product Infinity (checked by the
 * caller) instead of a text of millions of digits.
 */
export const Decimal = BaseDecimal.clone({
  defaults: true,
  precision: 100,
  rounding: BaseDecimal.ROUND_HALF_UP,
  minE: -1000,
  maxE: 1000,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Decimal = BaseDecimal;

/** Digits of a number that a cell may hold, before and after the point together; the limit of decimalSchema. */
export const maximumDigits = 40;

/**
 * Places at which the noise of an unending quotient is removed before the result is rounded for showing, so that
 * 1 ÷ 3 × 1.5 is 0.5 and rounds up. Far beyond the six places that are ever shown.
 */
const guardPlaces = 24;

/** Exactly `places` digits after the point, half away from zero (四舍五入): 2.5 → "3", −2.5 → "−3", never "-0". */
export function roundHalfUp(value: string, places: number): string {
  const rounded = new Decimal(value).toDecimalPlaces(places, BaseDecimal.ROUND_HALF_UP);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places);
}

/** The shortest exact text: no exponent, no trailing zeros, no "-0". */
export function plainText(value: Decimal): string {
  return (value.isZero() ? value.abs() : value).toFixed();
}

/** A calculated value without the noise of unending quotients, for comparing and rounding. */
export function withoutNoise(value: Decimal): Decimal {
  return value.toDecimalPlaces(guardPlaces, BaseDecimal.ROUND_HALF_UP);
}

/**
 * The text of a calculated value, cut half up to the 40 digits a cell may hold; null when its whole part alone is longer
 * or the value is no finite number.
 */
export function cellText(value: Decimal): string | null {
  if (!value.isFinite()) return null;
  const wholeDigits = value.abs().lessThan(1) ? 1 : value.e + 1;
  if (wholeDigits > maximumDigits) return null;
  const text = plainText(value.toDecimalPlaces(maximumDigits - wholeDigits, BaseDecimal.ROUND_HALF_UP));
  return digitCount(text) > maximumDigits ? null : text;
}

/** Digits of a decimal text, without sign and point. */
export function digitCount(text: string): number {
  return text.replace(/[^0-9]/g, '').length;
}
