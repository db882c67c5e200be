import { rm } from 'node:fs/promises';
import type { Holder } from '../../core/ports.ts';
import { acquireLock } from '../../core/storage/lock.ts';
import { findLeftovers, markProven, updateLockPath } from './edition-files.ts';
import { isWritableFolder, type ProgramCopy } from './update-manner.ts';

/**
 * When the program has started well: its version needs no way back by itself any more, and what earlier updates left is
 * removed, unless one is under way. Only tidying: what fails here is done at a later start. Never rejects.
 */
export async function settleAfterStart(described: ProgramCopy, holder: Holder): Promise<void> {
  if (described.manner !== 'stick') return;
  const { installed, runningVersion } = described.copy;
  const { root } = installed;
  if (!isWritableFolder(root)) return;
  try {
    markProven(root, runningVersion);
    if (findLeftovers(root, runningVersion).length === 0) return;
    const lock = acquireLock(updateLockPath(root), holder);
    if (!lock.ok) return;
    try {
      // Looked for once more: until the lock was had, an update may have ended.
      for (const path of findLeftovers(root, runningVersion)) {
        await rm(path, { recursive: true, force: true });
      }
    } finally {
      lock.value.release();
    }
  } catch {
    // Something is still held by another program, or its drive supports no locks.
  }
}
