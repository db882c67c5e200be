import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock file at `path`. A lock whose process has ended is taken over.
 * Rejects when the lock is not free within `patienceMilliseconds`.
 */
export async function withProcessLock<T>(
  path: string,
  work: () => Promise<T>,
  patienceMilliseconds = 180_000,
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const pause = 100;
  for (let waited = 0; !take(path); waited += pause) {
    if (waited >= patienceMilliseconds) {
      throw new Error(`another build holds ${path}`);
    }
    if (!isAlive(holderOf(path))) {
      rmSync(path, { force: true });
    } else {
      await wait(pause);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** `null`: the file is gone or not yet written, which a moment's wait settles. */
function holderOf(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

function isAlive(processId: number | null): boolean {
  if (processId === null) {
    return true;
  }
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
