/** The backups of a workspace, newest first, each opened and counted. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Migration } from '../migrations/index.ts';
import { type BackupName, backupFolderOf, parseBackupName } from './backup-name.ts';
import { type CheckedFile, checkFile } from './check-backup.ts';
import type { StorageFiles } from './storage-files.ts';

export interface ListedBackup extends BackupName {
  path: string;
  /** Bytes. */
  size: number;
  checked: CheckedFile;
}

export interface BackupShelf {
  list(): Promise<ListedBackup[]>;
}

/**
 * What a file holds is remembered as long as its size and time stay the same, so that only the first look reads all of
 * them. Between two files other work goes on. Files that this program did not name are not looked at.
 */
export function createBackupShelf(
  workspaceFolder: string,
  migrations: readonly Migration[],
  files: Pick<StorageFiles, 'list'>,
): BackupShelf {
  const folder = backupFolderOf(workspaceFolder);
  const known = new Map<string, { mark: string; checked: CheckedFile }>();

  return {
    async list() {
      const names = (await files.list(folder)).map(parseBackupName).filter((name) => name !== null);
      const listed: ListedBackup[] = [];
      for (const name of names) {
        const path = join(folder, name.id);
        const found = statSync(path, { throwIfNoEntry: false });
        if (found === undefined || !found.isFile()) continue;
        const mark = `${found.size} ${found.mtimeMs}`;
        let entry = known.get(name.id);
        if (entry?.mark !== mark) {
          entry = { mark, checked: checkFile(path, migrations) };
          known.set(name.id, entry);
          await nextTurn();
        }
        listed.push({ ...name, path, size: found.size, checked: entry.checked });
      }
      return listed.sort((a, b) => b.at.getTime() - a.at.getTime() || b.id.localeCompare(a.id));
    },
  };
}
