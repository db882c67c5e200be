/** Numbers out to the offices as workbooks, and back in. */
import { z } from 'zod';
import { supplyReasons, supplyVerdicts } from '../domain/exchange/supply-item.ts';
import { entrySchema, observationSchema, officeSchema, reportingYearSchema } from '../domain/model.ts';
import { failureSchema } from '../errors.ts';
import { fileSchema, grantSchema, method, savedAt } from './method.ts';

const issueSchema = z.object({
  officeId: z.string(),
  /** Grows by one each time the office is sent a sheet for the year. */
  number: z.number().int().min(1),
  fileName: z.string(),
  /** Indicators asked for. */
  asked: z.number().int(),
  issuedAt: z.iso.datetime(),
  issuedBy: z.string(),
});

const supplySchema = z.object({
  id: z.number().int(),
  indicatorId: z.string(),
  /** Empty where the workbook did not say whose it is. */
  officeId: z.string(),
  officeName: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  entry: entrySchema,
  acceptedAt: z.iso.datetime(),
  acceptedBy: z.string(),
});
export type OfficeSupply = z.infer<typeof supplySchema>;

const suppliedFileSchema = z.object({
  grant: grantSchema,
  name: z.string(),
  sha256: z.string(),
  /** Null where it could not be read, or the workbook does not say. */
  office: officeSchema.nullable(),
  issue: z.number().int().nullable(),
  year: reportingYearSchema.nullable(),
  /** Rows that name an indicator and hold no value. */
  blank: z.number().int(),
  macros: z.boolean(),
  failure: failureSchema.nullable(),
});
export type SuppliedFile = z.infer<typeof suppliedFileSchema>;

const previewItemSchema = z.object({
  grant: grantSchema,
  /** Position of the row among those read of the file; with `grant` it names the item. */
  row: z.number().int().min(0),
  sheet: z.string(),
  line: z.number().int(),
  /** As the file has them. */
  name: z.string(),
  unit: z.string(),
  indicatorId: z.string().nullable(),
  verdict: z.enum(supplyVerdicts),
  reasons: z.array(z.enum(supplyReasons)),
  entry: entrySchema.nullable(),
  text: z.string(),
  current: entrySchema,
  formula: z.boolean(),
});
export type PreviewItem = z.infer<typeof previewItemSchema>;

export const exchangeMethods = {
  /**
   * Writes a workbook for each office into `folder`, or into the workspace's export folder, reads each back, and then
   * records that they were sent. Errors: exchange.nothingToAsk, organization.missing, those of writing.
   */
  'exchange.issue': method(
    'command',
    z.object({
      year: reportingYearSchema,
      officeIds: z.array(z.string()).min(1).max(200),
      folder: grantSchema.nullable(),
    }),
    savedAt.extend({
      /** Where the files stand, for the person. */
      folder: z.string(),
      files: z.array(z.object({ officeId: z.string(), number: z.number().int(), file: fileSchema })),
    }),
  ),
  /**
   * Reads returned workbooks without keeping anything; a grant of a folder stands for the spreadsheets in it. A file
   * that cannot be read is told with its failure, the others are read.
   */
  'exchange.read': method(
    'query',
    z.object({ year: reportingYearSchema, grants: z.array(grantSchema).min(1).max(200) }),
    z.object({ files: z.array(suppliedFileSchema), items: z.array(previewItemSchema) }),
  ),
  /**
   * Writes these numbers and who supplied them, all or none. `expected` is what the cell held in the preview:
   * exchange.changedMeanwhile where it, or the file, has changed since. `previous` are the cells as they were,
   * `observations` as they are now: handing `previous` to numbers.set undoes the step.
   */
  'exchange.accept': method(
    'command',
    z.object({
      year: reportingYearSchema,
      decisions: z
        .array(
          z.object({
            grant: grantSchema,
            sha256: z.string(),
            row: z.number().int().min(0),
            indicatorId: z.string(),
            expected: entrySchema,
          }),
        )
        .min(1)
        .max(20_000),
    }),
    savedAt.extend({ previous: z.array(observationSchema), observations: z.array(observationSchema) }),
  ),
  /** What was sent for the year and what was taken in, the latest first. */
  'exchange.history': method(
    'query',
    z.object({ year: reportingYearSchema }),
    z.object({ issues: z.array(issueSchema), supplies: z.array(supplySchema) }),
  ),
} as const;
