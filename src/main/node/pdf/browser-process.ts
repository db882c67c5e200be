/** One start of a browser, with a folder of its own that is gone with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { browserSwitches } from './browser-switches.ts';
import { BrowserGone, createPipeClient, type PipeClient } from './pipe-client.ts';

export interface BrowserStart {
  path: string;
  /** The browser's folder is made in here, for this user alone. */
  temporaryRoot: string;
  environment: Readonly<Record<string, string | undefined>>;
  sandbox: boolean;
}

export interface RunningBrowser {
  client: PipeClient;
  /** Ends it at once, with all its processes; what it was asked rejects with BrowserGone. */
  kill(): void;
  /** Ends it politely, after a while impolitely, and removes its folder. Never rejects. */
  close(): Promise<void>;
}

/** Milliseconds for a browser that was asked to leave. */
const farewell = 3_000;

/** Rejects where the folder cannot be made; a program that does not start is told by its client as gone. */
export async function startBrowser(start: BrowserStart): Promise<RunningBrowser> {
  const folder = await mkdtemp(join(start.temporaryRoot, 'xiangbao-pdf-'));
  const profile = join(folder, 'profile');
  const ownGroup = process.platform !== 'win32';
  const child = spawn(start.path, browserSwitches({ profile, sandbox: start.sandbox }), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // What the browser leaves lying about goes into the folder that is removed.
    env: { ...start.environment, TMPDIR: folder, TEMP: folder, TMP: folder },
    cwd: folder,
    detached: ownGroup,
    windowsHide: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = (): void => killAll(child, ownGroup);
  const client = clientOf(child);

  return {
    client,
    kill,
    async close() {
      client.send('Browser.close').catch(() => {});
      const left = await Promise.race([ended.then(() => true), delay(farewell, false, { ref: false })]);
      // The main process is gone or does not listen; its helpers share its group.
      kill();
      if (!left) await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {});
    },
  };
}

/** Descriptor 3 is what the browser reads, 4 what it writes. */
function clientOf(child: ChildProcess): PipeClient {
  const input = child.stdio[3];
  const output = child.stdio[4];
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new BrowserGone();
  return createPipeClient(input, output);
}

function killAll(child: ChildProcess, ownGroup: boolean): void {
  try {
    if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}
