/** Another file in the place of the open workspace, so that a crash at any instant leaves one of the two whole. */
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { renameWithPatience, syncFolder } from '../export/atomic-write.ts';
import { type StorageFiles, writeFailure } from './backups/storage-files.ts';

/**
 * Brings everything written into the workspace's one file, so that no write-ahead log is left that could be taken for
 * the new file's; closes it, and renames `replacement` over it. Where the connection cannot give up its log (another
 * program reads the file) nothing is changed: storage.failed. A failing rename leaves the old file, closed.
 */
export async function exchangeFile(
  connection: Database.Database,
  path: string,
  replacement: string,
  files: StorageFiles,
): Promise<Outcome<null>> {
  try {
    if (connection.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') {
      await files.rm(replacement, { force: true });
      return failed('storage.failed', { path, reason: 'another program reads the file' });
    }
    connection.close();
    await renameWithPatience(replacement, path, files);
  } catch (error) {
    await files.rm(replacement, { force: true }).catch(() => undefined);
    return writeFailure(error, basename(path));
  }
  // The exchange has happened. A folder that cannot be synced may after a power failure show the old file again,
  // which is as whole as the new one, and stands in the backups.
  await syncFolder(dirname(path), files).catch(() => undefined);
  return done(null);
}
