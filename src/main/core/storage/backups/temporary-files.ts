/** Files that are not whole yet: named so that a later start can tell and remove what a killed program left. */
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unfinishedName } from '../../export/abandoned-files.ts';

export function temporaryPath(folder: string): string {
  return join(folder, `.xiangbao-${randomUUID()}.tmp`);
}

/** The file itself and what SQLite may put beside it. */
export function withCompanions(path: string): string[] {
  return [path, `${path}-journal`, `${path}-wal`, `${path}-shm`];
}

/** To be called by whoever holds the workspace's lock, before anything new is written; what cannot be removed stays. */
export function removeLeftovers(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      for (const name of readdirSync(folder)) {
        if (unfinishedName.test(name)) rmSync(join(folder, name), { force: true });
      }
    } catch {
      // No such folder yet, or one that cannot be read: there is nothing that could be done about it here.
    }
  }
}
