/** Bringing in an earlier report, and understanding it. */
import { z } from 'zod';
import { chapterChoiceSchema, chapterMappingSchema } from '../domain/chapter-mapping.ts';
import { chapterDocumentSchema } from '../domain/document.ts';
import { observationSchema, reportingYearSchema } from '../domain/model.ts';
import { parsedReportSchema } from '../domain/parsed-report.ts';
import {
  acceptedQuantitySchema,
  declinedQuantitySchema,
  quantityProposalSchema,
} from '../domain/proposal.ts';
import { grantSchema, identified, method, savedAt } from './method.ts';

/** What `import.accept` changed, as it was before. */
export const acceptanceUndoSchema = z.object({
  /** `revision` is the one that the acceptance wrote. */
  bodies: z.array(
    z.object({ chapterId: z.string(), revision: z.number().int(), body: chapterDocumentSchema }),
  ),
  /** The cells as they were before. */
  observations: z.array(observationSchema),
  /** The same cells as the acceptance wrote them. */
  written: z.array(observationSchema),
});
export type AcceptanceUndo = z.infer<typeof acceptanceUndoSchema>;

export const importMethods = {
  /** Understands a file without keeping anything, off the main thread, bounded in time and memory. */
  'import.preview': method(
    'query',
    z.object({ grant: grantSchema }),
    z.object({
      parsed: parsedReportSchema,
      /** In the order in which the file shows them; kept as attachments on `import.commit`. `size` in bytes. */
      pictures: z.array(z.object({ name: z.string(), size: z.number().int().min(0) })),
    }),
  ),
  /** Ends a preview of this file that is still under way; it then answers `import.cancelled`. */
  'import.cancel': method('query', z.object({ grant: grantSchema }), z.object({})),
  /**
   * Keeps the file as the report of `year`, and with it the file's own bytes and its pictures (`report.attachments`).
   * `title` may correct what was understood; `parsed` is what the person made of it in the preview, and must hold the
   * same non-blank characters as the file (`import.unaccounted` otherwise).
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
  /**
   * Which chapter of the template each chapter of an imported report seems to be, in reading order. `chosenKey` is what
   * stands now; `choices` are the template's chapters in its order, `level` as its first outline that has them puts
   * them (1–4).
   */
  'import.mapping': method(
    'query',
    identified,
    z.object({
      mappings: z.array(chapterMappingSchema.extend({ chosenKey: z.string().nullable() })),
      choices: z.array(z.object({ key: z.string(), heading: z.string(), level: z.number().int() })),
    }),
  ),
  /**
   * Maps these chapters, all or none. A choice that differs from what would be proposed without memory is remembered
   * for the heading, one that agrees is forgotten; chapters that nobody decided follow what is proposed now. `previous`
   * are the changed chapters as they were: handing it back undoes the step.
   */
  'import.map': method(
    'command',
    z.object({ id: z.string(), choices: z.array(chapterChoiceSchema).min(1).max(2000) }),
    savedAt.extend({ previous: z.array(chapterChoiceSchema) }),
  ),
  /** Which quantities of an imported report seem to be which indicators, in reading order. */
  'import.propose': method('query', identified, z.object({ proposals: z.array(quantityProposalSchema) })),
  /**
   * Turns these quantities into bindings and their values into observations of the report's year, all or none. A choice
   * that differs from what was proposed, and what was declined, is remembered for this workspace. `previous` handed to
   * `import.takeBack` undoes the step; `import.changedMeanwhile` where a text or a cell has been changed since.
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
} as const;
