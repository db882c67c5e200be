/** 承诺: an item of last year's next steps, to be answered this year. */
import { z } from 'zod';

export const promiseStates = ['open', 'answered', 'postponed', 'dropped'] as const;

export const promiseSchema = z.object({
  id: z.string(),
  /** Order in last year's text. */
  position: z.number().int().min(0),
  /** As last year's report has it. */
  text: z.string().max(2000),
  state: z.enum(promiseStates),
  /** The chapter of this year that answers it, while `answered`. */
  chapterId: z.string().nullable(),
  /** The passage of that chapter, as it stood when it was linked; empty for the whole chapter. */
  passage: z.string().max(2000),
  /** Why it is postponed or dropped; required for those. */
  reason: z.string().max(500),
});
export type ReportPromise = z.infer<typeof promiseSchema>;
