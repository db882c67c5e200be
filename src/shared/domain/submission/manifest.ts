/**
 * 清单 of a submission: what is in it, with sizes and sums, and every number that its document prints. It is read by
 * `submission.verify` on computers that know nothing else of the report, and its file may come from anybody.
 */
import { z } from 'zod';
import { exportModes, looks } from '../look.ts';
import { decimalSchema, reportingYearSchema } from '../model.ts';

export const manifestName = 'manifest.json';
export const notesName = '校验说明.txt';
export const dataName = '数据.xlsx';

export const manifestKind = 'xiangbao-submission';
/** Grows when an older program could misread what a newer one writes. */
export const manifestVersion = 1;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a file directly in the submission: no folder, nothing that a system reads as one. */
export const plainNameSchema = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !/[\\/:\p{Cc}]/u.test(name) && !/^\.{1,2}$/u.test(name));

/** `document` the .docx, `pages` the .pdf, `data` the workbook of its numbers, `notes` the words for people. */
export const fileRoles = ['document', 'pages', 'data', 'notes'] as const;

export const submissionFileSchema = z.object({
  name: plainNameSchema,
  /** Bytes. */
  size: z.number().int().min(0),
  sha256: sha256Schema,
});
export type SubmissionFile = z.infer<typeof submissionFileSchema>;

export const manifestFileSchema = submissionFileSchema.extend({ role: z.enum(fileRoles) });
export type ManifestFile = z.infer<typeof manifestFileSchema>;

export const numberPlaces = ['text', 'table', 'chart'] as const;

/** A number of the tables as one place of the document prints it. In reading order; of a figure cell by cell. */
export const manifestNumberSchema = z.object({
  place: z.enum(numberPlaces),
  /** The heading of its chapter, with marker. */
  heading: z.string().max(240),
  indicatorId: z.string().max(80),
  name: z.string().max(80),
  unit: z.string().max(12),
  year: reportingYearSchema,
  /** As the table has it; null where a draft prints a number that is missing, or one that is not applicable. */
  value: decimalSchema.nullable(),
  /** As printed. */
  text: z.string().max(300),
});
export type ManifestNumber = z.infer<typeof manifestNumberSchema>;

export const manifestHeadSchema = z.object({
  organization: z.string().max(120),
  year: reportingYearSchema,
  title: z.string().max(200),
  look: z.enum(looks),
  mode: z.enum(exportModes),
  template: z.object({ key: z.string().max(80), version: z.string().max(40) }),
  programVersion: z.string().max(40),
  createdAt: z.iso.datetime(),
});
export type ManifestHead = z.infer<typeof manifestHeadSchema>;

export const mostFiles = 20;
export const mostNumbers = 20_000;

export const manifestSchema = manifestHeadSchema.extend({
  kind: z.literal(manifestKind),
  schemaVersion: z.literal(manifestVersion),
  files: z
    .array(manifestFileSchema)
    .min(1)
    .max(mostFiles)
    // A drive that does not tell small letters from large ones holds one of the two only.
    .refine((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length),
  numbers: z.array(manifestNumberSchema).max(mostNumbers),
  /** SHA-256 of the file's own text with these 64 digits left out. */
  seal: sha256Schema,
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What tells a newer program's manifest from a file that is none. */
export const manifestKindSchema = z.object({
  kind: z.literal(manifestKind),
  schemaVersion: z.number().int(),
});
