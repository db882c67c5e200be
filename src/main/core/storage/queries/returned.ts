import { z } from 'zod';
import { type Look, looks } from '../../../../shared/domain/look.ts';
import { type PrintedBlock, printedBlockSchema } from '../../../../shared/domain/returned/printed-block.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** Exports of a report that files are still compared with; older ones are forgotten. */
const mostBases = 30;

export interface ReturnedBase {
  look: Look;
  blocks: PrintedBlock[];
  exportedAt: string;
}

/** The same words exported again are kept once, with the later time. */
export function writeReturnedBase(
  database: WritableDatabase,
  reportId: string,
  base: { sha256: string; look: Look; blocks: string; exportedAt: string },
): void {
  database
    .prepare(
      `INSERT INTO returned_base (report_id, sha256, look, blocks, exported_at)
       VALUES (:reportId, :sha256, :look, :blocks, :exportedAt)
       ON CONFLICT (report_id, sha256) DO UPDATE SET exported_at = :exportedAt`,
    )
    .run({ reportId, ...base });
  database
    .prepare(
      `DELETE FROM returned_base WHERE report_id = :reportId AND sha256 NOT IN (
         SELECT sha256 FROM returned_base WHERE report_id = :reportId ORDER BY exported_at DESC LIMIT :most
       )`,
    )
    .run({ reportId, most: mostBases });
}

const baseRow = z.object({ look: z.enum(looks), blocks: z.string(), exportedAt: z.string() });

/** Latest first. */
export function readReturnedBases(database: ReadableDatabase, reportId: string): ReturnedBase[] {
  const rows = database
    .prepare(
      `SELECT look, blocks, exported_at AS exportedAt FROM returned_base
        WHERE report_id = ? ORDER BY exported_at DESC`,
    )
    .all(reportId);
  return z
    .array(baseRow)
    .parse(rows)
    .map((row) => ({ ...row, blocks: z.array(printedBlockSchema).parse(JSON.parse(row.blocks)) }));
}

export const returnedFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  receivedAt: z.string(),
  acceptedAt: z.string().nullable(),
});
export type ReturnedFileEntry = z.infer<typeof returnedFileSchema>;

const fileColumns = 'id, name, received_at AS receivedAt, accepted_at AS acceptedAt';

/** Latest first. */
export function readReturnedFiles(database: ReadableDatabase, reportId: string): ReturnedFileEntry[] {
  const rows = database
    .prepare(`SELECT ${fileColumns} FROM returned_file WHERE report_id = ? ORDER BY received_at DESC`)
    .all(reportId);
  return z.array(returnedFileSchema).parse(rows);
}

const bytesRow = z.object({ name: z.string(), bytes: z.instanceof(Buffer) });

/** The bytes of a file that came back, or null. */
export function readReturnedFile(
  database: ReadableDatabase,
  reportId: string,
  id: string,
): z.infer<typeof bytesRow> | null {
  const row = database
    .prepare('SELECT name, bytes FROM returned_file WHERE report_id = ? AND id = ?')
    .get(reportId, id);
  return row === undefined ? null : bytesRow.parse(row);
}

/** Keeps a file; the same bytes are kept once. The answer is the id under which they are kept. */
export function keepReturnedFile(
  database: WritableDatabase,
  file: { id: string; reportId: string; name: string; sha256: string; bytes: Uint8Array; receivedAt: string },
): string {
  const row = database
    .prepare(
      `INSERT INTO returned_file (id, report_id, name, sha256, bytes, received_at)
       VALUES (:id, :reportId, :name, :sha256, :bytes, :receivedAt)
       ON CONFLICT (report_id, sha256) DO UPDATE SET received_at = :receivedAt
       RETURNING id`,
    )
    .get(file);
  return z.object({ id: z.string() }).parse(row).id;
}

export function setReturnedAccepted(database: WritableDatabase, id: string, acceptedAt: string | null): void {
  database.prepare('UPDATE returned_file SET accepted_at = ? WHERE id = ?').run(acceptedAt, id);
}
