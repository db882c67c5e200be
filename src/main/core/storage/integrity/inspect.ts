/** What is wrong with a file, found out before anything is written to it. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { backupFolderOf, parseBackupName } from '../backups/backup-name.ts';
import { applicationId, latestVersion, schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';
import { hasExpectedSchema } from './expected-schema.ts';
import { findDamagedRows } from './row-digests.ts';

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function hasBackups(folder: string): boolean {
  const backups = backupFolderOf(folder);
  return existsSync(backups) && readdirSync(backups).some((name) => parseBackupName(name) !== null);
}

/**
 * Looks before SQLite touches anything: a file that is something else must stay exactly as it is, and where a
 * workspace has been, a missing or emptied file must not be taken for a new one.
 */
export function inspectFile(path: string, folder: string): ErrorCode | null {
  if (!existsSync(path)) return sizeOf(`${path}-wal`) > 0 || hasBackups(folder) ? 'workspace.missing' : null;
  const found = statSync(path);
  if (!found.isFile()) return 'workspace.notDatabase';
  if (found.size === 0) return sizeOf(`${path}-wal`) > 0 || hasBackups(folder) ? 'workspace.damaged' : null;
  const header = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return header.toString('latin1') === 'SQLite format 3\0' ? null : 'workspace.notDatabase';
}

/** Answers of a disk, a lock or a right, which say nothing about the file's content. */
const notOfTheContent = [
  'SQLITE_BUSY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'SQLITE_NOMEM',
];

export interface Problem {
  code: 'workspace.notDatabase' | 'workspace.newer' | 'workspace.damaged';
  version: number;
}

/**
 * `shape`: what kind of file it is, in a time that does not grow with it; `whole`: every page and row as well. Damage
 * that only the second finds is no less damage: whoever takes the first owes the second (see background-inspection.ts).
 */
export type InspectionDepth = 'shape' | 'whole';

function findProblem(
  connection: Database.Database,
  migrations: readonly Migration[],
  depth: InspectionDepth,
): Problem | null {
  const version = schemaVersion(connection);
  const id = Number(connection.pragma('application_id', { simple: true }));
  const tables = Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (tables > 0 && id !== applicationId) return { code: 'workspace.notDatabase', version };
  if (version > latestVersion(migrations)) return { code: 'workspace.newer', version };
  const sound =
    hasExpectedSchema(connection, migrations) &&
    (depth === 'shape' ||
      // Not quick_check: a damaged index hides rows that are there.
      (connection.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
        findDamagedRows(connection, 1).length === 0));
  return sound ? null : { code: 'workspace.damaged', version };
}

/**
 * Null for a whole workspace of this program, or a new empty file. Throws only what a disk, a lock or a missing right
 * answers; every other error of SQLite while reading means damage.
 */
export function inspectContent(
  connection: Database.Database,
  migrations: readonly Migration[],
  depth: InspectionDepth,
): Problem | null {
  try {
    return findProblem(connection, migrations, depth);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const { code } = error;
    if (code === 'SQLITE_NOTADB') return { code: 'workspace.notDatabase', version: 0 };
    if (code !== 'SQLITE_IOERR_SHORT_READ' && notOfTheContent.some((one) => code.startsWith(one)))
      throw error;
    return { code: 'workspace.damaged', version: 0 };
  }
}
