/** Family names of the font files in some folders, read without reading the files whole. */
import { closeSync, openSync, readSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readFamilyNames } from './sfnt-names.ts';

const fontExtensions: ReadonlySet<string> = new Set(['.ttf', '.otf', '.ttc', '.otc']);
/** A folder of fonts is shallow; what is deeper, or more, is something else. */
const maximumDepth = 5;
const maximumFiles = 5_000;
const filesPerTurn = 20;

/** Families of every readable font below `folders`. What cannot be read is left out; links are not followed. */
export async function familiesInFolders(folders: readonly string[]): Promise<string[]> {
  const families = new Set<string>();
  let files = 0;
  for (const folder of folders) {
    for await (const path of fontFilesBelow(folder, maximumDepth)) {
      files += 1;
      if (files > maximumFiles) return [...families];
      for (const family of familiesOfFile(path)) families.add(family);
      // Reading is short but there may be hundreds of files: others get their turn.
      if (files % filesPerTurn === 0) await nextTurn();
    }
  }
  return [...families];
}

/** Families of the file at `path`; none where it cannot be read or is no font. */
export function familiesOfFile(path: string): string[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    return readFamilyNames((offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    });
  } catch {
    return [];
  } finally {
    closeSync(file);
  }
}

async function* fontFilesBelow(folder: string, depth: number): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof opendir>>;
  try {
    entries = await opendir(folder);
  } catch {
    return;
  }
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0) {
      yield* fontFilesBelow(path, depth - 1);
    } else if (entry.isFile() && fontExtensions.has(extname(entry.name).toLowerCase())) {
      yield path;
    }
  }
}
