/**
 * 未存内容: the recovery journal. Its methods are queries where they write files beside the workspace and not the
 * workspace itself: they work when the database does not.
 */
import { z } from 'zod';
import { alignedPairSchema } from '../domain/alignment.ts';
import { observationSchema } from '../domain/model.ts';
import { unsavedItemSchema, unsavedReportSchema } from '../domain/unsaved.ts';
import { identified, method, nothing, savedAt } from './method.ts';
import { reportContentSchema } from './report-methods.ts';

/** One window of the program, for as long as it is open. */
const session = z.uuid();

export const unsavedPieceSchema = z.object({
  kind: z.enum(['body', 'heading', 'report', 'numbers']),
  /** Of the chapter, with its marker where it is still there; '' for what belongs to none. */
  title: z.string(),
  /** Characters of a text, cells of numbers; 1 for all else. */
  count: z.number().int(),
  /**
   * `newer`: written upon what the workspace holds. `changedSince`: the workspace has gone on without it. `gone`: what it
   * belongs to is no longer there; a chapter is made again for it.
   */
  state: z.enum(['newer', 'changedSince', 'gone']),
});

export const unsavedEntrySchema = z.object({
  id: z.string(),
  report: unsavedReportSchema,
  keptAt: z.iso.datetime(),
  /** The report is still there and takes changes; what has been made final has to be opened again first. */
  state: z.enum(['ready', 'final', 'gone']),
  pieces: z.array(unsavedPieceSchema),
  /** All of its words, to be copied elsewhere. */
  text: z.string(),
});
export type UnsavedEntry = z.infer<typeof unsavedEntrySchema>;

export const journalMethods = {
  /**
   * Makes durable what the workspace could not take; what was kept of the same key before is replaced. Without items it
   * says that the window is still there. `folder` is where it stands now, for the person. Errors: journal.notWritten,
   * and journal.notFound where this program knows of nothing kept (it was started anew): keep all of it again.
   */
  'journal.keep': method(
    'query',
    z.object({ session, report: unsavedReportSchema, items: z.array(unsavedItemSchema).max(500) }),
    z.object({ beside: z.boolean(), folder: z.string() }),
  ),
  /** The workspace has taken these after all. */
  'journal.settle': method(
    'query',
    z.object({ session, reportId: z.string(), keys: z.array(z.string().max(120)).max(1000) }),
    nothing,
  ),
  /** What other windows left behind and the workspace does not hold, newest first. */
  'journal.list': method('query', nothing, z.object({ entries: z.array(unsavedEntrySchema) })),
  /** What stands now on the left, with what was not saved on the right. Errors: journal.notFound, .reportGone. */
  'journal.compare': method('query', identified, z.object({ pairs: z.array(alignedPairSchema) })),
  /**
   * Takes one in. `before` is the state of history that brings back what stood; `numbersBefore` are the cells as they
   * were. Errors: journal.notFound, .reportGone, report.final.
   */
  'journal.accept': method(
    'command',
    identified,
    savedAt.extend({
      content: reportContentSchema,
      before: z.string(),
      numbersBefore: z.array(observationSchema),
      numbersAfter: z.array(observationSchema),
    }),
  ),
  /** Puts one aside, where it stays as a file. Errors: journal.notFound, .notWritten. */
  'journal.putAside': method('query', identified, nothing),
} as const;
