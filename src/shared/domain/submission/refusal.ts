/** A place that keeps the formal document back. */
import { z } from 'zod';

/**
 * `missing` 缺少, `carried` 未确认 and `sourceChanged` 源已变 are numbers; `carriedParagraph` last year's text that nobody
 * has decided, `staleHeading` a heading that still says last year's year, date or number.
 */
export const refusalReasons = [
  'missing',
  'carried',
  'sourceChanged',
  'carriedParagraph',
  'staleHeading',
] as const;

export const refusalSchema = z.object({
  reason: z.enum(refusalReasons),
  chapterId: z.string(),
  /** Of the chapter, with marker. */
  heading: z.string(),
  /** The number's name, «表1：» and year before it in a figure; of text its first words. */
  words: z.string(),
  /** The place to go to, where it is a number or passage. */
  bindingId: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusalSchema>;
