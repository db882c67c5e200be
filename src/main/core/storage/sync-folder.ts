import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes the names in a folder durable where that can be done; Windows and some network drives offer no such way. */
export function syncFolderIfPossible(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The order of renames holds there all the same.
  }
}
