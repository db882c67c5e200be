import { type Zippable, zipSync } from 'fflate';
import { inOrder, type PackedFile } from './packed-file.ts';

/** A .zip keeps the local time of its maker without a zone: the same fields everywhere. */
const archiveDate = new Date(2024, 0, 1);

/**
 * All files below one folder `name`. Names beyond ASCII carry the flag that says they are UTF-8, without which Explorer
 * would read them in the code page of the machine. `level` as in deflate, 1 to 9.
 */
export function zipPackage(
  name: string,
  files: readonly PackedFile[],
  level: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9,
): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes } of inOrder(files)) {
    entries[`${name}/${path}`] = [bytes, { level, mtime: archiveDate, os: 0 }];
  }
  return zipSync(entries);
}
