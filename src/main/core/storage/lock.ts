/**
 * One writer per workspace. The lock is SQLite's own write lock on a small file beside the workspace, held as long as
 * the program runs: the operating system releases it when the process ends, however it ends, so that no stale lock
 * can be left behind. Others may still read that file, and so learn who holds it.
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { Holder } from '../ports.ts';

const holderRow = z.object({ door: z.string(), user: z.string(), host: z.string(), process_id: z.number() });

export interface WorkspaceLock {
  release(): void;
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function isDamaged(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT)/.test(error.code);
}

/**
 * Failure: workspace.locked with the holder's user, host, door and processId. A damaged lock file is made anew: nothing
 * of anybody's stands in it, and left there it would keep everybody out of a whole workspace.
 */
export function acquireLock(lockPath: string, holder: Holder): Outcome<WorkspaceLock> {
  try {
    return lockOn(lockPath, holder);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    for (const ending of ['', '-journal']) rmSync(`${lockPath}${ending}`, { force: true });
    return lockOn(lockPath, holder);
  }
}

function lockOn(lockPath: string, holder: Holder): Outcome<WorkspaceLock> {
  const connection = new Database(lockPath, { timeout: 0 });
  try {
    connection.pragma('journal_mode = DELETE');
    connection.exec('BEGIN IMMEDIATE');
    connection.exec(
      'CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), door TEXT, user TEXT, host TEXT, process_id INTEGER)',
    );
    connection
      .prepare('INSERT OR REPLACE INTO holder VALUES (1, ?, ?, ?, ?)')
      .run(holder.door, holder.user, holder.host, holder.processId);
    connection.exec('COMMIT');
    // Between the two transactions somebody else may be quicker: then they hold the lock, and their name stands here.
    connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (!isBusy(error)) {
      connection.close();
      throw error;
    }
    const current = readHolder(connection);
    connection.close();
    return failed('workspace.locked', current);
  }
  return done({ release: () => connection.close() });
}

function readHolder(connection: Database.Database) {
  try {
    const row = holderRow.safeParse(connection.prepare('SELECT * FROM holder').get());
    if (row.success)
      return {
        user: row.data.user,
        host: row.data.host,
        door: row.data.door,
        processId: row.data.process_id,
      };
  } catch {
    // The holder is just writing its name: it exists, but cannot be named in this instant.
  }
  return { user: '', host: '', door: '', processId: 0 };
}
