/** Last year's text in this year's report: what is open, promised, compared, corrected. */
import { z } from 'zod';
import { alignedPairSchema } from '../domain/alignment.ts';
import { openItemSchema } from '../domain/open-item.ts';
import { promiseSchema } from '../domain/promise.ts';
import { identified, method, savedAt } from './method.ts';
import { reportContentSchema } from './report-methods.ts';

export const rollMethods = {
  /** The reports this one goes back to, nearest first, at most ten: for how long a sentence has stood unchanged. */
  'report.lineage': method('query', identified, z.object({ contents: z.array(reportContentSchema) })),
  /** Years, dates, names and unbound numbers of carried-over text that nobody has decided yet, in reading order. */
  'report.openItems': method('query', identified, z.object({ items: z.array(openItemSchema) })),
  /** Two reports side by side. */
  'report.compare': method(
    'query',
    z.object({ leftId: z.string(), rightId: z.string() }),
    z.object({ pairs: z.array(alignedPairSchema) }),
  ),
  /**
   * What has changed in last year's report since this one was begun from it. `clean` changes touch nothing that this
   * year has changed; a `conflict` is shown and left as it is unless a person takes it.
   */
  'report.rollChanges': method(
    'query',
    identified,
    z.object({
      changes: z.array(
        z.object({
          chapterId: z.string(),
          chapter: z.string(),
          kind: z.enum(['clean', 'conflict']),
          before: z.string().nullable(),
          after: z.string().nullable(),
          now: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Takes the clean changes over, marked as carried; never touches what this year has changed. */
  'report.rollAgain': method('command', identified, savedAt.extend({ taken: z.number().int() })),
  'promise.list': method(
    'query',
    z.object({ reportId: z.string() }),
    z.object({ promises: z.array(promiseSchema) }),
  ),
  'promise.answer': method(
    'command',
    promiseSchema.pick({ id: true, state: true, chapterId: true, passage: true, reason: true }),
    savedAt.extend({ promise: promiseSchema }),
  ),
} as const;
