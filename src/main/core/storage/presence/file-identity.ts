/** Whether the file at a path is still the one that was opened there. */
import { statSync } from 'node:fs';

export interface FileIdentity {
  device: bigint;
  inode: bigint;
}

/** Null where nothing stands at the path, or it cannot be looked at. */
export function identityOf(path: string): FileIdentity | null {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? null : { device: found.dev, inode: found.ino };
  } catch {
    return null;
  }
}

export function sameFile(one: FileIdentity | null, other: FileIdentity | null): boolean {
  return one !== null && other !== null && one.device === other.device && one.inode === other.inode;
}
