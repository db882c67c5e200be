/** Opening the one file that holds everything of a unit. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import type { Clock, Holder } from '../ports.ts';
import { backUp } from './backup.ts';
import { asWritable, type WritableDatabase } from './database.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { applicationId, latestVersion, migrate, schemaVersion } from './migrate.ts';
import { type Migration, migrations as shippedMigrations } from './migrations/index.ts';
import { failureOfSqliteError } from './sqlite-failure.ts';

export const workspaceFileName = '资料库.xbdb';
const lockFileName = '资料库.xbdb-lock';

export interface Workspace {
  folder: string;
  path: string;
  database: WritableDatabase;
  /** Runs `work` in one synchronous write transaction; what it throws rolls everything back. */
  transaction<T>(work: (database: WritableDatabase) => T): T;
  close(): void;
}

export interface OpenWorkspaceOptions {
  folder: string;
  holder: Holder;
  clock: Clock;
  /** Other than the shipped ones only in tests of migrations. */
  migrations?: readonly Migration[];
}

function prepareFolder(folder: string): Outcome<null> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.R_OK);
    return done(null);
  } catch {
    return failed('workspace.notWritable', { path: folder });
  }
}

/** Looks before SQLite touches anything: a file that is something else must stay exactly as it is. */
function inspectFile(path: string): ErrorCode | null {
  if (!existsSync(path)) return null;
  const found = statSync(path);
  if (!found.isFile()) return 'workspace.notDatabase';
  if (found.size === 0) return null;
  const header = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return header.toString('latin1') === 'SQLite format 3\0' ? null : 'workspace.notDatabase';
}

function configure(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
}

/** What is wrong with an opened file, before anything is written to it. */
function inspectContent(
  connection: Database.Database,
  migrations: readonly Migration[],
): { code: ErrorCode; version?: number } | null {
  const version = schemaVersion(connection);
  const id = Number(connection.pragma('application_id', { simple: true }));
  const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (tables > 0 && id !== applicationId) return { code: 'workspace.notDatabase' };
  if (version > latestVersion(migrations)) return { code: 'workspace.newer', version };
  if (connection.pragma('quick_check', { simple: true }) !== 'ok') return { code: 'workspace.damaged' };
  return null;
}

/**
 * Opens or creates the workspace in `folder`: takes the writer's lock, refuses what is no workspace, newer or damaged
 * without changing it, and migrates an older one after a backup.
 * Failures: workspace.notWritable, .locked, .notDatabase, .newer, .damaged; storage.full, .readOnly, .failed.
 */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Outcome<Workspace>> {
  const { folder, holder, clock, migrations = shippedMigrations } = options;
  const path = join(folder, workspaceFileName);
  const prepared = prepareFolder(folder);
  if (!prepared.ok) return prepared;

  let lock: WorkspaceLock | undefined;
  let connection: Database.Database | undefined;
  const giveUp = (code: ErrorCode, parameters: Record<string, string | number> = {}) => {
    connection?.close();
    lock?.release();
    return failed(code, { path, ...parameters });
  };
  try {
    const suspicion = inspectFile(path);
    if (suspicion !== null) return giveUp(suspicion);
    const acquired = acquireLock(join(folder, lockFileName), holder);
    if (!acquired.ok) return acquired;
    lock = acquired.value;
    connection = new Database(path, { timeout: 2000 });
    const problem = inspectContent(connection, migrations);
    if (problem !== null) return giveUp(problem.code, { version: problem.version ?? 0 });
    configure(connection);
    const version = schemaVersion(connection);
    if (version < latestVersion(migrations)) {
      if (version > 0) await backUp(connection, folder, `升级前-${version}`, clock);
      migrate(connection, migrations);
    }
  } catch (error) {
    const code = failureOfSqliteError(error);
    if (code === null) {
      connection?.close();
      lock?.release();
      throw error;
    }
    return giveUp(code, { reason: error instanceof Error ? error.message : '' });
  }

  const opened = connection;
  const held = lock;
  const database = asWritable(opened);
  return done({
    folder,
    path,
    database,
    transaction: (work) => opened.transaction(() => work(database)).immediate(),
    close() {
      opened.close();
      held.release();
    },
  });
}
