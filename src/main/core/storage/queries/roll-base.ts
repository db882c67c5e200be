import { z } from 'zod';
import { type ChapterDocument, chapterDocumentSchema } from '../../../../shared/domain/document.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface RollBase {
  chapterId: string;
  predecessorChapterId: string;
  /** Last year's text of that chapter when it was last carried over. */
  body: ChapterDocument;
}

const rollBaseRow = z
  .object({ chapterId: z.string(), predecessorChapterId: z.string(), body: z.string() })
  .transform((row) => ({ ...row, body: chapterDocumentSchema.parse(JSON.parse(row.body)) }));

/** The bases of a report's chapters. */
export function readRollBases(database: ReadableDatabase, reportId: string): RollBase[] {
  const rows = database
    .prepare(
      `SELECT b.chapter_id AS chapterId, b.predecessor_chapter_id AS predecessorChapterId, b.body
         FROM roll_base b JOIN chapter c ON c.id = b.chapter_id WHERE c.report_id = ?`,
    )
    .all(reportId);
  return z.array(rollBaseRow).parse(rows);
}

/** Keeps the text that a chapter was rolled forward from, in place of an earlier one. */
export function writeRollBase(database: WritableDatabase, base: RollBase): void {
  database
    .prepare(
      `INSERT INTO roll_base (chapter_id, predecessor_chapter_id, body)
       VALUES (:chapterId, :predecessorChapterId, :body)
       ON CONFLICT (chapter_id) DO UPDATE SET body = :body`,
    )
    .run({ ...base, body: JSON.stringify(base.body) });
}
