/**
 * The packed loopback edition as a clerk meets it: from the start of its entry to the home screen with its reports, and
 * what it weighs. The program starts the browser itself; the browser is a new one with an empty profile each time. Files
 * have been read before, as they have on every day but the first.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureBuilt } from '../../build/build-program.ts';
import { makeArchives } from '../../build/loopback-edition/archives.ts';
import { type PackedFile, writeFiles } from '../../build/loopback-edition/packed-file.ts';
import { targetNames, targetOf } from '../../build/loopback-edition/targets.ts';
import { editionOf, ownTarget, reasonAgainstRunning, root } from '../integration/packages/built-edition.ts';
import { announced, endProgram } from '../integration/packages/icon.ts';
import { findBrowser } from '../support/browser.ts';
import { type Timing, timing } from './measure.ts';
import { fillWithReports, openBenchApp } from './workspaces.ts';

const reports = 20;

/**
 * A command that starts the browser of the tests as the program asks for it. That browser has no windows, and so no
 * application mode: it takes the address alone. Its profile's folder tells on which port it can be watched.
 */
async function watchedBrowser(folder: string): Promise<{ command: string; profile: string }> {
  const { executablePath, environment } = await findBrowser();
  const profile = join(folder, 'profile');
  const command = join(folder, 'browser');
  const variables = Object.entries(environment).map(([name, value]) => `${name}='${value}' `);
  const switches = '--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run';
  writeFileSync(
    command,
    `#!/bin/sh\n${variables.join('')}LC_ALL=C.UTF-8 exec '${executablePath}' ${switches} --lang=zh-CN --window-size=1366,768 ` +
      `--remote-debugging-port=0 --user-data-dir='${profile}' "\${1#--app=}"\n`,
    { mode: 0o755 },
  );
  return { command, profile };
}

async function untilThere(path: string): Promise<string> {
  while (!existsSync(path) || !readFileSync(path, 'utf8').includes('\n')) await delay(5);
  return readFileSync(path, 'utf8');
}

/** Milliseconds from the start of the entry until all report cards can be seen. */
async function coldStart(installed: string, home: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cold-'));
  const { command, profile } = await watchedBrowser(folder);
  const begun = performance.now();
  spawn(join(installed, '乡报.sh'), [], {
    stdio: 'ignore',
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      DISPLAY: ':0',
      XDG_RUNTIME_DIR: join(home, '.run'),
      XIANGBAO_BROWSER: command,
    },
  });
  const [port] = (await untilThere(join(profile, 'DevToolsActivePort'))).split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  await page?.waitForFunction((count) => document.querySelectorAll('ul > li').length >= count, reports);
  const elapsed = performance.now() - begun;
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => {});
  for (const { processId } of announced(home)) await endProgram(processId);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return elapsed;
}

function size(files: readonly PackedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Prints sizes of every target whose Node is on this machine; fetches nothing. */
export function loopbackSizes(): string[] {
  return targetNames.flatMap((name) => {
    const { files, isRuntimeReal } = editionOf(name, 'portable');
    if (!isRuntimeReal) return [`${name}: its Node is not here (npm run package:loopback fetches it)`];
    const archives = [...makeArchives({ root, target: targetOf(name), mayFetch: false, level: 9 })];
    const packed = archives.map(
      (archive) => `${archive.name.replace(/^.*\d\./, '.')} ${megabytes(archive.bytes.length)}`,
    );
    return [`${name}: installed ${megabytes(size(files))} (goal: under 150 MB); ${packed.join(', ')}`];
  });
}

export async function loopbackTimings(runs = 7): Promise<Timing[]> {
  await ensureBuilt({ root });
  const target = ownTarget();
  if (target === null || reasonAgainstRunning() !== '') return [];
  const folder = mkdtempSync(join(tmpdir(), 'loopback-bench-'));
  const home = join(folder, 'home');
  const installed = join(folder, 'xiangbao');
  writeFiles(installed, editionOf(target.name, 'portable').files);
  const app = await openBenchApp(join(home, '乡报'));
  await fillWithReports(app, reports);
  app.close();
  const samples: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const elapsed = await coldStart(installed, home);
    // The first one reads the files.
    if (run > 0) samples.push(elapsed);
  }
  rmSync(folder, { recursive: true, force: true });
  return [timing(`loopback edition: icon to home screen, ${reports} reports`, samples, 'under 1,500 ms')];
}
