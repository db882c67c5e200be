import Database from 'better-sqlite3';
import { failureOfSqliteError } from '../sqlite-failure.ts';

/**
 * Makes the workspace file at `path` one that can be carried: without a write-ahead log beside it, and readable from
 * a medium that cannot be written. False where the file is no whole database; throws SQLite's other errors.
 */
export function makeSingleFile(path: string): boolean {
  const connection = new Database(path, { fileMustExist: true });
  try {
    connection.pragma('journal_mode = DELETE');
    return true;
  } catch (error) {
    const code = failureOfSqliteError(error);
    if (code === 'workspace.damaged' || code === 'workspace.notDatabase') return false;
    throw error;
  } finally {
    connection.close();
  }
}
