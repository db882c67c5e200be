import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A file as a person named it, relative to `workingFolder` (empty: where the program was started): absolute, and where
 * it exists as the system itself would write it, without links. On Windows that tells two spellings of one path as one.
 */
export function locateFile(path: string, workingFolder: string): { path: string; exists: boolean } {
  const absolute = resolve(workingFolder, path);
  if (!existsSync(absolute)) return { path: absolute, exists: false };
  try {
    return { path: realpathSync.native(absolute), exists: true };
  } catch {
    return { path: absolute, exists: false };
  }
}
