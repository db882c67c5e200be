import { z } from 'zod';
import type { RememberedHeading } from '../../../../shared/domain/chapter-mapping.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const headingRow = z.object({ words: z.string(), chapterKey: z.string().nullable() });

/** What was chosen for headings under this template, by the words of the heading (headingWords). */
export function readRememberedHeadings(database: ReadableDatabase, templateKey: string): RememberedHeading[] {
  const rows = database
    .prepare(
      'SELECT words, chapter_key AS chapterKey FROM remembered_heading WHERE template_key = ? ORDER BY words',
    )
    .all(templateKey);
  return z.array(headingRow).parse(rows);
}

/** The latest choice for the same words stands. */
export function rememberHeading(
  database: WritableDatabase,
  templateKey: string,
  heading: RememberedHeading,
  now: string,
): void {
  database
    .prepare(
      `INSERT INTO remembered_heading (words, template_key, chapter_key, chosen_at)
       VALUES (:words, :templateKey, :chapterKey, :now)
       ON CONFLICT (words, template_key) DO UPDATE SET chapter_key = :chapterKey, chosen_at = :now`,
    )
    .run({ ...heading, templateKey, now });
}

export function forgetHeading(database: WritableDatabase, templateKey: string, words: string): void {
  database
    .prepare('DELETE FROM remembered_heading WHERE words = ? AND template_key = ?')
    .run(words, templateKey);
}
