/**
 * What the importer understood of a file. The command line prints this as it stands (`xiangbao parse FILE --json`).
 * Its law: the texts of `paragraphs`, in order, together with `dropped` hold every non-blank character of the source.
 */
import { z } from 'zod';

export const paragraphKinds = [
  'title',
  'organization',
  'documentNumber',
  'addressee',
  'heading',
  'body',
  'table',
  'signature',
  'date',
  'note',
] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** Why a piece of the source is not in the report's text. */
export const dropReasons = [
  'pageNumber',
  'header',
  'footer',
  'navigation',
  'metadata',
  'imprint',
  'markup',
  'deletedRevision',
  'comment',
  'duplicate',
  'picture',
] as const;
export type DropReason = (typeof dropReasons)[number];

export const warningCodes = [
  'encodingGuessed',
  'undecodable',
  'titleMissing',
  'yearMissing',
  'headingsMissing',
  'levelSkipped',
  'tableFlattened',
  'pictureLeftOut',
  'insertionsKept',
  'paragraphsRejoined',
] as const;

export const parsedReportSchema = z.object({
  title: z.string().nullable(),
  organization: z.string().nullable(),
  documentNumber: z.string().nullable(),
  addressee: z.string().nullable(),
  year: z.number().int().nullable(),
  /** ISO date. */
  issuedOn: z.string().nullable(),
  /** `marker` as displayed, «（一）»; `text` without marker and without a closing 。. */
  headings: z.array(
    z.object({ level: z.number().int().min(1).max(4), marker: z.string(), text: z.string() }),
  ),
  /**
   * Everything kept, in source order. `heading` is the index into `headings` of the heading that governs the
   * paragraph (for a heading's own line: its own index), or null before the first one.
   */
  paragraphs: z.array(
    z.object({ kind: z.enum(paragraphKinds), text: z.string(), heading: z.number().int().nullable() }),
  ),
  /** `value` is a decimal string in base units (3万 → "30000"), a range an array of two; `start`/`end` index `text` of `paragraph`. */
  quantities: z.array(
    z.object({
      text: z.string(),
      value: z.union([z.string(), z.tuple([z.string(), z.string()])]),
      unit: z.string(),
      approx: z.string().nullable(),
      start: z.number().int(),
      end: z.number().int(),
      paragraph: z.number().int(),
    }),
  ),
  dates: z.array(z.object({ text: z.string(), iso: z.string() })),
  tables: z.array(z.object({ rows: z.array(z.array(z.string())) })),
  dropped: z.array(z.object({ text: z.string(), reason: z.enum(dropReasons) })),
  warnings: z.array(z.object({ code: z.enum(warningCodes), message: z.string() })),
});
export type ParsedReport = z.infer<typeof parsedReportSchema>;
