import { z } from 'zod';
import { promiseSchema, type ReportPromise } from '../../../../shared/domain/promise.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const columns = 'id, position, text, state, chapter_id AS chapterId, passage, reason';

/** The promises that a report has to answer, in the order in which they were made. */
export function readPromises(database: ReadableDatabase, reportId: string): ReportPromise[] {
  const rows = database
    .prepare(`SELECT ${columns} FROM promise WHERE report_id = ? ORDER BY position, id`)
    .all(reportId);
  return z.array(promiseSchema).parse(rows);
}

const owned = promiseSchema.extend({ reportId: z.string() });

/** A promise with the report that has to answer it, or null. */
export function readPromise(database: ReadableDatabase, id: string): z.infer<typeof owned> | null {
  const row = database.prepare(`SELECT ${columns}, report_id AS reportId FROM promise WHERE id = ?`).get(id);
  return row === undefined ? null : owned.parse(row);
}

/** Writes a promise, new or answered; text and position of one that is there stay. */
export function writePromise(
  database: WritableDatabase,
  reportId: string,
  promise: ReportPromise,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO promise (id, report_id, position, text, state, chapter_id, passage, reason, updated_at)
       VALUES (:id, :reportId, :position, :text, :state, :chapterId, :passage, :reason, :now)
       ON CONFLICT (id) DO UPDATE SET state = :state, chapter_id = :chapterId, passage = :passage,
         reason = :reason, updated_at = :now`,
    )
    .run({ ...promise, reportId, now });
}
