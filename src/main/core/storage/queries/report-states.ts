import { z } from 'zod';
import { type KeptState, keptStateSchema } from '../../../../shared/domain/history/report-state.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const columns = 'id, kept_at AS keptAt, reason, characters, sha256';

/** The kept states of a report, newest first. */
export function readStates(database: ReadableDatabase, reportId: string): KeptState[] {
  const rows = database
    .prepare(`SELECT ${columns} FROM report_state WHERE report_id = ? ORDER BY kept_at DESC, rowid DESC`)
    .all(reportId);
  return z.array(keptStateSchema).parse(rows);
}

/** The one that was kept last, whatever the clock said then, or null. */
export function readLatestState(database: ReadableDatabase, reportId: string): KeptState | null {
  const row = database
    .prepare(`SELECT ${columns} FROM report_state WHERE report_id = ? ORDER BY rowid DESC LIMIT 1`)
    .get(reportId);
  return row === undefined ? null : keptStateSchema.parse(row);
}

const storedRow = z.object({ reportId: z.string(), content: z.instanceof(Uint8Array) });

/** One state with its compressed content, or null. */
export function readState(
  database: ReadableDatabase,
  id: string,
): { state: KeptState; reportId: string; content: Uint8Array } | null {
  const row = database
    .prepare(`SELECT ${columns}, report_id AS reportId, content FROM report_state WHERE id = ?`)
    .get(id);
  if (row === undefined) return null;
  return { state: keptStateSchema.parse(row), ...storedRow.parse(row) };
}

export function insertState(
  database: WritableDatabase,
  reportId: string,
  state: KeptState,
  content: Uint8Array,
): void {
  database
    .prepare(
      `INSERT INTO report_state (id, report_id, kept_at, reason, characters, sha256, content)
       VALUES (:id, :reportId, :keptAt, :reason, :characters, :sha256, :content)`,
    )
    .run({ ...state, reportId, content });
}

export function deleteState(database: WritableDatabase, id: string): void {
  database.prepare('DELETE FROM report_state WHERE id = ?').run(id);
}
