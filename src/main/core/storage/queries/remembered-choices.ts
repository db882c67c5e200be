import { z } from 'zod';
import type { RememberedChoice } from '../../../../shared/domain/propose/candidates.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const choiceRow = z.object({ words: z.string(), unit: z.string(), indicatorId: z.string().nullable() });

/** Every choice of an indicator that a person has made for words and unit. */
export function readRememberedChoices(database: ReadableDatabase): RememberedChoice[] {
  const rows = database
    .prepare('SELECT words, unit, indicator_id AS indicatorId FROM remembered_choice ORDER BY words, unit')
    .all();
  return z.array(choiceRow).parse(rows);
}

/** The latest choice for the same words and unit stands. */
export function rememberChoice(database: WritableDatabase, choice: RememberedChoice, now: string): void {
  database
    .prepare(
      `INSERT INTO remembered_choice (words, unit, indicator_id, chosen_at)
       VALUES (:words, :unit, :indicatorId, :now)
       ON CONFLICT (words, unit) DO UPDATE SET indicator_id = :indicatorId, chosen_at = :now`,
    )
    .run({ ...choice, now });
}
