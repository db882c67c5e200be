/** What a quantity found in a text is, and exact arithmetic on its digits. */
import { Decimal } from '../decimal.ts';
import { hedgesAround } from './hedges.ts';

export interface FoundQuantity {
  /** Exact slice of the text, hedges included: `text.slice(start, end)`. */
  text: string;
  /** Decimal string in base units (3万 → "30000"); a range has two. 三成 is "30" %, 三分之二 is "0.6667" without a unit. */
  value: string | [string, string];
  /** «人次», «%»; of 3万元 it is «元», as 万 scales the number. Empty for 一半 and 三分之二. */
  unit: string;
  /** The hedge, 余 多 约 不到 …, or null. */
  approx: string | null;
  start: number;
  end: number;
}

/** A quantity without its words, as found in a masked text. */
export type QuantityPlace = Omit<FoundQuantity, 'text'>;

/** Digits enough for any number a person writes, so that scaling is exact. */
const Exact = Decimal.clone({ precision: 60 });
const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** Places kept of a fraction that no decimal states exactly. */
const fractionPlaces = 4;

/** `digits` times the scale words (万, 千万, 亿), plus what stands behind the scale (1万2千). */
export function scaled(digits: string, scale = '', added = 0): string {
  if (scale === '' && added === 0 && /^[1-9]\d{0,14}$/.test(digits)) return digits;
  const power = [...scale].reduce((sum, word) => sum + (powers[word] ?? 0), 0);
  return new Exact(digits).times(new Exact(10).pow(power)).plus(added).toFixed();
}

/** The fraction as a decimal, rounded half up to four places. */
export function fractionValue(numerator: string, denominator: number): string {
  return new Exact(numerator)
    .div(denominator)
    .toDecimalPlaces(fractionPlaces, Decimal.ROUND_HALF_UP)
    .toFixed();
}

/** A quantity from the place of its number with unit; the hedges around are looked for in `text`. */
export function quantityAt(
  text: string,
  [start, end]: [number, number],
  value: FoundQuantity['value'],
  unit: string,
  hedge?: string | undefined,
): QuantityPlace {
  // 三成 is thirty per cent, as 百分之三十 is.
  const inPercent = unit === '成';
  const tenfold = (digits: string) => scaled(digits, '十');
  const plain = !inPercent
    ? value
    : typeof value === 'string'
      ? tenfold(value)
      : ([tenfold(value[0]), tenfold(value[1])] satisfies [string, string]);
  return { value: plain, unit: inPercent ? '%' : unit, ...hedgesAround(text, start, end, hedge) };
}
