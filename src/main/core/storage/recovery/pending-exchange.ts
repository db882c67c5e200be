/**
 * Putting a damaged workspace aside takes several renames (the file, its write-ahead log, the new file). They are
 * written down first and carried out after; a program that was killed between them finishes at its next start, so
 * that no log is ever read with a file that is not its own.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { temporaryPath } from '../backups/temporary-files.ts';
import { syncFolderIfPossible } from '../sync-folder.ts';

export const pendingFileName = '资料库-恢复中.json';

/** Names in the workspace's folder. */
const pendingSchema = z.object({
  /** What is put aside, in this order; nothing stands at `to` yet. */
  aside: z.array(z.object({ from: z.string(), to: z.string() })).max(8),
  /** The new file, whole, that takes its place at last. */
  replacement: z.object({ from: z.string(), to: z.string() }),
});
export type PendingExchange = z.infer<typeof pendingSchema>;

function pendingPath(folder: string): string {
  return join(folder, pendingFileName);
}

export function isExchangePending(folder: string): boolean {
  return existsSync(pendingPath(folder));
}

/** Durable before it returns. Throws the system's errors, with nothing changed. */
export function writeDownExchange(folder: string, exchange: PendingExchange): void {
  const temporary = temporaryPath(folder);
  try {
    const file = openSync(temporary, 'wx');
    try {
      const bytes = Buffer.from(JSON.stringify(exchange));
      if (writeSync(file, bytes) !== bytes.byteLength)
        throw Object.assign(new Error('short write'), { code: 'EIO' });
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, pendingPath(folder));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolderIfPossible(folder);
}

function readPending(folder: string): PendingExchange | null {
  try {
    const parsed = pendingSchema.safeParse(JSON.parse(readFileSync(pendingPath(folder), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Carries out what is written down, or what of it is still to do; nothing where nothing is. Once the new file has its
 * name, all is done. Only the holder of the workspace's lock may call it. A note that cannot be understood is dropped:
 * the files then tell of themselves that one of them is missing or damaged. Throws the system's errors; then the note
 * stays and is tried again at the next start.
 */
export function finishExchange(folder: string): void {
  if (!isExchangePending(folder)) return;
  const pending = readPending(folder);
  const within = (name: string) => join(folder, basename(name));
  if (pending !== null && existsSync(within(pending.replacement.from))) {
    for (const { from, to } of pending.aside) {
      if (existsSync(within(from)) && !existsSync(within(to))) renameSync(within(from), within(to));
    }
    renameSync(within(pending.replacement.from), within(pending.replacement.to));
    syncFolderIfPossible(folder);
  }
  rmSync(pendingPath(folder));
  syncFolderIfPossible(folder);
}
