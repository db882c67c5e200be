/** A log of JSON lines in the workspace folder, kept small by rotation. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../core/ports.ts';
import { redact } from './redaction.ts';

export interface LogFileOptions {
  /** The log stands in its `logs` folder. Nothing is written while the folder itself does not exist. */
  workspaceFolder: string;
  clock: Clock;
  /** Bytes after which a new file is begun. */
  maximumBytes?: number;
  /** Older files kept beside the current one. */
  keptFiles?: number;
}

const fileName = 'xiangbao.log';

/**
 * Promises never to throw and never to create the workspace folder: a log that cannot be written (read-only medium,
 * full disk) must not stop the work.
 */
export function createLogFile(options: LogFileOptions): Log {
  const { workspaceFolder, clock, maximumBytes = 1024 * 1024, keptFiles = 3 } = options;
  const folder = join(workspaceFolder, 'logs');
  const current = join(folder, fileName);

  function write(level: 'info' | 'warn', event: string, details: Record<string, string | number> = {}): void {
    const redacted = Object.fromEntries(
      Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]),
    );
    const line = JSON.stringify({ time: clock.now().toISOString(), level, event, ...redacted });
    try {
      createFolder(folder);
      if (sizeOf(current) + line.length > maximumBytes) {
        rotate(current, keptFiles);
      }
      appendFileSync(current, `${line}\n`, { mode: 0o600 });
    } catch {
      // See the promise above.
    }
  }

  return {
    info: (event, details) => write('info', event, details),
    warn: (event, details) => write('warn', event, details),
  };
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** `xiangbao.log` becomes `xiangbao.log.1`, that becomes `.2`, and so on; the oldest is overwritten. */
function rotate(current: string, keptFiles: number): void {
  for (let number = keptFiles; number >= 1; number -= 1) {
    const older = number === 1 ? current : `${current}.${number - 1}`;
    if (statSync(older, { throwIfNoEntry: false })) {
      renameSync(older, `${current}.${number}`);
    }
  }
}
