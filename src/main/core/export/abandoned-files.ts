/** What a killed program has left unfinished beside the files that it was writing. */
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Only names that this program gives to files that are not whole yet, and what SQLite puts beside them. */
export const unfinishedName = /^\.xiangbao-[0-9a-f-]{36}\.tmp(-journal|-wal|-shm)?$/;

/** Milliseconds without a byte; a slow stick takes minutes for a large file, and writes all the while. */
const longestPause = 60 * 60 * 1000;

/**
 * Removes unfinished files beside `fresh`, a file written just now, that nobody has written to for an hour. Compared with
 * that file's own time and not with the clock: the drive may keep another time than this computer. What cannot be told
 * or removed stays; never rejects.
 */
export async function removeAbandoned(fresh: string): Promise<void> {
  const folder = dirname(fresh);
  try {
    const now = (await stat(fresh)).mtimeMs;
    for (const name of await readdir(folder)) {
      if (!unfinishedName.test(name) || name === basename(fresh)) continue;
      const path = join(folder, name);
      if (now - (await stat(path)).mtimeMs > longestPause) await rm(path, { force: true });
    }
  } catch {
    // The drive does not answer, or another program was quicker; the next writing tries again.
  }
}
