/**
 * Other people with an account on this machine may not read a workspace. What the program makes is private from the
 * start (node/private-files.ts); this closes what an older version, a copy or another program left open.
 */
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the workspace and those beside it, also ones put aside after damage. */
const ownFile = /^资料库.*\.xbdb/;
/** What stands in these is not looked at: nobody else can go in. */
const ownFolders = new Set(['备份', '导出', '未存内容', '使用记录', 'logs']);

const sticky = 0o1000;
const ofOthers = 0o077;
const writingOfOthers = 0o022;

/**
 * Takes from group and others every right to the program's own files and folders in `folder`, and the right to put
 * something else in their place. The folder itself stays readable where it was: the person may keep other things in it.
 * Never throws: a medium without such rights (FAT, network drives, Windows) keeps its own.
 */
export function keepWorkspacePrivate(folder: string): void {
  const userId = process.getuid?.();
  if (userId === undefined) return;
  try {
    const names = readdirSync(folder);
    if (!names.some((name) => ownFile.test(name))) return;
    withdraw(folder, writingOfOthers, userId);
    for (const name of names) {
      if (ownFile.test(name) || ownFolders.has(name)) withdraw(join(folder, name), ofOthers, userId);
    }
  } catch {
    // See the promise above.
  }
}

/** A link is left alone: what it leads to may be anybody's. So is a folder for everybody, such as the temporary one. */
function withdraw(path: string, rights: number, userId: number): void {
  const found = lstatSync(path);
  const own = found.uid === userId && (found.isFile() || found.isDirectory());
  if (own && (found.mode & rights) !== 0 && (found.mode & sticky) === 0) {
    chmodSync(path, found.mode & 0o7777 & ~rights);
  }
}
