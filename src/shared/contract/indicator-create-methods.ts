/** New indicators, made while a report is written. */
import { z } from 'zod';
import { indicatorSchema } from '../domain/model.ts';
import { method, savedAt } from './method.ts';

/** What a person says of a new indicator: a typed one, in use. */
export const newIndicatorSchema = indicatorSchema.omit({ id: true }).extend({
  name: z.string().trim().min(1).max(60),
  unit: z.string().trim().max(12),
  formula: z.null(),
});
export type NewIndicator = z.infer<typeof newIndicatorSchema>;

export const indicatorCreateMethods = {
  /**
   * Puts a new indicator at the end of its topic. Errors: indicator.topicNotFound; indicator.nameTaken `{ name, topic }`
   * where an indicator of that name is already there.
   */
  'indicator.create': method(
    'command',
    z.object({ indicator: newIndicatorSchema }),
    savedAt.extend({ id: z.string() }),
  ),
} as const;
