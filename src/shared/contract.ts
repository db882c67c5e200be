/**
 * The one contract of the program: every method, with its input and output as schemas. Each door validates the
 * input before the handler runs; handlers and the renderer's client derive their types from here.
 */
import { z } from 'zod';
import { alignedPairSchema } from './domain/alignment.ts';
import { chapterDocumentSchema } from './domain/document.ts';
import {
  chapterKinds,
  chapterSchema,
  indicatorSchema,
  observationSchema,
  officeSchema,
  organizationSchema,
  reportingYearSchema,
  reportSchema,
  reportStates,
  topicSchema,
} from './domain/model.ts';
import { openItemSchema } from './domain/open-item.ts';
import { parsedReportSchema } from './domain/parsed-report.ts';
import { promiseSchema } from './domain/promise.ts';
import { acceptedQuantitySchema, declinedQuantitySchema, quantityProposalSchema } from './domain/proposal.ts';
import { templateChapterSchema, templateSchema } from './domain/template.ts';

/** `query` reads; `command` writes, in one transaction; `host` belongs to the door (dialogs, files), not to the core. */
export type MethodKind = 'query' | 'command' | 'host';

function method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) {
  return { kind, input, output };
}

const nothing = z.object({});
const identified = z.object({ id: z.string().min(1) });
const grantSchema = z.string().min(1).max(64);
export const maximumFileBytes = 30 * 1024 * 1024;

export const fileSchema = z.object({ grant: grantSchema, name: z.string(), size: z.number().int().min(0) });
export type GrantedFile = z.infer<typeof fileSchema>;

/** A number of the table as one place of the prose shows it. */
export const exportPlaceSchema = z.object({
  chapterId: z.string(),
  bindingId: z.string(),
  indicatorId: z.string(),
  indicatorName: z.string(),
  state: z.enum(['carried', 'missing']),
});

export const reportCardSchema = reportSchema.extend({
  templateName: z.string(),
  /** Indicators the report's text shows or its template asks for, by state of this year's number. */
  numbers: z.object({
    confirmed: z.number().int(),
    carried: z.number().int(),
    missing: z.number().int(),
  }),
  /** Paragraphs still marked as carried over. */
  carriedParagraphs: z.number().int(),
  emptyChapters: z.number().int(),
});
export type ReportCard = z.infer<typeof reportCardSchema>;

export const reportContentSchema = z.object({
  report: reportSchema,
  chapters: z.array(chapterSchema),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

export const numberTablesSchema = z.object({
  topics: z.array(topicSchema),
  offices: z.array(officeSchema),
  indicators: z.array(indicatorSchema),
  /** All years; an absent observation is empty. */
  observations: z.array(observationSchema),
});
export type NumberTables = z.infer<typeof numberTablesSchema>;

/** What `import.accept` changed, as it was before. */
export const acceptanceUndoSchema = z.object({
  bodies: z.array(z.object({ chapterId: z.string(), body: chapterDocumentSchema })),
  observations: z.array(observationSchema),
});
export type AcceptanceUndo = z.infer<typeof acceptanceUndoSchema>;

const savedAt = z.object({ savedAt: z.iso.datetime() });

export const contract = {
  // The door itself.
  'host.describe': method(
    'host',
    nothing,
    z.object({
      door: z.enum(['electron', 'http', 'cli']),
      nativeDialogs: z.boolean(),
      version: z.string(),
    }),
  ),
  /** Asks for one file with the system's dialog. `null`: the person cancelled. */
  'host.chooseFile': method('host', nothing, z.object({ file: fileSchema.nullable() })),
  /** Asks where to save. `null`: the person cancelled. */
  'host.chooseTarget': method(
    'host',
    z.object({ suggestedName: z.string().min(1).max(200) }),
    z.object({ grant: grantSchema.nullable() }),
  ),
  /** Bytes handed over by the page (browser file field, drag and drop). */
  'host.receiveFile': method(
    'host',
    z.object({
      name: z.string().min(1).max(255),
      base64: z.base64().max(Math.ceil(maximumFileBytes / 3) * 4),
    }),
    fileSchema,
  ),
  /** Bytes of a file that this program wrote, for the browser to save. */
  'host.fetchFile': method(
    'host',
    z.object({ grant: grantSchema }),
    z.object({ name: z.string(), base64: z.string() }),
  ),

  'workspace.status': method(
    'query',
    nothing,
    z.object({
      /** Path of the workspace file, shown to the person who must find it again. */
      path: z.string(),
      organization: organizationSchema.nullable(),
      reports: z.array(reportCardSchema),
    }),
  ),
  'organization.save': method('command', organizationSchema, savedAt),

  'template.list': method(
    'query',
    nothing,
    z.object({
      templates: z.array(
        templateSchema.pick({ key: true, name: true, subject: true, version: true, due: true }).extend({
          outlines: z.array(z.object({ key: z.string(), name: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),

  /**
   * Starts a report. With a predecessor its text is carried over, marked, onto the outline (`null`: the predecessor's
   * own outline is kept); without one the outline's chapters begin empty. Either way the template's starter sentences
   * stay on offer.
   */
  'report.create': method(
    'command',
    z.object({
      templateKey: z.string(),
      outlineKey: z.string().nullable(),
      year: reportingYearSchema,
      predecessorId: z.string().nullable(),
    }),
    identified,
  ),
  'report.read': method('query', identified, reportContentSchema),
  /** Chapters of the report this one started from, for «去年»; empty where there is none. */
  'report.readPredecessor': method(
    'query',
    identified,
    z.object({ content: reportContentSchema.nullable() }),
  ),
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

  /** Guidance, usual length and starters of the report's template, by template chapter key. */
  'report.guidance': method(
    'query',
    identified,
    z.object({ usualLength: templateSchema.shape.usualLength, chapters: z.array(templateChapterSchema) }),
  ),
  'report.update': method(
    'command',
    reportSchema
      .pick({ title: true, documentNumber: true, addressee: true, signature: true, issuedOn: true })
      .partial()
      .extend({ id: z.string(), state: z.enum(reportStates).optional() }),
    savedAt,
  ),
  /** Puts the report out of sight; `report.restore` brings it back whole. */
  'report.remove': method('command', identified, savedAt),
  'report.restore': method('command', identified, savedAt),

  'chapter.saveBody': method(
    'command',
    z.object({ id: z.string(), revision: z.number().int(), body: chapterDocumentSchema }),
    savedAt.extend({ revision: z.number().int() }),
  ),
  'chapter.update': method(
    'command',
    chapterSchema.pick({ heading: true, runIn: true, done: true }).partial().extend({ id: z.string() }),
    savedAt.extend({ chapter: chapterSchema }),
  ),
  /** Adds an empty chapter as the child of `parentId` at `position`; later siblings move down. */
  'chapter.add': method(
    'command',
    z.object({
      reportId: z.string(),
      parentId: z.string().nullable(),
      position: z.number().int().min(0),
      kind: z.enum(chapterKinds),
      heading: z.string().max(200),
    }),
    savedAt.extend({ id: z.string(), chapters: z.array(chapterSchema) }),
  ),
  'chapter.move': method(
    'command',
    z.object({ id: z.string(), parentId: z.string().nullable(), position: z.number().int().min(0) }),
    savedAt.extend({ chapters: z.array(chapterSchema) }),
  ),
  /** Puts a chapter and its children out of sight; `chapter.restore` brings them back to their place. */
  'chapter.remove': method('command', identified, savedAt.extend({ chapters: z.array(chapterSchema) })),
  'chapter.restore': method('command', identified, savedAt.extend({ chapters: z.array(chapterSchema) })),

  'numbers.read': method('query', nothing, numberTablesSchema),
  /**
   * Sets many cells at once, all or none. `previous` are the same cells as they were: handing them back undoes the
   * step.
   */
  'numbers.set': method(
    'command',
    z.object({ observations: z.array(observationSchema).min(1).max(20_000) }),
    savedAt.extend({ previous: z.array(observationSchema) }),
  ),

  /** Understands a file without keeping anything, off the main thread, bounded in time and memory. */
  'import.preview': method(
    'query',
    z.object({ grant: grantSchema }),
    z.object({ parsed: parsedReportSchema }),
  ),
  /** Ends a preview of this file that is still under way; it then answers `import.cancelled`. */
  'import.cancel': method('query', z.object({ grant: grantSchema }), z.object({})),
  /**
   * Keeps the file as the report of `year`. `title` may correct what was understood; `parsed` is what the person made
   * of it in the preview, and must hold the same non-blank characters as the file (`import.unaccounted` otherwise).
   */
  'import.commit': method(
    'command',
    z.object({
      grant: grantSchema,
      templateKey: z.string(),
      year: reportingYearSchema,
      title: z.string().max(200).optional(),
      parsed: parsedReportSchema.optional(),
    }),
    identified,
  ),
  /** Which quantities of an imported report seem to be which indicators, in reading order. */
  'import.propose': method('query', identified, z.object({ proposals: z.array(quantityProposalSchema) })),
  /**
   * Turns these quantities into bindings and their values into observations of the report's year, all or none. A choice
   * that differs from what was proposed, and what was declined, is remembered for this workspace. `previous` handed to
   * `import.takeBack` undoes the step.
   */
  'import.accept': method(
    'command',
    z.object({
      id: z.string(),
      accepted: z.array(acceptedQuantitySchema).max(5000),
      declined: z.array(declinedQuantitySchema).max(5000).default([]),
    }),
    savedAt.extend({ bound: z.number().int(), previous: acceptanceUndoSchema }),
  ),
  'import.takeBack': method('command', acceptanceUndoSchema.extend({ id: z.string() }), savedAt),

  /**
   * Writes the .docx: to a temporary file, synced, renamed and read back. `formal` refuses unresolved numbers and
   * carried-over paragraphs; `draft` marks them visibly. Without a target it goes to the workspace's export folder.
   */
  'export.docx': method(
    'query',
    z.object({ reportId: z.string(), mode: z.enum(['formal', 'draft']), target: grantSchema.nullable() }),
    z.object({
      file: fileSchema,
      /** Where the file stands, for the person. */
      path: z.string(),
      sha256: z.string(),
      numbers: z.object({ checked: z.number().int(), unequal: z.number().int() }),
      unresolved: z.array(exportPlaceSchema),
      carriedParagraphs: z.number().int(),
    }),
  ),
  /** What stands between this report and a formal export. */
  'export.readiness': method(
    'query',
    z.object({ reportId: z.string() }),
    z.object({ unresolved: z.array(exportPlaceSchema), carriedParagraphs: z.number().int() }),
  ),

  /** Fills an empty workspace with the fictional sample township. */
  'sample.open': method('command', nothing, z.object({ reportId: z.string() })),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;
export type MethodsOfKind<K extends MethodKind> = {
  [M in MethodName]: Contract[M]['kind'] extends K ? M : never;
}[MethodName];

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
