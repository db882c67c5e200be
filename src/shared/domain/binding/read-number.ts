/** The number that a printed value says, with the bounds that its precision and its words leave open. */
import type { BindingFormat } from '../binding-format.ts';
import { Decimal, plainText } from '../decimal.ts';
import { chineseNumeralValue } from '../text/chinese-numerals.ts';
import { type Measured, unitIn } from './number-text.ts';

/** Inclusive, in the indicator's unit; null where the words give no bound on that side. */
export interface Bounds {
  least: string | null;
  most: string | null;
}

const scalePowers: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12 };
const writtenNumber =
  /^(?<front>(?:首次)?(?:超过|达到|不到)|近|约|第)?(?<digits>-?\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千万亿]+?)(?<early>[余多])?(?<scale>万亿|万|亿)?(?<late>[余多])?(?<behind>[万亿])?$/;

/** The bounds within which the number is that reads `text` in this format; null for a text that is no such number. */
export function readNumber(text: string, format: BindingFormat, indicator: Measured): Bounds | null {
  // 万元 is 万 times 元: what is written in 亿元, 万余元 or 万余亿元 has its scale before the plain unit.
  const unit = unitIn(format, indicator);
  const ownScale = /^(?:万亿|万|亿)/.exec(unit)?.[0] ?? '';
  const plainUnit = unit.slice(ownScale.length);
  if (!text.endsWith(plainUnit)) return null;
  const found = writtenNumber.exec(text.slice(0, text.length - plainUnit.length))?.groups;
  const digits = found?.digits?.replaceAll(',', '') ?? '';
  const coefficient = /^[-\d]/.test(digits) ? digits : chineseNumeralValue(digits);
  if (found === undefined || coefficient === null) return null;

  const { front = '', scale = '', early, late, behind = '' } = found;
  const power = powerOf(scale) + powerOf(behind) - powerOf(ownScale);
  const value = new Decimal(coefficient).times(new Decimal(10).pow(power));
  if (front.endsWith('超过')) return bounds(value, null);
  if (front.endsWith('不到')) return bounds(null, value);
  if (front.endsWith('达到')) return bounds(value, value);
  if ('to' in format) {
    if ((early ?? late) !== undefined) return bounds(value, value.plus(format.to));
    if (front === '近') return bounds(value.minus(format.to), value);
    if (front === '约') return around(value, new Decimal(format.to));
  }
  return around(value, new Decimal(10).pow(lastDigit(format, indicator, power)));
}

function powerOf(scale: string): number {
  return scalePowers[scale] ?? 0;
}

/** The power of ten of the last digit that the format shows, dropped zeros included. */
function lastDigit(format: BindingFormat, { precision }: Measured, power: number): number {
  switch (format.style) {
    case 'integer':
      return 0;
    case 'decimal':
    case 'percent':
      return -format.places;
    case 'tenThousand':
    case 'hundredMillion':
      return power > 0 ? power - format.places : -precision;
    default:
      return -precision;
  }
}

function around(value: Decimal, step: Decimal): Bounds {
  return bounds(value.minus(step.dividedBy(2)), value.plus(step.dividedBy(2)));
}

function bounds(least: Decimal | null, most: Decimal | null): Bounds {
  return {
    least: least === null ? null : plainText(least),
    most: most === null ? null : plainText(most),
  };
}
