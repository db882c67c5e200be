import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../ports.ts';

export const backupFolderName = '备份';

/**
 * A copy of the workspace by SQLite's online backup, opened and checked before it counts. Resolves to its path;
 * throws where it could not be made, so that a migration does not start without one.
 */
export async function backUp(
  connection: Database.Database,
  workspaceFolder: string,
  reason: string,
  clock: Clock,
): Promise<string> {
  const folder = join(workspaceFolder, backupFolderName);
  mkdirSync(folder, { recursive: true });
  const stamp = clock.now().toISOString().replaceAll(/[:.]/g, '-');
  let path = join(folder, `${stamp}-${reason}.xbdb`);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${stamp}-${reason}-${count}.xbdb`);
  await connection.backup(path);
  const copy = new Database(path, { fileMustExist: true });
  try {
    // The copy must be one file that can be carried, without a write-ahead log beside it.
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`backup failed its check: ${String(verdict)}`);
  } finally {
    copy.close();
  }
  return path;
}
