/** Pieces of a printed number: its digits, the scale words 万 and 亿, its unit. */
import type { BindingFormat } from '../binding-format.ts';
import { Decimal, plainText, roundHalfUp } from '../decimal.ts';
import type { Indicator } from '../model.ts';

export type Measured = Pick<Indicator, 'kind' | 'precision' | 'unit'>;

/** Exactly `places` digits after the point, half up. */
export function fixed(value: Decimal, places: number): string {
  return roundHalfUp(plainText(value), places);
}

/** At most `places` digits after the point, half up, without trailing zeros. */
export function trimmed(value: Decimal, places: number): string {
  return plainText(new Decimal(fixed(value, places)));
}

/** The number as the table shows it: at the indicator's precision. */
export function asShown(value: Decimal, { precision }: Pick<Indicator, 'precision'>): Decimal {
  return new Decimal(fixed(value, precision));
}

/** Digits before the point in threes: «-12,345.60». */
export function inThrees(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const parted = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** A rate without a unit of its own is in per cent. */
export function ownUnit({ kind, unit }: Measured): string {
  return kind === 'rate' && unit === '' ? '%' : unit;
}

/** The unit that a value in this format carries; empty where the format leaves it out. */
export function unitIn(format: BindingFormat, indicator: Measured): string {
  if (format.style === 'percent') return '%';
  return 'unit' in format && format.unit ? ownUnit(indicator) : '';
}

/** 万 (and 余) before the unit; ten thousand 万元 are one 亿元. */
export function inTenThousands(unit: string, word = ''): string {
  return unit.startsWith('万') ? `亿${word}${unit.slice(1)}` : `万${word}${unit}`;
}
