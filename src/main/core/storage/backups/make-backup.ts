/** Making one backup, and copying one to another place; at every instant there is either none of it or all of it. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import { removeAbandoned } from '../../export/abandoned-files.ts';
import { renameWithPatience, syncFolder } from '../../export/atomic-write.ts';
import type { Clock } from '../../ports.ts';
import { type Contents, readContents } from '../contents.ts';
import { schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';
import { type BackupReason, backupFolderOf, backupName } from './backup-name.ts';
import { checkFile } from './check-backup.ts';
import { makeSingleFile } from './single-file.ts';
import { type StorageFiles, syncFile, writeFailure } from './storage-files.ts';
import { temporaryPath, withCompanions } from './temporary-files.ts';

export interface BackupSource {
  connection: Database.Database;
  workspaceFolder: string;
  migrations: readonly Migration[];
  clock: Clock;
  files: StorageFiles;
}

export interface MadeBackup {
  id: string;
  path: string;
  contents: Contents;
}

async function removeAll(paths: readonly string[], files: StorageFiles): Promise<void> {
  for (const path of paths) await files.rm(path, { force: true }).catch(() => undefined);
}

function changesSoFar(connection: Database.Database): number {
  return Number(connection.prepare('SELECT total_changes()').pluck().get());
}

/** The backup's contents, or null where it is not whole or not what the workspace holds. */
async function copyAndCheck(source: BackupSource, path: string): Promise<Contents | null> {
  const { connection, files, migrations } = source;
  await files.copyDatabase(connection, path);
  const changes = changesSoFar(connection);
  const present = readContents(connection);
  if (!makeSingleFile(path)) return null;
  await syncFile(path, files);
  const checked = checkFile(path, migrations);
  if (checked.state !== 'good') return null;
  // What was written while it was checked is the next backup's; without such writing both must hold the same.
  const comparable = changes === changesSoFar(connection);
  return comparable && checked.contents.fingerprint !== present.fingerprint ? null : checked.contents;
}

/**
 * A copy of the workspace by SQLite's online backup: to a temporary file, synced, opened and counted against the
 * workspace, renamed, the folder synced, read once more. A failure removes what was begun.
 * Errors, all with `{ name }`: file.diskFull, file.readOnly, file.writeFailed, backup.differs.
 */
export async function makeBackup(source: BackupSource, reason: BackupReason): Promise<Outcome<MadeBackup>> {
  const { connection, clock, files } = source;
  const folder = backupFolderOf(source.workspaceFolder);
  const at = clock.now();
  const version = schemaVersion(connection);
  let id = backupName(at, reason, version);
  for (let count = 2; existsSync(join(folder, id)); count += 1) id = backupName(at, reason, version, count);
  const path = join(folder, id);
  const temporary = temporaryPath(folder);
  let named = false;
  try {
    await files.makeFolder(folder);
    const contents = await copyAndCheck(source, temporary);
    if (contents === null) {
      await removeAll(withCompanions(temporary), files);
      return failed('backup.differs', { name: id });
    }
    const sum = await files.sha256(temporary);
    await renameWithPatience(temporary, path, files);
    named = true;
    await syncFolder(folder, files);
    if ((await files.sha256(path)) !== sum) {
      await removeAll([path], files);
      return failed('backup.differs', { name: id });
    }
    return done({ id, path, contents });
  } catch (error) {
    await removeAll([...withCompanions(temporary), ...(named ? [path] : [])], files);
    return writeFailure(error, id);
  }
}

/**
 * Copies the file at `from` to `to`, over an older file of that name: a temporary file beside it, synced, compared by
 * SHA-256 with the original, renamed, the folder synced, compared once more. A failure leaves an older file whole.
 * Errors, all with `{ name }`: file.diskFull, file.readOnly, file.writeFailed, backup.differs.
 */
export async function copyWithReadBack(
  from: string,
  to: string,
  files: StorageFiles,
): Promise<Outcome<{ sha256: string }>> {
  const name = basename(to);
  const temporary = temporaryPath(dirname(to));
  const differs = async () => {
    await removeAll([temporary], files);
    return failed('backup.differs', { name });
  };
  try {
    const sha256 = await files.sha256(from);
    await files.copyFile(from, temporary);
    await syncFile(temporary, files);
    if ((await files.sha256(temporary)) !== sha256) return await differs();
    await removeAbandoned(temporary);
    await renameWithPatience(temporary, to, files);
    await syncFolder(dirname(to), files);
    return (await files.sha256(to)) === sha256 ? done({ sha256 }) : await differs();
  } catch (error) {
    await removeAll([temporary], files);
    return writeFailure(error, name);
  }
}
