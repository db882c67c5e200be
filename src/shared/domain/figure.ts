/**
 * 图表: a table or chart of indicators in the report. Like a binding it holds no number, only what is to be shown. It is
 * a character of a paragraph of its own, as a picture is in Word, so that carrying over, merging and undo treat it as
 * they treat text.
 */
import { z } from 'zod';

export const figureForms = ['table', 'column', 'line'] as const;
export type FigureForm = (typeof figureForms)[number];

export const figureAttributesSchema = z.object({
  id: z.string().min(1).max(64),
  form: z.enum(figureForms),
  /** Printed above a table and below a chart, without number; the number is computed. */
  title: z.string().max(100),
  indicatorIds: z.array(z.string().min(1).max(80)).min(1).max(40),
  /** How many years, ending with the report's own. */
  years: z.number().int().min(1).max(11),
});
export type FigureAttributes = z.infer<typeof figureAttributesSchema>;
