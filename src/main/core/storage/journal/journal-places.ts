/**
 * Where a recovery journal may stand: in a folder of its own beside the workspace; where that cannot be written (full,
 * read-only, pulled out), at other places on this computer that the person owns.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

export const journalFolderName = '未存内容';
/** Within it: what a person did not want. Nothing there is ever removed by the program. */
export const asideFolderName = '已放下';
/** Bytes; a report's text, deflated, is a fifth of it. */
const reserveBytes = 256 * 1024;

const pattern = /^未存-[0-9A-Z-]+-([0-9a-f-]{36})\.xbj$/;

export function journalFileName(at: Date, session: string): string {
  return `未存-${at.toISOString().replaceAll(/[:.]/g, '-')}-${session}.xbj`;
}

/** The window that a file of this name belongs to; '' for a name that this program does not give. */
export function sessionOf(name: string): string {
  return pattern.exec(name)?.[1] ?? '';
}

/**
 * Makes the folder ready. Beside the workspace only where the workspace's own folder is there: the mount point of a
 * pulled stick must not be filled with a folder that looks like it. Throws the system's errors.
 */
export function makeJournalFolder(folder: string, parentMustExist: boolean): void {
  mkdirSync(folder, { recursive: !parentMustExist || existsSync(folder), mode: 0o700 });
  if (!isOwn(folder)) throw Object.assign(new Error('not ours'), { code: 'EPERM' });
}

/** In a folder for everybody, as for temporary files, somebody else may have put this name. */
function isOwn(folder: string): boolean {
  const user = process.getuid?.();
  const found = lstatSync(folder);
  return found.isDirectory() && (user === undefined || user === 0 || found.uid === user);
}

/** Names of journal files; none where the folder is absent or cannot be read. */
export function listJournalFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => sessionOf(name) !== '')
      .sort();
  } catch {
    return [];
  }
}

/** Beside the workspace's file. */
function reservePath(workspacePath: string): string {
  return `${workspacePath}-reserve`;
}

/**
 * Room for a journal on a disk that will be full one day: a file that becomes the journal in that moment. It is not
 * given back to the disk, where the next save or another program would use it up. Does nothing where it is there
 * already, or there is no room for it.
 */
export function reserveRoom(workspacePath: string): void {
  const path = reservePath(workspacePath);
  if (statSync(path, { throwIfNoEntry: false })?.size === reserveBytes) return;
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      if (writeSync(file, Buffer.alloc(reserveBytes)) !== reserveBytes) throw new Error('short write');
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    removeIfPossible(path);
  }
}

/** Makes the reserve the file `path` in the workspace's folder; false where there is none. */
export function takeReserve(workspacePath: string, path: string): boolean {
  try {
    renameSync(reservePath(workspacePath), path);
    return true;
  } catch {
    return false;
  }
}

export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A journal: what it holds is in the workspace, which is found out when it is read. A reserve: made anew later.
  }
}
