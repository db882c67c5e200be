/**
 * A report as it was printed, paragraph by paragraph: what a file that comes back is compared with. Kept with the
 * workspace at each export, so that the leader's changes can be told from those made here meanwhile.
 */
import { z } from 'zod';

export const printedRoles = [
  'redHead',
  'documentNumber',
  'title',
  'addressee',
  'heading',
  'body',
  'caption',
  'figureNote',
  'attachmentsNote',
  'signature',
  'date',
  'annotation',
  'attachmentLabel',
  'colophon',
] as const;
export type PrintedRole = (typeof printedRoles)[number];

const printedRunSchema = z.object({ text: z.string(), bindingId: z.string().nullable() });
export type PrintedRun = z.infer<typeof printedRunSchema>;

export const printedParagraphSchema = z.object({
  kind: z.literal('paragraph'),
  role: z.enum(printedRoles),
  /** Null for what belongs to no chapter. */
  chapterId: z.string().nullable(),
  /** Of a body: its index in the chapter's text at that time. */
  paragraph: z.number().int().nullable(),
  /** «（一）», computed and therefore never compared; '' for none. */
  marker: z.string(),
  /** A heading, also one that runs into the body behind it; '' for none. */
  heading: z.string(),
  runs: z.array(printedRunSchema),
});
export type PrintedParagraph = z.infer<typeof printedParagraphSchema>;

const printedCellSchema = z.object({
  text: z.string(),
  /** Of a number: what it is. */
  source: z.object({ indicatorId: z.string(), year: z.number().int() }).nullable(),
});
export type PrintedCell = z.infer<typeof printedCellSchema>;

export const printedTableSchema = z.object({
  kind: z.literal('table'),
  /** Null for the 版记. */
  figureId: z.string().nullable(),
  chapterId: z.string().nullable(),
  paragraph: z.number().int().nullable(),
  rows: z.array(z.array(printedCellSchema)),
});
export type PrintedTable = z.infer<typeof printedTableSchema>;

export const printedBlockSchema = z.discriminatedUnion('kind', [printedParagraphSchema, printedTableSchema]);
export type PrintedBlock = z.infer<typeof printedBlockSchema>;

/** The text as it stands on paper; the lines of a title are separated by a line feed, cells by a tab. */
export function printedText(block: PrintedBlock): string {
  return block.kind === 'table'
    ? block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n')
    : block.marker + block.heading + block.runs.map(({ text }) => text).join('');
}
