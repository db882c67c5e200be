/** What goes to the county: files on a stick or in a folder, checked there. */
import { z } from 'zod';
import { exportModes, looks } from '../domain/look.ts';
import {
  manifestHeadSchema,
  manifestNumberSchema,
  plainNameSchema,
  submissionFileSchema,
} from '../domain/submission/manifest.ts';
import { refusalSchema } from '../domain/submission/refusal.ts';
import { failureSchema } from '../errors.ts';
import { grantSchema, method, nothing, savedAt } from './method.ts';
import { passwordSchema } from './password.ts';

const reportOnly = z.object({ reportId: z.string() });

const driveSchema = z.object({
  /** The same one each time the drive is listed. */
  grant: grantSchema,
  /** Where it is mounted, for the person. */
  path: z.string(),
  /** '' where it has none. */
  label: z.string(),
  /** «FAT32», «exfat»…; '' where it could not be told. */
  fileSystem: z.string(),
  /** Bytes. */
  freeBytes: z.number().min(0),
  totalBytes: z.number().min(0),
  readOnly: z.boolean(),
  /** It is there but does not answer: still being checked, or locked. */
  busy: z.boolean(),
});

const documentKinds = ['docx', 'pdf', 'ofd'] as const;

/** A document that was asked for and is not in it, and why. The submission is whole without it. */
const notMadeSchema = z.object({ document: z.enum(documentKinds), failure: failureSchema });

/** Numbers of the document, looked up again in the written .docx, and how many of them differ (none, or it would fail). */
const checkedNumbersSchema = z.object({ checked: z.number().int(), unequal: z.number().int() });

const writtenSchema = z.object({
  /** Of the folder, or of the .zip. */
  name: z.string(),
  /** Where it stands, for the person. */
  path: z.string(),
  /** For `submission.verify`. */
  grant: grantSchema,
  /** Those of a .zip are inside it. Sums as read back. */
  files: z.array(submissionFileSchema),
  /** The .zip itself; null for a folder. */
  archive: submissionFileSchema.nullable(),
  numbers: checkedNumbersSchema,
  notMade: z.array(notMadeSchema),
  /** A submission of the same name stood there, and was removed after this one had been read back. */
  replaced: z.boolean(),
  /**
   * What «read back» was: `device` past the system's memory, from the medium itself; `memory` where this system or drive
   * offers no such reading, so that the bytes may have come from what the system still remembered.
   */
  readBack: z.enum(['device', 'memory']),
  /** Everything is on the medium and was compared there. */
  safeToRemove: z.literal(true),
});

const recordSchema = z.object({
  id: z.string(),
  exportedAt: z.iso.datetime(),
  look: z.enum(looks),
  mode: z.enum(exportModes),
  /** A drive's label or a folder's name. */
  destination: z.string(),
  files: z.array(submissionFileSchema),
  /** Null where it succeeded. */
  failure: failureSchema.shape.code.nullable(),
});

export const writingSteps = ['documents', 'writing', 'checking', 'replacing', 'reading'] as const;

/**
 * Why a file is not as the manifest says: `missing`; `extra` not listed there; `size` or `changed` other bytes;
 * `notFile` a folder or link; `unreadable`.
 */
export const fileProblems = ['missing', 'extra', 'size', 'changed', 'notFile', 'unreadable'] as const;

const verifiedSchema = z.object({
  /** Of its folder or .zip. */
  name: z.string(),
  path: z.string(),
  ok: z.boolean(),
  /** Null where the manifest could not be read. */
  about: manifestHeadSchema.nullable(),
  /** Why it could not be looked at at all; `files` is empty then. */
  failure: failureSchema.nullable(),
  /** `manifest.json` first. `reason` is null where the file is as listed. */
  files: z.array(z.object({ name: z.string(), ok: z.boolean(), reason: z.enum(fileProblems).nullable() })),
  /** Those that the manifest lists against those that the .docx prints; null without a .docx that can be read. */
  numbers: z
    .object({
      checked: z.number().int(),
      unequal: z.number().int(),
      /** The first 200 of the unequal ones; `printed` is null where the document has no such number any more. */
      places: z.array(
        manifestNumberSchema
          .pick({ heading: true, name: true, year: true, text: true })
          .extend({ printed: z.string().nullable() }),
      ),
    })
    .nullable(),
  /** Every number that the manifest lists, to look through; empty where it could not be read. */
  listed: z.array(manifestNumberSchema),
  /** An interrupted writing had left it under another name, and it was put back under its own. */
  restored: z.boolean(),
});

export const submissionMethods = {
  /** Drives that can be pulled out. A folder chosen by hand serves as well, and where none can be told. */
  'drive.list': method('query', nothing, z.object({ drives: z.array(driveSchema) })),

  /** Every place that keeps the formal document of that look back, in reading order, and what can be made here. */
  'submission.readiness': method(
    'query',
    reportOnly.extend({ look: z.enum(looks).default('plain') }),
    z.object({
      refused: z.array(refusalSchema),
      /** The name that a submission of that look is written under in formal mode. */
      name: z.string(),
      /** What prints the .pdf; null where nothing can. */
      pdfEngine: z.object({ name: z.string(), version: z.string() }).nullable(),
    }),
  ),

  /**
   * Makes the documents, writes them with their data and manifest into the folder `target`, or into the program's own
   * export folder where it is null (as a folder of their own, or one .zip), reads them back from there and only then
   * takes an older submission of the same name away. A failure is part of the output, because it is recorded too;
   * With a password it is one protected file, a .zip inside it, whatever the form.
   * `refused` is filled where the failure is export.unresolved or export.imprintMissing.
   * Answers failures of its own: report.notFound, file.grantUnknown, submission.busy.
   */
  'submission.write': method(
    'command',
    z.object({
      reportId: z.string(),
      look: z.enum(looks),
      mode: z.enum(exportModes),
      target: grantSchema.nullable(),
      form: z.enum(['folder', 'zip']),
      documents: z.array(z.enum(documentKinds)).min(1).max(documentKinds.length),
      password: passwordSchema,
    }),
    savedAt.extend({
      record: recordSchema,
      written: writtenSchema.nullable(),
      failure: failureSchema.nullable(),
      refused: z.array(refusalSchema),
    }),
  ),

  /** How far the writing of this report has come; null while none is under way. `done` and `total` in bytes or files. */
  'submission.progress': method(
    'query',
    reportOnly,
    z.object({
      progress: z
        .object({ step: z.enum(writingSteps), done: z.number().min(0), total: z.number().min(0) })
        .nullable(),
    }),
  ),

  /** Ends the writing of this report that is under way; it then answers submission.cancelled and leaves nothing behind. */
  'submission.cancel': method('query', reportOnly, z.object({})),

  /** Everything that left the program of this report, the latest first. */
  'submission.log': method('query', reportOnly, z.object({ records: z.array(recordSchema) })),

  /**
   * Compares a submission (its folder, its .zip, or each one in a folder that holds some) with its manifest, and the
   * numbers that its .docx prints with those listed. Protected ones are opened by the password; without it, or with
   * another, their `failure` says so (protection.needsPassword, .wrongPassword) or that they are damaged. Failures: file.grantUnknown, file.notFound, submission.noneThere.
   */
  'submission.verify': method(
    'query',
    z.object({ grant: grantSchema, password: passwordSchema }),
    z.object({ ok: z.boolean(), submissions: z.array(verifiedSchema) }),
  ),

  /**
   * Writes the documents of a protected submission as a folder of plain files into `target`, or into the program's own
   * export folder, after they were found to be as listed. `grant` is what was verified: the file itself, or the folder
   * or drive that holds it by `name`.
   */
  'submission.unpack': method(
    'query',
    z.object({
      grant: grantSchema,
      name: plainNameSchema,
      password: passwordSchema,
      target: grantSchema.nullable(),
    }),
    z.object({
      name: z.string(),
      /** Where it stands, for the person. */
      path: z.string(),
      files: z.array(submissionFileSchema),
      replaced: z.boolean(),
    }),
  ),
} as const;

export type VerifiedSubmission = z.infer<typeof verifiedSchema>;
export type WritingStep = (typeof writingSteps)[number];
export type FileProblem = (typeof fileProblems)[number];
export type NotMade = z.infer<typeof notMadeSchema>;
export type ExportRecord = z.infer<typeof recordSchema>;
export type WrittenSubmission = z.infer<typeof writtenSchema>;
export type DocumentKind = (typeof documentKinds)[number];
