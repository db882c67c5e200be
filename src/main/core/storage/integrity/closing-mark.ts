/**
 * What the workspace's file was like when the program last closed it, kept beside it. A file that is not as it was left
 * was changed by something else and is read to its last row before it is opened; any other is read in the background,
 * so that opening takes the same time with twenty reports and with two thousand.
 */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const markSchema = z.object({
  /** Bytes. */
  size: z.number(),
  /** Nanoseconds since 1970. */
  modified: z.string(),
  /** Something was found wrong while it was open. */
  suspect: z.boolean(),
});

function markPath(path: string): string {
  return `${path}-closed`;
}

function describe(path: string) {
  const { size, mtimeNs } = statSync(path, { bigint: true });
  return { size: Number(size), modified: String(mtimeNs) };
}

/**
 * Whether the file at `path` must be read whole before it is trusted. Without a mark the program was cut short: what
 * SQLite then restores by its log is as safe as what it writes. A mark that says nothing was written by a failing disk.
 */
export function mustBeReadFirst(path: string): boolean {
  if (!existsSync(path) || !existsSync(markPath(path))) return false;
  const mark = markSchema.safeParse(parsed(readFileSync(markPath(path), 'utf8')));
  if (!mark.success) return true;
  const { size, modified } = describe(path);
  return mark.data.suspect || mark.data.size !== size || mark.data.modified !== modified;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** To be called before the file is written: from then on it is not what was left. */
export function forgetClosing(path: string): void {
  rmSync(markPath(path), { force: true });
}

/** To be called when the file has been closed. A mark that cannot be written is no loss: see mustBeReadFirst. */
export function markClosed(path: string, suspect: boolean): void {
  try {
    writeFileSync(markPath(path), JSON.stringify({ ...describe(path), suspect }));
  } catch {
    // The disk is full or gone; the workspace itself is closed.
  }
}
