/** 历史: earlier states of a report. */
import { z } from 'zod';
import { alignedPairSchema } from '../domain/alignment.ts';
import { keptStateSchema, stateContentSchema } from '../domain/history/report-state.ts';
import { identified, method, savedAt } from './method.ts';
import { reportContentSchema } from './report-methods.ts';

const ofReport = z.object({ reportId: z.string() });

export const historyMethods = {
  /** Newest first. */
  'history.list': method('query', ofReport, z.object({ states: z.array(keptStateSchema) })),
  /**
   * The newest final version, its bytes checked against its SHA-256, beside the report as it stands. Null where it was
   * never final. Error: history.damaged.
   */
  'history.final': method(
    'query',
    ofReport,
    z.object({
      final: z
        .object({
          state: keptStateSchema,
          sameText: z.boolean(),
          /** Places that would show another number today. */
          changedNumbers: z.number().int(),
        })
        .nullable(),
    }),
  ),
  /** Errors: history.notFound, .damaged. */
  'history.read': method(
    'query',
    identified,
    z.object({ state: keptStateSchema, content: stateContentSchema }),
  ),
  /**
   * An earlier state on the left, what stands now on the right; numbers read as they did then. What a condition lets
   * through is decided by the numbers of now on both sides. Errors: history.notFound, .damaged.
   */
  'history.compare': method('query', identified, z.object({ pairs: z.array(alignedPairSchema) })),
  /** Keeps the report as it stands, for ever. */
  'history.keep': method('command', ofReport, savedAt.extend({ state: keptStateSchema })),
  /**
   * Brings an earlier state back: its text and what is printed around it, not the numbers of the tables. What stands now
   * is kept first as `before`, and restoring that takes the step back. Chapters that the state does not have are put out
   * of sight. Errors: history.notFound, .damaged, report.final.
   */
  'history.restore': method(
    'command',
    identified,
    savedAt.extend({ content: reportContentSchema, before: z.string() }),
  ),
} as const;
