import Database from 'better-sqlite3';

/**
 * Makes the workspace file at `path` one that can be carried: without a write-ahead log beside it, and readable from
 * a medium that cannot be written. Throws SQLite's errors.
 */
export function makeSingleFile(path: string): void {
  const connection = new Database(path, { fileMustExist: true });
  try {
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
}
