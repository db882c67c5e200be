/** The indicators themselves: what there is to be counted, in what order, by which formula, and where it is shown. */
import { z } from 'zod';
import { indicatorSchema, reportingYearSchema, topicSchema } from '../domain/model.ts';
import { identified, method, savedAt } from './method.ts';

/** An indicator or topic as the tables hold it: its place among its like, and whether it is out of sight. */
export const indicatorRecordSchema = z.object({
  indicator: indicatorSchema,
  position: z.number().int().min(0),
  removed: z.boolean(),
});
export type IndicatorRecord = z.infer<typeof indicatorRecordSchema>;

export const topicRecordSchema = z.object({
  topic: topicSchema,
  position: z.number().int().min(0),
  removed: z.boolean(),
});
export type TopicRecord = z.infer<typeof topicRecordSchema>;

/** Records of what one act changed. */
export const tableRecordsSchema = z.object({
  indicators: z.array(indicatorRecordSchema).max(5000),
  topics: z.array(topicRecordSchema).max(500),
});
export type TableRecords = z.infer<typeof tableRecordsSchema>;

/**
 * What each of these commands gives: the lists as they are now, and the changed records as they were and are. Handing
 * `before` to `indicator.restore` undoes the step, handing it `after` does it again.
 */
const changedTables = savedAt.extend({
  id: z.string(),
  topics: z.array(topicSchema),
  indicators: z.array(indicatorSchema),
  before: tableRecordsSchema,
  after: tableRecordsSchema,
});
export type ChangedTables = z.infer<typeof changedTables>;

/** What a person says of an indicator; the formula in its stored form (formula.ts). */
export const indicatorDraftSchema = indicatorSchema
  .omit({ id: true, retiredAfter: true })
  .extend({ name: z.string().trim().min(1).max(60), unit: z.string().trim().max(12) });

/** A place that shows an indicator or hangs on it. */
export const indicatorPlaceSchema = z.object({
  kind: z.enum(['binding', 'figure', 'condition']),
  reportId: z.string(),
  reportTitle: z.string(),
  year: reportingYearSchema,
  chapterId: z.string(),
  /** '' for a chapter without one. */
  heading: z.string(),
  /** The sentence around it as a reader sees it; a figure's title; the passage that a condition holds. */
  sentence: z.string(),
});
export type IndicatorPlace = z.infer<typeof indicatorPlaceSchema>;

export const indicatorUsesSchema = z.object({
  /** In reports in sight, newest year first, in reading order. */
  places: z.array(indicatorPlaceSchema),
  /** Indicators whose formula names it. */
  formulas: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Years that hold a number or «不适用». */
  numbers: z.number().int(),
  /** Texts out of sight that show it: removed reports and chapters, and last year's texts kept for comparing. */
  hiddenTexts: z.number().int(),
});
export type IndicatorUses = z.infer<typeof indicatorUsesSchema>;

export const indicatorMethods = {
  /**
   * Makes an indicator (`id` null), the last of its topic, or changes one. Errors: indicator.nameTaken,
   * indicator.formulaUnreadable, indicator.formulaUnits, indicator.cycle, indicator.footingImpossible, topic.notFound,
   * office.notFound. Without `accepted` also indicator.meaningChanges (unit or kind, where there are numbers) and
   * indicator.hidesNumbers (a formula, where there are typed ones): each to be asked and sent again.
   */
  'indicator.save': method(
    'command',
    indicatorDraftSchema.extend({
      id: z.string().nullable(),
      accepted: z.boolean().default(false),
      /** The reporting year the person works in, by which a topic's members are judged. */
      year: reportingYearSchema,
    }),
    changedTables,
  ),
  /** Puts an indicator before the one that is now at `position` of the topic, itself not counted. */
  'indicator.move': method(
    'command',
    z.object({ id: z.string(), topicId: z.string(), position: z.number().int().min(0) }),
    changedTables,
  ),
  /** `after`: the last reporting year that asks for it; null takes it into use again. */
  'indicator.retire': method(
    'command',
    z.object({ id: z.string(), after: reportingYearSchema.nullable() }),
    changedTables,
  ),
  /** Out of sight. Error: indicator.inUse where a text, a formula or a number hangs on it. */
  'indicator.remove': method('command', identified, changedTables),
  /** Writes records as they are given, for undo and redo. The same errors as the acts themselves. */
  'indicator.restore': method('command', tableRecordsSchema, changedTables),
  'indicator.places': method('query', identified, indicatorUsesSchema),
  /** Makes a topic (`id` null), the last one, or renames one. Error: topic.nameTaken. */
  'topic.save': method(
    'command',
    z.object({ id: z.string().nullable(), name: z.string().trim().min(1).max(40) }),
    changedTables,
  ),
} as const;
