/** The rows of indicators and topics, those out of sight included. */
import { z } from 'zod';
import type { IndicatorRecord, TopicRecord } from '../../../../shared/contract/indicator-methods.ts';
import { type Indicator, indicatorSchema, topicSchema } from '../../../../shared/domain/model.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const indicatorRow = z
  .object({
    ...indicatorSchema.shape,
    footing: z.number(),
    position: z.number(),
    removed: z.number(),
  })
  .transform(
    ({ position, removed, footing, ...rest }): IndicatorRecord => ({
      indicator: { ...rest, footing: footing === 1 },
      position,
      removed: removed === 1,
    }),
  );

const indicatorColumns = `id, name, unit, kind, precision, topic_id AS topicId, office_id AS officeId, formula,
  retired_after AS retiredAfter, footing, position, removed_at IS NOT NULL AS removed`;

/** All indicators of the workspace, by topic and position. */
export function readIndicatorRecords(database: ReadableDatabase): IndicatorRecord[] {
  const rows = database
    .prepare(`SELECT ${indicatorColumns} FROM indicator ORDER BY topic_id, position, id`)
    .all();
  return z.array(indicatorRow).parse(rows);
}

/** Writes the record whole; `now` (ISO 8601) is when it went out of sight, if it did. */
export function writeIndicatorRecord(
  database: WritableDatabase,
  { indicator, position, removed }: IndicatorRecord,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO indicator (id, topic_id, office_id, name, unit, kind, precision, formula, position, retired_after,
                              footing, removed_at)
       VALUES (:id, :topicId, :officeId, :name, :unit, :kind, :precision, :formula, :position, :retiredAfter, :footing,
               :removedAt)
       ON CONFLICT (id) DO UPDATE SET topic_id = :topicId, office_id = :officeId, name = :name, unit = :unit,
         kind = :kind, precision = :precision, formula = :formula, position = :position,
         retired_after = :retiredAfter, footing = :footing, removed_at = :removedAt`,
    )
    .run({ ...indicator, footing: indicator.footing ? 1 : 0, position, removedAt: removed ? now : null });
}

const topicRow = z
  .object({ id: z.string(), name: z.string(), position: z.number(), removed: z.number() })
  .transform(
    ({ id, name, position, removed }): TopicRecord => ({
      topic: topicSchema.parse({ id, name }),
      position,
      removed: removed === 1,
    }),
  );

export function readTopicRecords(database: ReadableDatabase): TopicRecord[] {
  const rows = database
    .prepare('SELECT id, name, position, removed_at IS NOT NULL AS removed FROM topic ORDER BY position, id')
    .all();
  return z.array(topicRow).parse(rows);
}

export function writeTopicRecord(
  database: WritableDatabase,
  { topic, position, removed }: TopicRecord,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO topic (id, name, position, removed_at) VALUES (:id, :name, :position, :removedAt)
       ON CONFLICT (id) DO UPDATE SET name = :name, position = :position, removed_at = :removedAt`,
    )
    .run({ ...topic, position, removedAt: removed ? now : null });
}

/** In how many years an indicator holds a number or «不适用». */
export function countNumbers(database: ReadableDatabase, indicatorId: string): number {
  return z
    .number()
    .parse(
      database
        .prepare("SELECT count(*) FROM observation WHERE indicator_id = ? AND kind <> 'empty'")
        .pluck()
        .get(indicatorId),
    );
}

export function officeExists(database: ReadableDatabase, id: string): boolean {
  return database.prepare('SELECT 1 FROM office WHERE id = ?').get(id) !== undefined;
}

/**
 * In how many texts out of sight an indicator is named: chapters that were removed or belong to a removed report or
 * chapter, and last year's texts kept for comparing. Ids stand in the text in quotes, so that the search is exact.
 */
export function countHiddenTexts(database: ReadableDatabase, { id }: Pick<Indicator, 'id'>): number {
  return z.number().parse(
    database
      .prepare(
        `WITH RECURSIVE visible (id, report_id) AS (
           SELECT c.id, c.report_id FROM chapter c JOIN report r ON r.id = c.report_id
            WHERE c.parent_id IS NULL AND c.removed_at IS NULL AND r.removed_at IS NULL
           UNION ALL
           SELECT c.id, c.report_id
             FROM chapter c JOIN visible v ON c.report_id = v.report_id AND c.parent_id = v.id
            WHERE c.removed_at IS NULL
         )
         SELECT (SELECT count(*) FROM chapter WHERE instr(body, :quoted) > 0 AND id NOT IN (SELECT id FROM visible))
              + (SELECT count(*) FROM roll_base WHERE instr(body, :quoted) > 0)`,
      )
      .pluck()
      .get({ quoted: JSON.stringify(id) }),
  );
}
