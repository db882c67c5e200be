/** The drives of this computer, by its system. */
import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, statfs } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Drives } from '../../core/ports.ts';
import { createLinuxDrives } from './linux-drives.ts';
import { createWindowsDrives } from './windows-drives.ts';

/** A stick that is dying keeps whoever asks waiting. */
const answerMilliseconds = 2000;
/** PowerShell alone takes a second or two on an old computer. */
const programMilliseconds = 8000;
const mostOutputBytes = 256 * 1024;

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

/** Free is what an ordinary user may fill. */
async function space(path: string): Promise<{ freeBytes: number; totalBytes: number } | null> {
  const answer = orNull(statfs(path)).then((found) =>
    found === null ? null : { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize },
  );
  return Promise.race([answer, delay(answerMilliseconds, null, { ref: false })]);
}

function run(program: string, words: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      program,
      [...words],
      { timeout: programMilliseconds, maxBuffer: mostOutputBytes, windowsHide: true, encoding: 'buffer' },
      (error, output) => resolve(error === null ? decodeOutput(output) : null),
    );
  });
}

/** Programs of an older Chinese Windows write GBK. */
export function decodeOutput(output: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(output);
  } catch {
    return new TextDecoder('gbk').decode(output);
  }
}

export function createDrives(platform: NodeJS.Platform = process.platform): Drives {
  if (platform === 'win32') return createWindowsDrives({ run, space });
  // Elsewhere the files that are read are not there: no drive is listed, a folder chosen by hand serves.
  return createLinuxDrives({
    readText: (path) => orNull(readFile(path, 'utf8')),
    list: async (folder) => (await orNull(readdir(folder))) ?? [],
    realPath: (path) => orNull(realpath(path)),
    space,
  });
}
