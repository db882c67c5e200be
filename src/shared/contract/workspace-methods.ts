/** The workspace, its unit, templates and number tables. */
import { z } from 'zod';
import {
  indicatorSchema,
  observationSchema,
  officeSchema,
  organizationSchema,
  reportSchema,
  topicSchema,
} from '../domain/model.ts';
import { templateSchema } from '../domain/template.ts';
import { method, nothing, savedAt } from './method.ts';

export const reportCardSchema = reportSchema.extend({
  templateName: z.string(),
  /** Indicators the report's text shows or its template asks for, by state of this year's number. */
  numbers: z.object({
    confirmed: z.number().int(),
    carried: z.number().int(),
    missing: z.number().int(),
  }),
  /** Paragraphs still marked as carried over. */
  carriedParagraphs: z.number().int(),
  /** Places that a person wrote over and whose number has changed since. */
  changedPlaces: z.number().int(),
  emptyChapters: z.number().int(),
});
export type ReportCard = z.infer<typeof reportCardSchema>;

export const numberTablesSchema = z.object({
  topics: z.array(topicSchema),
  offices: z.array(officeSchema),
  indicators: z.array(indicatorSchema),
  /** All years; an absent observation is empty. */
  observations: z.array(observationSchema),
});
export type NumberTables = z.infer<typeof numberTablesSchema>;

export const workspaceMethods = {
  'workspace.status': method(
    'query',
    nothing,
    z.object({
      /** Path of the workspace file, shown to the person who must find it again. */
      path: z.string(),
      organization: organizationSchema.nullable(),
      reports: z.array(reportCardSchema),
    }),
  ),
  /**
   * Reads the whole workspace beside the work, the first time it is asked for, and tells whether anything in it is not as
   * it was written. The next opening then begins with the way out (see recover).
   */
  'workspace.inspect': method('query', nothing, z.object({ damaged: z.boolean() })),
  'organization.save': method('command', organizationSchema, savedAt),
  'template.list': method(
    'query',
    nothing,
    z.object({
      templates: z.array(
        templateSchema.pick({ key: true, name: true, subject: true, version: true, due: true }).extend({
          outlines: z.array(z.object({ key: z.string(), name: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  'numbers.read': method('query', nothing, numberTablesSchema),
  /**
   * Sets many cells at once, all or none. `previous` are the same cells as they were: handing them back undoes the
   * step.
   */
  'numbers.set': method(
    'command',
    z.object({ observations: z.array(observationSchema).min(1).max(20_000) }),
    savedAt.extend({ previous: z.array(observationSchema) }),
  ),
} as const;
