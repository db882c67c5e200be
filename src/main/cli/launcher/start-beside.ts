/** Starts a program that goes on when this one has left. */
import { spawn } from 'node:child_process';

export interface StartBesideOptions {
  command: string;
  parameters: readonly string[];
  /** Its working folder. */
  folder: string;
}

export type Started = { ok: true } | { ok: false; complaint: string };

/** What a program says when it fails is a sentence or a few; no more of it is kept. */
const longestComplaint = 4_000;

/**
 * Resolves when the program has printed its first line, which it does when it is ready, or has ended well; then nothing
 * ties it to this process. Otherwise resolves to what it said on its standard error: empty where it said nothing or could
 * not be started at all. There is no limit of time: a workspace may have to be backed up and brought up to date first.
 */
export function startBeside({ command, parameters, folder }: StartBesideOptions): Promise<Started> {
  const child = spawn(command, parameters, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    // On Windows both together mean: no console at all, not even a hidden one that somebody could close.
    windowsHide: true,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, longestComplaint);
  });
  return new Promise((resolve) => {
    const settle = (started: Started): void => {
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      resolve(started);
    };
    child.stdout.once('data', () => settle({ ok: true }));
    child.once('error', () => settle({ ok: false, complaint: '' }));
    child.once('close', (code) => settle(code === 0 ? { ok: true } : { ok: false, complaint }));
  });
}
