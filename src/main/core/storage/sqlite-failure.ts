/** Which expected failure a SQLite error is; `null` for what must be a bug. Result codes: sqlite.org/rescode.html. */
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../../shared/errors.ts';

export function failureOfSqliteError(error: unknown): ErrorCode | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const { code } = error;
  if (code === 'SQLITE_FULL') return 'storage.full';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'storage.readOnly';
  if (code.startsWith('SQLITE_CORRUPT')) return 'workspace.damaged';
  if (code === 'SQLITE_NOTADB') return 'workspace.notDatabase';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'storage.busy';
  return isDiskError(error) ? 'storage.failed' : null;
}

/** The disk answered with an error or not at all, so that nothing is known of the file any more. */
export function isDiskError(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  const { code } = error;
  return (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_READONLY_DBMOVED'
  );
}
