/** How a binding shows its number. What each style says in every case: the files under binding/. */
import { z } from 'zod';

const decimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .max(42);
const places = z.number().int().min(0).max(6);
const steps = z.enum(['10', '100', '1000', '10000']);
/** Digits in threes, «12,345»: off in prose, where GB/T 15835 groups nothing below five digits. */
const grouped = z.boolean().optional();
/** Said in place of the whole number, measure word included, when it is zero: «无». */
const zero = z.string().min(1).max(10).optional();
const valued = { unit: z.boolean(), zero };

/** The words of a phrase at one place; each may be changed there. An empty `doubled` or `first` is not used. */
export const wordingSchema = z.object({
  /** «较上年», «同比», «比上年», or nothing. */
  prefix: z.string().max(20),
  up: z.string().min(1).max(20),
  down: z.string().min(1).max(20),
  /** The whole phrase when nothing has changed: «与上年持平». */
  same: z.string().min(1).max(30),
  /** The whole phrase when it has changed by less than is shown: «与上年基本持平». */
  nearly: z.string().min(1).max(30),
  /** After the prefix when the number is exactly twice last year's: «翻一番». */
  doubled: z.string().max(20),
  /** The whole phrase when every earlier year known was zero: «首次开展». */
  first: z.string().max(30),
});
export type Wording = z.infer<typeof wordingSchema>;
const wording = wordingSchema.optional();

export const bindingFormatSchema = z.discriminatedUnion('style', [
  /** The indicator's own precision: «58件», «96.6%». */
  z.object({ style: z.literal('plain'), ...valued, grouped }),
  /** Rounded half up to whole numbers: «58件». */
  z.object({ style: z.literal('integer'), ...valued, grouped }),
  /** Fixed digits after the point: «3.50万元» keeps its zeros. */
  z.object({ style: z.literal('decimal'), places, ...valued, grouped }),
  /** The number with %, for rates that are stored in per cent: «96.6%». */
  z.object({ style: z.literal('percent'), places, zero }),
  /** In ten thousands, trailing zeros dropped: 36000 → «3.6万份». */
  z.object({ style: z.literal('tenThousand'), places, ...valued }),
  /** In hundred millions, below them in ten thousands, trailing zeros dropped: 350000000 → «3.5亿元». */
  z.object({ style: z.literal('hundredMillion'), places, ...valued }),
  /** Rounded down to a multiple of `to`, with 余 (or 多) only when something was cut off: 353, to 10 → «350余人次». */
  z.object({ style: z.literal('over'), to: steps, word: z.enum(['余', '多']).optional(), ...valued }),
  /** 近: rounded up to a multiple of `to`, 约: half up to one; the word only when that changed it: «近360人次». */
  z.object({ style: z.literal('about'), to: steps, word: z.enum(['近', '约']), ...valued }),
  /** Against a limit: «超过1万件», «不到1万件», «达到1万件»; with `first` «首次超过» where no earlier year did. */
  z.object({ style: z.literal('threshold'), limit: decimalText, first: z.boolean(), unit: z.boolean() }),
  /** A whole number in Chinese numerals: «十二件», «两件». */
  z.object({ style: z.literal('chinese'), ...valued }),
  /** «第3» or, in Chinese numerals, «第三»; with unit «第三次». */
  z.object({ style: z.literal('ordinal'), chinese: z.boolean(), unit: z.boolean() }),
  /** Lowest to highest of so many years up to the binding's: «12～58件». */
  z.object({ style: z.literal('range'), years: z.number().int().min(2).max(11), unit: z.boolean() }),
  /** A day: «2025年3月15日», «3月15日», «2025年3月». */
  z.object({ style: z.literal('date'), form: z.enum(['full', 'monthDay', 'month']) }),
  /** Year-on-year phrase: «较上年增长26.1%», «较上年提高0.9个百分点», «与上年持平». */
  z.object({ style: z.literal('growth'), wording }),
  /** Year-on-year difference: «较上年增加12件», «较上年减少3件», «与上年持平»; for rates the same as growth. */
  z.object({ style: z.literal('change'), wording }),
  /** The size alone of what growth or change tell, for a sentence with its own verb: «26.1%», «12件», «0.9个百分点». */
  z.object({ style: z.literal('size'), of: z.enum(['growth', 'change']) }),
]);
export type BindingFormat = z.infer<typeof bindingFormatSchema>;
export type FormatOf<Style extends BindingFormat['style']> = Extract<BindingFormat, { style: Style }>;
