/** How a binding shows its number. Wording and examples: renderBinding in binding-text.ts. */
import { z } from 'zod';

const withUnit = { unit: z.boolean() };

export const bindingFormatSchema = z.discriminatedUnion('style', [
  /** The indicator's own precision: «58件», «96.6%». */
  z.object({ style: z.literal('plain'), ...withUnit }),
  /** Rounded half up to whole numbers: «58件». */
  z.object({ style: z.literal('integer'), ...withUnit }),
  /** Fixed digits after the point: «3.50万元» keeps its zeros. */
  z.object({ style: z.literal('decimal'), places: z.number().int().min(0).max(6), ...withUnit }),
  /** The number with %, for rates that are stored in per cent: «96.6%». */
  z.object({ style: z.literal('percent'), places: z.number().int().min(0).max(6) }),
  /** In ten thousands, trailing zeros dropped: 36000 → «3.6万份». */
  z.object({ style: z.literal('tenThousand'), places: z.number().int().min(0).max(6), ...withUnit }),
  /** Rounded down to a multiple of `to`, with 余 only when something was cut off: 353, to 10 → «350余人次». */
  z.object({ style: z.literal('over'), to: z.enum(['10', '100', '1000', '10000']), ...withUnit }),
  /** Year-on-year phrase: «较上年增长26.1%», «较上年提高0.9个百分点», «与上年持平». */
  z.object({ style: z.literal('growth') }),
  /** Year-on-year difference: «较上年增加12件», «较上年减少3件», «与上年持平»; for rates the same as growth. */
  z.object({ style: z.literal('change') }),
]);
export type BindingFormat = z.infer<typeof bindingFormatSchema>;
