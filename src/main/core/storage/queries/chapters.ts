import { z } from 'zod';
import {
  carriedParagraphs,
  chapterDocumentSchema,
  isBlankDocument,
} from '../../../../shared/domain/document.ts';
import { type Chapter, chapterSchema } from '../../../../shared/domain/model.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const chapterRow = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    position: z.number(),
    kind: z.string(),
    isAttachment: z.number(),
    heading: z.string(),
    runIn: z.number(),
    templateChapterKey: z.string().nullable(),
    body: z.string(),
    done: z.number(),
    revision: z.number(),
  })
  .transform(({ isAttachment, ...row }) => ({
    ...row,
    kind: isAttachment === 1 ? 'attachment' : row.kind,
    runIn: row.runIn === 1,
    done: row.done === 1,
    body: chapterDocumentSchema.parse(JSON.parse(row.body)),
  }))
  .pipe(chapterSchema);

const columns = `id, parent_id AS parentId, position, kind, is_attachment AS isAttachment, heading, run_in AS runIn,
  template_chapter_key AS templateChapterKey, body, done, revision`;

/** All chapters in sight: a chapter below a removed one is out of sight as well. Ordered by parent and position. */
export function readChapters(database: ReadableDatabase, reportId: string): Chapter[] {
  const rows = database
    .prepare(
      `WITH RECURSIVE visible (chapter_id) AS (
         SELECT id FROM chapter WHERE report_id = :reportId AND parent_id IS NULL AND removed_at IS NULL
         UNION ALL
         SELECT c.id FROM chapter c JOIN visible v ON c.parent_id = v.chapter_id
          WHERE c.report_id = :reportId AND c.removed_at IS NULL
       )
       SELECT ${columns} FROM chapter JOIN visible ON id = chapter_id ORDER BY parent_id, position, id`,
    )
    .all({ reportId });
  return z.array(chapterRow).parse(rows);
}

/**
 * The reports that may hold a place which a person wrote over: those in whose text the word for it stands. Cheap, and
 * none of them is left out.
 */
export function readReportsWithOverrides(database: ReadableDatabase): ReadonlySet<string> {
  const rows = database
    .prepare(
      `SELECT DISTINCT report_id AS reportId FROM chapter
        WHERE removed_at IS NULL AND instr(body, '"override":') > 0`,
    )
    .all();
  return new Set(
    z
      .array(z.object({ reportId: z.string() }))
      .parse(rows)
      .map(({ reportId }) => reportId),
  );
}

const owner = z.object({ reportId: z.string(), removed: z.number() });

/** The report a chapter belongs to, and whether the chapter is out of sight. */
export function readChapterOwner(database: ReadableDatabase, id: string): z.infer<typeof owner> | null {
  const row = database
    .prepare('SELECT report_id AS reportId, removed_at IS NOT NULL AS removed FROM chapter WHERE id = ?')
    .get(id);
  return row === undefined ? null : owner.parse(row);
}

/** The chapter, removed or not, or null. */
export function readChapter(database: ReadableDatabase, id: string): Chapter | null {
  const row = database.prepare(`SELECT ${columns} FROM chapter WHERE id = ?`).get(id);
  return row === undefined ? null : chapterRow.parse(row);
}

/** Writes a chapter whole, new or changed, together with what is derived from its text. */
export function writeChapter(
  database: WritableDatabase,
  reportId: string,
  chapter: Chapter,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO chapter (id, report_id, parent_id, position, kind, is_attachment, heading, run_in,
                            template_chapter_key, body, done, revision, carried_paragraphs, blank, updated_at)
       VALUES (:id, :reportId, :parentId, :position, :kind, :isAttachment, :heading, :runIn,
               :templateChapterKey, :body, :done, :revision, :carried, :blank, :now)
       ON CONFLICT (id) DO UPDATE SET parent_id = :parentId, position = :position, heading = :heading,
         run_in = :runIn, body = :body, done = :done, revision = :revision, carried_paragraphs = :carried,
         blank = :blank, updated_at = :now`,
    )
    .run({
      ...chapter,
      kind: chapter.kind === 'attachment' ? 'section' : chapter.kind,
      isAttachment: chapter.kind === 'attachment' ? 1 : 0,
      reportId,
      runIn: chapter.runIn ? 1 : 0,
      done: chapter.done ? 1 : 0,
      body: JSON.stringify(chapter.body),
      carried: carriedParagraphs(chapter.body),
      blank: isBlankDocument(chapter.body) ? 1 : 0,
      now,
    });
}

/** Moves a chapter in the tree; its siblings keep their positions. */
export function placeChapter(
  database: WritableDatabase,
  id: string,
  parentId: string | null,
  position: number,
): void {
  database.prepare('UPDATE chapter SET parent_id = ?, position = ? WHERE id = ?').run(parentId, position, id);
}

/** Says which of the template's chapters this one is; null for none. */
export function setTemplateChapter(database: WritableDatabase, id: string, key: string | null): void {
  database.prepare('UPDATE chapter SET template_chapter_key = ? WHERE id = ?').run(key, id);
}

/** Puts a chapter out of sight at an instant (ISO 8601), or with null back in sight. */
export function setChapterRemoved(database: WritableDatabase, id: string, removedAt: string | null): void {
  database.prepare('UPDATE chapter SET removed_at = ? WHERE id = ?').run(removedAt, id);
}
