/** What came back from the leader. */
import { z } from 'zod';
import { chapterDocumentSchema } from '../domain/document.ts';
import { chapterSchema, observationSchema, reportingYearSchema, reportSchema } from '../domain/model.ts';
import { tableRefusals } from '../domain/returned/number-offer.ts';
import { printedRoles } from '../domain/returned/printed-block.ts';
import { changeKinds, notTakeable } from '../domain/returned/returned-change.ts';
import { grantSchema, method, savedAt } from './method.ts';

const changeSchema = z.object({
  /** Names the change in this reading. */
  key: z.string(),
  kind: z.enum(changeKinds),
  /** Counted from 1 among the file's paragraphs and tables; the report's, where it was struck out. */
  paragraph: z.number().int(),
  role: z.enum([...printedRoles, 'table']),
  /** Marker and heading of its chapter; '' for none. */
  chapter: z.string(),
  chapterId: z.string().nullable(),
  /** As it was printed when the file was written, and as it stands in the file. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** As it prints now, where the report itself was changed since. */
  now: z.string().nullable(),
  /** False where only numbers inside their controls differ: there is nothing to take but those. */
  words: z.boolean(),
  /** Why it is only told; null where it can be taken. */
  refusal: z.enum(notTakeable).nullable(),
  /** Numbers that the new text no longer holds. */
  lost: z.array(z.object({ bindingId: z.string(), indicatorName: z.string(), shown: z.string() })),
  /** Who recorded changes in it, as the file names them. */
  authors: z.array(z.string()),
});
export type ReturnedChangeView = z.infer<typeof changeSchema>;

const numberSchema = z.object({
  key: z.string(),
  changeKey: z.string().nullable(),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), bindingId: z.string() }),
    z.object({ kind: z.literal('cell'), figureId: z.string() }),
  ]),
  indicatorId: z.string(),
  indicatorName: z.string(),
  year: reportingYearSchema,
  /** What the table says there now, and what the file says. */
  table: z.string(),
  file: z.string(),
  /** What would be written into the table; null where it cannot be, and why. */
  value: z.string().nullable(),
  refusal: z.enum(tableRefusals).nullable(),
  /** Whether the file's words may stand at the place instead of the table's. */
  overridable: z.boolean(),
});
export type ReturnedNumberView = z.infer<typeof numberSchema>;

const commentSchema = z.object({
  id: z.string(),
  author: z.string(),
  /** ISO 8601, as the file has it; '' where it says none. */
  date: z.string(),
  text: z.string(),
  /** The words it hangs on. */
  quote: z.string(),
  changeKey: z.string().nullable(),
  chapter: z.string(),
  chapterId: z.string().nullable(),
  /** The file's paragraph that it hangs on. */
  paragraph: z.string(),
});
export type ReturnedCommentView = z.infer<typeof commentSchema>;

/** Texts and numbers that a step touches, as they are on one side of it. */
const stateSchema = z.object({
  chapters: z.array(z.object({ id: z.string(), heading: z.string(), body: chapterDocumentSchema })),
  report: reportSchema
    .pick({ title: true, documentNumber: true, addressee: true, signature: true, issuedOn: true })
    .partial(),
  observations: z.array(observationSchema),
});
export type ReturnedState = z.infer<typeof stateSchema>;

/** What a step has written: the report as it is now, and the chapters and numbers that are new. */
const writtenSchema = savedAt.extend({
  report: reportSchema,
  chapters: z.array(chapterSchema),
  observations: z.array(observationSchema),
});
export type ReturnedWritten = z.infer<typeof writtenSchema>;

const fileEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  receivedAt: z.string(),
  /** Null until something of it was taken in. */
  acceptedAt: z.string().nullable(),
});
export type ReturnedFileView = z.infer<typeof fileEntrySchema>;

const ofReport = z.object({ reportId: z.string() });

export const returnedMethods = {
  /** Files that came back for this report and were kept with it, latest first. */
  'returned.files': method('query', ofReport, z.object({ files: z.array(fileEntrySchema) })),
  /**
   * Keeps a file with the report, once it could be read and proves to come from it. Errors: those of `returned.read`.
   */
  'returned.keep': method(
    'command',
    ofReport.extend({ grant: grantSchema }),
    savedAt.extend({ file: fileEntrySchema }),
  ),
  /**
   * What an edited export of this report says differently, from a file or a kept one. Errors: file.*, returned.notDocx,
   * returned.damaged, returned.encrypted, returned.tooLarge, returned.tookTooLong, returned.otherReport
   * `{ name, title, year }`, returned.notThisReport, returned.fileNotFound.
   */
  'returned.read': method(
    'query',
    z.union([ofReport.extend({ grant: grantSchema }), ofReport.extend({ fileId: z.string() })]),
    z.object({
      name: z.string(),
      /** When the file was exported; null where that is not kept and it is compared with the report of today. */
      exportedAt: z.string().nullable(),
      /** Of this comparison: `returned.accept` takes only what was seen. */
      fingerprint: z.string(),
      changes: z.array(changeSchema),
      numbers: z.array(numberSchema),
      comments: z.array(commentSchema),
      /** Text beside the paragraphs: notes, text boxes, rows struck out, hidden text. */
      asides: z.array(
        z.object({ kind: z.enum(['note', 'textBox', 'deletedRow', 'hidden']), text: z.string() }),
      ),
    }),
  ),
  /**
   * Takes in chosen changes and decisions of a kept file in one step. Nothing else is changed. Errors: report.final,
   * returned.changedMeanwhile, returned.twoNumbers `{ name }`, and those of `returned.read`.
   */
  'returned.accept': method(
    'command',
    ofReport.extend({
      fileId: z.string(),
      fingerprint: z.string(),
      taken: z.array(z.string()).max(10_000),
      numbers: z
        .array(z.object({ key: z.string(), decision: z.enum(['table', 'override', 'leave']) }))
        .max(10_000),
    }),
    writtenSchema.extend({ before: stateSchema, after: stateSchema }),
  ),
  /** Takes the step back, or does it again: `state` in place of `expected`. Errors: report.final, returned.changedMeanwhile. */
  'returned.restore': method(
    'command',
    ofReport.extend({ state: stateSchema, expected: stateSchema }),
    writtenSchema,
  ),
} as const;
