import { z } from 'zod';
import { type FormatProfile, formatProfileSchema } from '../../../../shared/domain/format-profile-schema.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface KeptFormat {
  id: string;
  name: string;
  profile: FormatProfile;
}

const formatRow = z
  .object({ id: z.string(), name: z.string(), content: z.string() })
  .transform(({ id, name, content }) => ({
    id,
    name,
    profile: formatProfileSchema.parse(JSON.parse(content)),
  }));

/** The formats in sight, by name. */
export function readFormats(database: ReadableDatabase): KeptFormat[] {
  const rows = database
    .prepare('SELECT id, name, content FROM format_profile WHERE removed_at IS NULL ORDER BY name, id')
    .all();
  return z.array(formatRow).parse(rows);
}

/** The format of that id, in sight or not, or null. */
export function readFormat(database: ReadableDatabase, id: string): KeptFormat | null {
  const row = database.prepare('SELECT id, name, content FROM format_profile WHERE id = ?').get(id);
  return row === undefined ? null : formatRow.parse(row);
}

/** Writes a format whole; a new one is in sight. */
export function writeFormat(database: WritableDatabase, format: KeptFormat, now: string): void {
  database
    .prepare(
      `INSERT INTO format_profile (id, name, content, updated_at) VALUES (:id, :name, :content, :now)
       ON CONFLICT (id) DO UPDATE SET name = :name, content = :content, updated_at = :now`,
    )
    .run({ id: format.id, name: format.name, content: JSON.stringify(format.profile), now });
}

/** Puts a format out of sight at an instant (ISO 8601), or with null back in sight. */
export function setFormatRemoved(database: WritableDatabase, id: string, removedAt: string | null): void {
  database.prepare('UPDATE format_profile SET removed_at = ? WHERE id = ?').run(removedAt, id);
}

const useRow = z.object({ formatId: z.string(), title: z.string() });

/** Titles of the reports in sight by the format they use, the newest year first. */
export function readFormatUses(database: ReadableDatabase): Map<string, string[]> {
  const rows = database
    .prepare(
      `SELECT format_profile_id AS formatId, title FROM report
        WHERE removed_at IS NULL AND format_profile_id IS NOT NULL ORDER BY year DESC, title`,
    )
    .all();
  const uses = Map.groupBy(z.array(useRow).parse(rows), ({ formatId }) => formatId);
  return new Map([...uses].map(([id, all]) => [id, all.map(({ title }) => title)]));
}
