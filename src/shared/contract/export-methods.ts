/** The document that leaves the program. */
import { z } from 'zod';
import { imprintElements } from '../domain/imprint.ts';
import { exportModes, looks } from '../domain/look.ts';
import { privateDataKinds } from '../domain/private-data.ts';
import { fileSchema, grantSchema, method } from './method.ts';

/** A number of the table as one place of the report shows it, or as it decides about a conditional passage. */
export const exportPlaceSchema = z.object({
  chapterId: z.string(),
  /** The id of the binding, of the conditional passage, or of the table or chart that the number stands in. */
  bindingId: z.string(),
  indicatorId: z.string(),
  indicatorName: z.string(),
  state: z.enum(['carried', 'missing', 'sourceChanged']),
  /** Where it stands in a table or chart: «表1», and the year of the number. Absent in the text. */
  figure: z.object({ label: z.string(), year: z.number().int() }).optional(),
  /** Set where the place is a conditional passage. */
  condition: z.literal(true).optional(),
});

/** A place where a person wrote something else than the table has, and why. */
export const overriddenPlaceSchema = exportPlaceSchema
  .omit({ state: true, figure: true, condition: true })
  .extend({
    text: z.string(),
    reason: z.string(),
    /** What the table has to say there now. */
    instead: z.string(),
  });

/** Where private data stands; chapter and paragraph are null outside the chapters' texts. */
export const maskedPlaceSchema = z.object({
  kind: z.enum(privateDataKinds),
  chapterId: z.string().nullable(),
  /** Index of the paragraph in the chapter's body; null for its heading. */
  paragraph: z.number().int().nullable(),
});

/** Chapters whose heading still holds a year, date or number of last year. */
const staleHeadingsSchema = z.array(z.object({ chapterId: z.string(), text: z.string() }));

export const exportMethods = {
  /**
   * Writes the .docx: to a temporary file, synced, renamed and read back. `formal` refuses unresolved numbers and
   * carried-over paragraphs, and in look `formal` a report without 发文字号, 签发人 or 成文日期; `draft` marks them visibly.
   * Without a target it goes to the workspace's export folder. What was written is recorded (submission.log).
   * What was printed is kept, so that the file can come back edited (returned.read).
   */
  'export.docx': method(
    'command',
    z.object({
      reportId: z.string(),
      mode: z.enum(exportModes),
      look: z.enum(looks).default('plain'),
      target: grantSchema.nullable(),
    }),
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
      /** Written by hand, settled, and printed: listed, so that somebody answers for them. */
      overridden: z.array(overriddenPlaceSchema),
      carriedParagraphs: z.number().int(),
      staleHeadings: staleHeadingsSchema,
      /** What a document with a red head must have and the report lacks: look `formal` refuses a formal document. */
      imprintMissing: z.array(z.enum(imprintElements)),
      /** Private data that look `public` masks. */
      masked: z.array(maskedPlaceSchema),
    }),
  ),
} as const;
