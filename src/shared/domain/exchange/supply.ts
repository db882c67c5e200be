/** What a workbook that came back from an office holds, before anything is made of it. */
import { z } from 'zod';
import { decimalSchema, reportingYearSchema } from '../model.ts';

/** Version of the workbooks' own arrangement; a greater one comes from a newer program. */
export const workbookFormat = 1;

/**
 * A cell as a spreadsheet knows it. `number`: at most 15 significant digits, which is what spreadsheets keep;
 * `percent`: it is shown as a percentage, so that 0.85 reads 85%. `uncomputed`: a formula without a result in the file.
 */
export const sheetValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), value: decimalSchema, percent: z.boolean() }),
  z.object({ kind: z.literal('date'), iso: z.iso.date() }),
  /** «#DIV/0!» and the like. */
  z.object({ kind: z.literal('error'), text: z.string() }),
  z.object({ kind: z.literal('uncomputed') }),
]);
export type SheetValue = z.infer<typeof sheetValueSchema>;

/** A line of the sheet that names an indicator. */
export const suppliedRowSchema = z.object({
  sheet: z.string(),
  /** Number of the line in its sheet, from 1. */
  line: z.number().int().min(1),
  /** The hidden id; null where it is lost. */
  indicatorId: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  value: sheetValueSchema,
  /** The value is a formula's result. */
  formula: z.boolean(),
  /** The value stands in a merged cell that begins in another line. */
  merged: z.boolean(),
  remark: z.string(),
});
export type SuppliedRow = z.infer<typeof suppliedRowSchema>;

/** What a workbook says of itself, out of sight. */
export const workbookIdentitySchema = z.object({
  format: z.coerce.number().int().min(1),
  workspaceId: z.string().min(1),
  organization: z.string(),
  year: z.coerce.number().pipe(reportingYearSchema),
  officeId: z.string().min(1),
  officeName: z.string(),
  issue: z.coerce.number().int().min(1),
});
export type WorkbookIdentity = z.infer<typeof workbookIdentitySchema>;

export interface SuppliedWorkbook {
  /** Null where the hidden sheet is lost: then nobody can tell whose numbers these are. */
  identity: WorkbookIdentity | null;
  /** In the order of the sheets and lines. */
  rows: SuppliedRow[];
  /** It holds macros; they are never run. */
  macros: boolean;
}
