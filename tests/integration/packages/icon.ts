/** Clicking the icon of the loopback edition, with a browser that only notes which address it was to open. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

export interface IconOptions {
  home: string;
  environment?: Record<string, string>;
}

export interface Opened {
  /** All that the browser was given. */
  words: string[];
  address: string;
  /** The program that serves it. */
  processId: number;
}

/** A person's desktop session and nothing else: the test's own variables do not reach the program. */
export function sessionEnvironment(home: string): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: home, DISPLAY: ':0', XDG_RUNTIME_DIR: join(home, '.run') };
}

/** Writes a browser that writes its words, and returns how it is named to the program and where its words are. */
export function noteTakingBrowser(): { environment: Record<string, string>; words: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'note-browser-'));
  const path = join(folder, 'browser');
  const notes = join(folder, 'notes');
  // Written whole under another name, so that a reader never sees half of them.
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}.part'\n/bin/mv '${notes}.part' '${notes}'\n`,
    { mode: 0o755 },
  );
  return {
    environment: { XIANGBAO_BROWSER: path },
    words: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : []),
  };
}

/** Runs the start entry as a desktop does and waits for the window it asks for. Rejects when it ends with a failure. */
export async function clickIcon(entry: string, { home, environment = {} }: IconOptions): Promise<Opened> {
  const browser = noteTakingBrowser();
  await promisify(execFile)(entry, [], {
    cwd: '/',
    env: { ...sessionEnvironment(home), ...browser.environment, ...environment },
    timeout: 60_000,
  });
  for (let look = 0; look < 200 && browser.words().length === 0; look += 1) await delay(25);
  const words = browser.words();
  const address = /http:\S+/.exec(words.join(' '))?.[0] ?? '';
  const program = announced(home).find(({ url }) => url === address);
  if (program === undefined) throw new Error(`no program left word of ${address}`);
  return { words, address, processId: program.processId };
}

const announcement = z.object({ url: z.string(), processId: z.number() });

/** What running programs of this person have left word of. */
export function announced(home: string): z.output<typeof announcement>[] {
  const folder = join(home, '.run', 'xiangbao');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .map((name) => announcement.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Ends a program politely and waits until it is gone. */
export async function endProgram(processId: number): Promise<void> {
  process.kill(processId, 'SIGTERM');
  while (isRunning(processId)) await delay(25);
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    // A child of nobody that waits for it: ended, but still in the table.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${processId}/status`, 'utf8'));
  } catch {
    return false;
  }
}
