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

/** On Windows a process takes its helpers with it; elsewhere they are killed as one group. */
const ownGroup = process.platform !== 'win32';

function spawnBrowser({ path, environment, sandbox }: BrowserStart, folder: string): ChildProcess {
  const child = spawn(path, browserSwitches({ profile: join(folder, 'profile'), sandbox }), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // What the browser leaves lying about goes into the folder that is removed.
    env: { ...environment, TMPDIR: folder, TEMP: folder, TMP: folder },
    cwd: folder,
    detached: ownGroup,
    windowsHide: true,
  });
  // A program that is not there is told as an event, which without a listener would end ours.
  child.on('error', () => {});
  return child;
}

/** Rejects where the folder cannot be made; a program that does not start is told by its client as gone. */
export async function startBrowser(start: BrowserStart): Promise<RunningBrowser> {
  const folder = await mkdtemp(join(start.temporaryRoot, 'xiangbao-pdf-'));
  const removeFolder = () =>
    rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {});
  let child: ChildProcess;
  let client: PipeClient;
  try {
    child = spawnBrowser(start, folder);
    client = clientOf(child);
  } catch (error) {
    await removeFolder();
    throw error;
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = (): void => killAll(child);

  return {
    client,
    kill,
    async close() {
      client.send('Browser.close').catch(() => {});
      const left = await Promise.race([ended.then(() => true), delay(farewell, false, { ref: false })]);
      // The main process is gone or does not listen; its helpers share its group.
      kill();
      if (!left) await ended;
      await removeFolder();
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

function killAll(child: ChildProcess): void {
  try {
    if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}
