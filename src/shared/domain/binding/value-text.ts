/** One number in the sentence: exact, rounded, about, in words. Pure decimal; each value is rounded once, half up. */
import type { BindingFormat, FormatOf } from '../binding-format.ts';
import { Decimal, plainText } from '../decimal.ts';
import { chineseWholeNumber } from '../text/chinese-numerals.ts';
import { dayText } from './day-text.ts';
import { asShown, fixed, inTenThousands, inThrees, type Measured, trimmed, unitIn } from './number-text.ts';

const tenThousand = 10_000;
const hundredMillion = 100_000_000;

/** Formats whose text follows from one number alone. */
export type ValueFormat = FormatOf<
  | 'plain'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'tenThousand'
  | 'hundredMillion'
  | 'over'
  | 'about'
  | 'chinese'
  | 'ordinal'
  | 'date'
>;

/**
 * The text of a number that is there. What a format cannot say of a number (万 of 9999, 余 of a negative number or of a
 * rate, 第 of 0 or 2.5) is not forced: the number then stands plain, at the indicator's precision.
 *
 * - `zero` is said when the number is exactly 0, not when it only rounds to it.
 * - 万 begins where the number as the table shows it reaches 10000, so 9999.996元 (shown 10000.00) is «1万元»;
 *   999999.96 to one place is «100万». It stays 万 above 1亿 too, since 亿 would drop digits nobody asked to drop.
 * - 亿 begins where the number in 万 would read 10000万 or more: 99999999 to one place is «1亿». Of 万元, 万 makes
 *   亿元, and of 亿元 万亿元: there 亿 is the same as 万.
 * - 余, 多: rounded towards zero, the word only where something was cut off. Below the step, negative: plain.
 * - 近: rounded up; 约: to the nearer multiple; the word only where that changed the number. What would become 0, is 0 or
 *   negative stands plain.
 * - Chinese numerals and 第: of the number as the table shows it, where that is whole; numerals up to 9999亿 and not for
 *   negative numbers, 第 from 1. 两 stands for a lone 2 before its measure word, 二 elsewhere (二百, 十二, 第二).
 * - A day reads as a day in whatever format; another number in the format of a day stands plain.
 */
export function valueText(value: Decimal, format: ValueFormat, indicator: Measured): string {
  const unit = unitIn(format, indicator);
  if (value.isZero() && 'zero' in format && format.zero !== undefined) return format.zero;
  const plain = fixed(value, indicator.precision);
  if (indicator.kind === 'date') {
    return dayText(plain, format.style === 'date' ? format.form : 'full') ?? plain;
  }
  switch (format.style) {
    case 'plain':
      return digits(plain, format) + unit;
    case 'integer':
      return digits(fixed(value, 0), format) + unit;
    case 'decimal':
      return digits(fixed(value, format.places), format) + unit;
    case 'percent':
      return fixed(value, format.places) + unit;
    case 'date':
      return plain;
    default:
      return (indicator.kind === 'rate' ? null : unusual(value, format, indicator, unit)) ?? plain + unit;
  }
}

function digits(text: string, format: { grouped?: boolean | undefined }): string {
  return format.grouped === true ? inThrees(text) : text;
}

type UnusualFormat = Exclude<ValueFormat, FormatOf<'plain' | 'integer' | 'decimal' | 'percent' | 'date'>>;

/** The text in a format that does not suit every number; null where it does not suit this one. */
function unusual(value: Decimal, format: UnusualFormat, indicator: Measured, unit: string): string | null {
  switch (format.style) {
    case 'tenThousand':
      return tenThousands(value, format.places, indicator, unit);
    case 'hundredMillion':
      return hundredMillions(value, format.places, indicator, unit);
    case 'over':
      return over(value, format, unit);
    case 'about':
      return about(value, format, unit);
    case 'chinese':
      return chinese(asShown(value, indicator), unit);
    case 'ordinal':
      return ordinal(asShown(value, indicator), format, unit);
  }
}

function tenThousands(value: Decimal, places: number, indicator: Measured, unit: string): string | null {
  if (asShown(value, indicator).abs().lessThan(tenThousand)) return null;
  return trimmed(value.dividedBy(tenThousand), places) + inTenThousands(unit);
}

function hundredMillions(value: Decimal, places: number, indicator: Measured, unit: string): string | null {
  const inWan = new Decimal(fixed(value.dividedBy(tenThousand), places)).abs();
  if (/^[万亿]/.test(indicator.unit) || inWan.lessThan(tenThousand)) {
    return tenThousands(value, places, indicator, unit);
  }
  return `${trimmed(value.dividedBy(hundredMillion), places)}亿${unit}`;
}

function over(value: Decimal, format: FormatOf<'over'>, unit: string): string | null {
  const step = new Decimal(format.to);
  if (value.lessThan(step)) return null;
  const kept = value.dividedToIntegerBy(step).times(step);
  return roundText(kept, format.to, kept.equals(value) ? '' : (format.word ?? '余'), unit);
}

function about(value: Decimal, format: FormatOf<'about'>, unit: string): string | null {
  const step = new Decimal(format.to);
  const steps = value.dividedBy(step);
  const kept = (format.word === '近' ? steps.ceil() : new Decimal(fixed(steps, 0))).times(step);
  if (!kept.greaterThan(0)) return null;
  return (kept.equals(value) ? '' : format.word) + roundText(kept, format.to, '', unit);
}

/** A multiple of the step, in 万 where the step is 万. */
function roundText(kept: Decimal, to: FormatOf<'over'>['to'], word: string, unit: string): string {
  return to === '10000'
    ? plainText(kept.dividedBy(tenThousand)) + inTenThousands(unit, word)
    : plainText(kept) + word + unit;
}

function chinese(shown: Decimal, unit: string): string | null {
  if (shown.equals(2) && unit !== '') return `两${unit}`;
  const numeral = shown.isInteger() ? chineseWholeNumber(plainText(shown)) : null;
  return numeral === null ? null : numeral + unit;
}

function ordinal(shown: Decimal, format: FormatOf<'ordinal'>, unit: string): string | null {
  if (!shown.isInteger() || shown.lessThan(1)) return null;
  const text = plainText(shown);
  return `第${format.chinese ? (chineseWholeNumber(text) ?? text) : text}${unit}`;
}

/** Whether the text of this format follows from one number alone. */
export function isValueFormat(format: BindingFormat): format is ValueFormat {
  return !['threshold', 'range', 'growth', 'change', 'size'].includes(format.style);
}
