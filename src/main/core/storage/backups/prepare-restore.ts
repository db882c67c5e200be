/** A backup made ready to take the workspace's place, beside it; nothing of the workspace is touched yet. */
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import type { ContentCounts } from '../../../../shared/contract.ts';
import { done, failed, type Outcome } from '../../../../shared/errors.ts';
import { keepDigests } from '../integrity/row-digests.ts';
import { latestVersion, migrate, schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';
import { type CheckedFile, checkFile } from './check-backup.ts';
import { copyWithReadBack } from './make-backup.ts';
import { makeSingleFile } from './single-file.ts';
import { type StorageFiles, syncFile, writeFailure } from './storage-files.ts';
import { temporaryPath, withCompanions } from './temporary-files.ts';

export interface RestoreSource {
  /** The backup's file. */
  backup: string;
  /** What the person calls it; else the file's own name. */
  name?: string;
  workspaceFolder: string;
  /** The highest revision of a chapter that a window may have seen. */
  newestRevision: number;
  migrations: readonly Migration[];
  files: StorageFiles;
}

export interface PreparedRestore {
  path: string;
  checked: Extract<CheckedFile, { state: 'good' }>;
}

/**
 * Brings it up to date, and raises the chapters' revisions above all that were ever handed out: a window that still
 * shows the state before must meet a conflict, not overwrite the restored text by the same number.
 */
function bringUpToDate(path: string, source: RestoreSource): void {
  const connection = new Database(path, { fileMustExist: true });
  try {
    if (schemaVersion(connection) < latestVersion(source.migrations)) migrate(connection, source.migrations);
    keepDigests(connection);
    connection.prepare('UPDATE chapter SET revision = max(revision, ?) + 1').run(source.newestRevision);
  } finally {
    connection.close();
  }
}

function sameCounts(a: ContentCounts, b: ContentCounts): boolean {
  return (['reports', 'chapters', 'characters', 'observations'] as const).every(
    (name) => a[name] === b[name],
  );
}

/**
 * Errors, with `{ name }` or `{ path }`: backup.damaged, workspace.newer, file.diskFull, file.readOnly,
 * file.writeFailed, backup.differs. After an error nothing of it is left.
 */
export async function prepareRestore(source: RestoreSource): Promise<Outcome<PreparedRestore>> {
  const { backup, workspaceFolder, migrations, files } = source;
  const name = source.name ?? basename(backup);
  const before = checkFile(backup, migrations);
  if (before.state === 'newer') return failed('workspace.newer', { path: name });
  if (before.state === 'damaged') return failed('backup.damaged', { name });
  const path = temporaryPath(workspaceFolder);
  const giveUp = async () => {
    for (const file of withCompanions(path)) await files.rm(file, { force: true }).catch(() => undefined);
  };
  try {
    const copied = await copyWithReadBack(backup, path, files);
    if (!copied.ok) {
      await giveUp();
      return failed(copied.error.code, { name });
    }
    bringUpToDate(path, source);
    const single = makeSingleFile(path);
    await syncFile(path, files);
    const checked = checkFile(path, migrations);
    if (single && checked.state === 'good' && sameCounts(checked.contents, before.contents)) {
      return done({ path, checked });
    }
    await giveUp();
    return failed('backup.differs', { name });
  } catch (error) {
    await giveUp();
    return writeFailure(error, name);
  }
}
