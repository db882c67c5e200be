/** The document that leaves the program. */
import { z } from 'zod';
import { fileSchema, grantSchema, method } from './method.ts';

/** A number of the table as one place of the prose shows it, or as it decides about a conditional passage. */
export const exportPlaceSchema = z.object({
  chapterId: z.string(),
  /** The binding's id, or the conditional passage's. */
  bindingId: z.string(),
  indicatorId: z.string(),
  indicatorName: z.string(),
  state: z.enum(['carried', 'missing']),
  /** Set where the place is a conditional passage. */
  condition: z.literal(true).optional(),
});

/** Chapters whose heading still holds a year, date or number of last year. */
const staleHeadingsSchema = z.array(z.object({ chapterId: z.string(), text: z.string() }));

export const exportMethods = {
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
      staleHeadings: staleHeadingsSchema,
    }),
  ),
  /** What stands between this report and a formal export. */
  'export.readiness': method(
    'query',
    z.object({ reportId: z.string() }),
    z.object({
      unresolved: z.array(exportPlaceSchema),
      carriedParagraphs: z.number().int(),
      staleHeadings: staleHeadingsSchema,
    }),
  ),
} as const;
