/**
 * 条件内容: a stretch of text that is printed only while something holds of an indicator. In the text it is a mark, as
 * bold would be, so that splitting, joining, copying and undo need no rules of their own.
 */
import { z } from 'zod';

/**
 * `nonZero`, `zero`: the number itself; `increased`, `decreased`, `unchanged`: against the year before; the others:
 * against `limit`.
 */
export const conditionTests = [
  'nonZero',
  'zero',
  'increased',
  'decreased',
  'unchanged',
  'above',
  'below',
  'atLeast',
  'atMost',
] as const;
export type ConditionTest = (typeof conditionTests)[number];

export const conditionSchema = z.object({
  /** Identity of the passage: neighbours with one id are one passage. */
  id: z.string().min(1).max(64),
  indicatorId: z.string().min(1).max(80),
  yearOffset: z.number().int().min(-10).max(0),
  test: z.enum(conditionTests),
  /** A decimal as text in the indicator's unit, for the tests that compare with it; null for the others. */
  limit: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .max(42)
    .nullable(),
});
export type Condition = z.infer<typeof conditionSchema>;

export const conditionMarkSchema = z.object({ type: z.literal('condition'), attrs: conditionSchema });
