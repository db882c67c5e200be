/** Reports: begun, read, changed, put out of sight. */
import { z } from 'zod';
import {
  chapterSchema,
  reportElementsSchema,
  reportingYearSchema,
  reportSchema,
  reportStates,
} from '../domain/model.ts';
import { templateChapterSchema, templateSchema } from '../domain/template.ts';
import { identified, method, savedAt } from './method.ts';

export const reportContentSchema = z.object({
  report: reportSchema,
  chapters: z.array(chapterSchema),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

/** A file kept with an imported report: the file it came from, or a picture in it. `size` in bytes. */
export const attachmentEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(['original', 'picture']),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int().min(0),
});
export type AttachmentEntry = z.infer<typeof attachmentEntrySchema>;

export const reportMethods = {
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
  /** The file that an imported report came from, then its pictures in their order; empty for other reports. */
  'report.attachments': method(
    'query',
    identified,
    z.object({ attachments: z.array(attachmentEntrySchema) }),
  ),
  /** One attachment's bytes, as they stood in the file. Error: attachment.notFound. */
  'report.attachment': method(
    'query',
    identified,
    z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  ),
  /** Guidance, usual length and starters of the report's template, by template chapter key. */
  'report.guidance': method(
    'query',
    identified,
    z.object({ usualLength: templateSchema.shape.usualLength, chapters: z.array(templateChapterSchema) }),
  ),
  'report.update': method(
    'command',
    reportElementsSchema.partial().extend({ id: z.string(), state: z.enum(reportStates).optional() }),
    savedAt,
  ),
  /** Puts the report out of sight; `report.restore` brings it back whole. */
  'report.remove': method('command', identified, savedAt),
  'report.restore': method('command', identified, savedAt),
} as const;
