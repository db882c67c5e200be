/** `npm start` on machines of several kinds, each a copy of the project whose Electron package is a made one. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { sentences } from '../../../build/choose-door.ts';

const root = join(import.meta.dirname, '../../..');
let machine = '';
const electronFolder = () => join(machine, 'node_modules', 'electron');

beforeAll(async () => {
  await ensureBuilt({ root });
  machine = mkdtempSync(join(tmpdir(), 'machine-'));
  for (const part of ['src', 'resources', 'build', 'dist', 'package.json', 'package-lock.json']) {
    cpSync(join(root, part), join(machine, part), { recursive: true });
  }
  mkdirSync(electronFolder(), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== 'electron') {
      symlinkSync(join(root, 'node_modules', name), join(machine, 'node_modules', name));
    }
  }
}, 120_000);
afterAll(() => rmSync(machine, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  printed: () => string;
  ended: Promise<number | null>;
  until: (pattern: RegExp) => Promise<string>;
}

function run(script: string, environment: Record<string, string> = {}): Run {
  const child = spawn(
    process.execPath,
    [`build/${script}`, ...(script === 'start.mjs' ? ['--data', `${machine}/data`] : [])],
    {
      cwd: machine,
      env: { PATH: process.env.PATH ?? '', HOME: machine, XIANGBAO_NO_BROWSER: '1', ...environment },
    },
  );
  let text = '';
  const waiting: (() => void)[] = [];
  const read = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const look of waiting) {
      look();
    }
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    printed: () => text,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found) {
            resolve(found[0]);
          }
        };
        waiting.push(look);
        look();
        void ended.then(() => reject(new Error(`ended without ${pattern}: ${text}`)));
      }),
  };
}

const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/;

/** Starts, waits for the address, opens it, stops, and returns what was printed. */
async function startAndStop(environment: Record<string, string>): Promise<string> {
  const started = run('start.mjs', environment);
  const url = await started.until(address);
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  expect(started.printed()).not.toMatch(/^\s+at /m);
  return started.printed();
}

function spoken(printed: string): string[] {
  return Object.values(sentences).filter((sentence) => printed.includes(sentence));
}

/** An Electron that ends as `body` says. */
function makeElectron(body: string): void {
  writeFileSync(join(electronFolder(), 'path.txt'), 'electron');
  mkdirSync(join(electronFolder(), 'dist'), { recursive: true });
  writeFileSync(join(electronFolder(), 'dist', 'electron'), `#!/bin/sh\n${body}\n`);
  chmodSync(join(electronFolder(), 'dist', 'electron'), 0o755);
}

describe('npm start', () => {
  it('says in one sentence that Electron is absent and opens the loopback door', async () => {
    writeFileSync(
      join(electronFolder(), 'install.js'),
      'console.error(new Error("no network")); process.exit(1);',
    );
    const printed = await startAndStop({});
    expect(spoken(printed)).toEqual([sentences.electronAbsent]);
    expect(printed.split(sentences.electronAbsent)).toHaveLength(2);
    expect(printed).not.toContain('no network');
  });

  it('says nothing and fetches nothing when a browser is asked for', async () => {
    writeFileSync(join(electronFolder(), 'install.js'), 'require("node:fs").writeFileSync("fetched", "");');
    const printed = await startAndStop({ XIANGBAO_DOOR: 'http' });
    expect(spoken(printed)).toEqual([]);
    expect(readdirSync(machine)).not.toContain('fetched');
  });

  it('serves a browser where there is no display', async () => {
    makeElectron('exit 0');
    expect(spoken(await startAndStop({}))).toEqual([sentences.noDisplay]);
  });

  it('serves a browser where Electron does not come up', async () => {
    makeElectron('echo "error while loading shared libraries" >&2; exit 127');
    const printed = await startAndStop({ DISPLAY: ':0' });
    // As root, Electron is not even tried.
    const expected = process.getuid?.() === 0 ? sentences.root : sentences.electronFailed;
    expect(spoken(printed)).toEqual([expected]);
    expect(printed).not.toContain('shared libraries');
  });
});

describe('building', () => {
  it('is done by one of many at once, and not again', async () => {
    appendFileSync(join(machine, 'src', 'main', 'cli', 'main.ts'), '\n// changed\n');
    const runs = [1, 2, 3].map(() => run('build.mjs'));
    expect(await Promise.all(runs.map((one) => one.ended))).toEqual([0, 0, 0]);
    const words = runs.map((one) => one.printed().trim());
    expect(words.sort()).toEqual(['dist: built', 'dist: up to date', 'dist: up to date']);
    const again = run('build.mjs');
    await again.ended;
    expect(again.printed().trim()).toBe('dist: up to date');
  }, 120_000);

  it('that fails is told in a sentence, and leaves the last good build', async () => {
    const before = readdirSync(join(machine, 'dist', 'main'));
    writeFileSync(join(machine, 'src', 'renderer', 'main.tsx'), 'const = broken');
    const started = run('start.mjs');
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain('乡报没有启动');
    expect(started.printed()).not.toMatch(/^\s+at /m);
    expect(readdirSync(join(machine, 'dist', 'main'))).toEqual(before);
  }, 120_000);
});
