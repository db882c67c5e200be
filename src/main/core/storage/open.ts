/** Opening the one file that holds everything of a unit. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import { systemCode } from '../export/system-failure.ts';
import type { Clock, Holder } from '../ports.ts';
import { backupFolderOf } from './backups/backup-name.ts';
import { makeBackup } from './backups/make-backup.ts';
import { nodeStorageFiles, type StorageFiles } from './backups/storage-files.ts';
import { removeLeftovers } from './backups/temporary-files.ts';
import { asWritable, forgetStatements, type WritableDatabase } from './database.ts';
import { exchangeFile } from './exchange-file.ts';
import { type BackgroundInspection, createBackgroundInspection } from './integrity/background-inspection.ts';
import { forgetClosing, markClosed, mustBeReadFirst } from './integrity/closing-mark.ts';
import { inspectContent, inspectFile } from './integrity/inspect.ts';
import { configure, connect, keepConnection } from './live-connection.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { latestVersion, migrate, schemaVersion } from './migrate.ts';
import { type Migration, migrations as shippedMigrations } from './migrations/index.ts';
import { keepWorkspacePrivate } from './private-folder.ts';
import { finishExchange, isExchangePending } from './recovery/pending-exchange.ts';
import { failureOfSqliteError } from './sqlite-failure.ts';

export const workspaceFileName = '资料库.xbdb';
export const lockFileName = '资料库.xbdb-lock';

export interface Workspace {
  folder: string;
  path: string;
  /** Stays the same handle when the file is exchanged. */
  database: WritableDatabase;
  /** Runs `work` in one synchronous write transaction; what it throws rolls everything back. */
  transaction<T>(work: (database: WritableDatabase) => T): T;
  /** Reads the whole file beside the work; what it finds also makes the next opening read the whole file first. */
  inspection: BackgroundInspection;
  /** The connection of this moment, for backups. */
  connection(): Database.Database;
  /**
   * Puts the whole, checked file at `replacement` in the workspace's place. Nothing else may be under way. After a
   * failure the old one is open as before, or opened again as soon as the disk answers: file.diskFull, file.readOnly, file.writeFailed, storage.failed.
   */
  exchange(replacement: string): Promise<Outcome<null>>;
  close(): void;
  /** Closes a file that is no longer the one at its path: no mark is left there. */
  abandon(): void;
}

export interface OpenWorkspaceOptions {
  folder: string;
  holder: Holder;
  clock: Clock;
  /** Other than the shipped ones only in tests of migrations. */
  migrations?: readonly Migration[];
  /** Other than the machine's only in tests of failing disks. */
  files?: StorageFiles;
}

function prepareFolder(folder: string): Outcome<null> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.R_OK);
    keepWorkspacePrivate(folder);
    return done(null);
  } catch {
    return failed('workspace.notWritable', { path: folder });
  }
}

/**
 * A system's error comes from the renames that an interrupted recovery had still to do; an addon that cannot be loaded is
 * no failure of the disk.
 */
function failureOfOpening(error: unknown): ErrorCode | null {
  if (error instanceof Database.SqliteError) return failureOfSqliteError(error);
  const code = systemCode(error);
  return code === null || code === 'ERR_DLOPEN_FAILED' ? null : 'storage.failed';
}

/** What a save would be told of with «not saved» is another sentence where nothing is open yet. */
const atStart: Partial<Record<ErrorCode, ErrorCode>> = {
  'storage.readOnly': 'workspace.readOnly',
  'storage.full': 'workspace.noRoom',
};

/**
 * Opens or creates the workspace in `folder`: takes the writer's lock, refuses what is no workspace, newer, damaged or
 * gone without changing it, and migrates an older one after a backup.
 * Failures: workspace.notWritable, .locked, .notDatabase, .newer, .damaged, .missing, .readOnly, .noRoom;
 * storage.failed, .busy; those of makeBackup.
 */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Outcome<Workspace>> {
  const { folder, holder, clock, migrations = shippedMigrations, files = nodeStorageFiles } = options;
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
    const suspicion = isExchangePending(folder) ? null : inspectFile(path, folder);
    if (suspicion !== null) return giveUp(suspicion);
    const acquired = acquireLock(join(folder, lockFileName), holder);
    if (!acquired.ok) return acquired;
    lock = acquired.value;
    finishExchange(folder);
    removeLeftovers([folder, backupFolderOf(folder)]);
    const depth = mustBeReadFirst(path) ? 'whole' : 'shape';
    connection = connect(path);
    const problem = inspectContent(connection, migrations, depth);
    if (problem !== null) return giveUp(problem.code, { version: problem.version });
    const version = schemaVersion(connection);
    if (version < latestVersion(migrations)) {
      if (version > 0) {
        const source = { connection, workspaceFolder: folder, migrations, clock, files };
        const backup = await makeBackup(source, 'beforeUpgrade');
        if (!backup.ok) return giveUp(backup.error.code, backup.error.parameters);
      }
      forgetClosing(path);
      migrate(connection, migrations);
    }
    forgetClosing(path);
    configure(connection);
    // A file that may only be read opens without a word, and the first save would be the one to tell. Even BEGIN
    // IMMEDIATE succeeds on it; only a change says so.
    connection.exec(`BEGIN; PRAGMA user_version = ${schemaVersion(connection)}; ROLLBACK`);
  } catch (error) {
    const code = failureOfOpening(error);
    if (code === null) {
      connection?.close();
      lock?.release();
      throw error;
    }
    return giveUp(atStart[code] ?? code, { reason: error instanceof Error ? error.message : '' });
  }

  const live = keepConnection(path, connection, () => forgetStatements(database));
  const held = lock;
  let suspect = false;
  const inspection = createBackgroundInspection({ path, migrations }, () => {
    suspect = true;
  });
  const database = asWritable({ prepare: (sql: string) => live.current().prepare(sql) });
  const end = () => {
    inspection.end();
    live.close();
  };
  return done({
    folder,
    path,
    database,
    transaction: (work) =>
      live
        .current()
        .transaction(() => work(database))
        .immediate(),
    inspection,
    connection: live.current,
    async exchange(replacement) {
      const exchanged = await exchangeFile(live.current(), path, replacement, files);
      // After a failure the connection may be closed, or half on its way to another journal.
      live.renew();
      return exchanged;
    },
    close() {
      end();
      markClosed(path, suspect);
      held.release();
    },
    abandon() {
      end();
      held.release();
    },
  });
}
