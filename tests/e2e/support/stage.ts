/**
 * Where a journey plays: the built program behind one of its doors, and a page that shows it. Journeys are written
 * once, for any door; `XIANGBAO_E2E_DOOR=electron` plays them in the desktop window.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, type ElectronApplication, type Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { createDriveSlots, type DriveSlots } from './drive-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const viewport = { width: 1366, height: 768 };

export interface Stage {
  page: Page;
  /** The workspace's folder. */
  folder: string;
  /** Where the stage was opened `withDrives`: plugging in and pulling out. */
  drives: DriveSlots;
  /** Lets the person choose `path` where the page asks for a file; `open` is what makes it ask. */
  chooseFile(path: string, open: () => Promise<void>): Promise<void>;
  /** Ends the program as if it crashed (kill -9) and starts it again on the same workspace. */
  crashAndRestart(): Promise<void>;
  /** Ends the program as if it crashed; the page stays. Behind the loopback door only. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  folder?: string;
  locale?: 'zh-CN' | 'en';
  /** Behind the loopback door only, and on the core's sources instead of the built ones. */
  withDrives?: boolean;
  /** With drives: the root of the edition that the program takes itself for. */
  edition?: string;
  /** Words of a program that starts ours and watches it; behind the loopback door only. */
  watchedBy?: readonly string[];
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'xiangbao-e2e-'));
}

/** Starts the built command line's loopback door and resolves to its address. */
export function startServer(
  folder: string,
  watchedBy: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string }> {
  return startDoor([join(root, 'dist/main/cli.mjs'), 'serve', '--data', folder], watchedBy);
}

async function startDoor(
  words: readonly string[],
  watchedBy: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string }> {
  const [command = process.execPath, ...parameters] = [...watchedBy, process.execPath, ...words];
  const child = spawn(command, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XIANGBAO_NO_BROWSER: '1' },
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said)?.[0];
    if (url !== undefined) return { child, url };
  }
  const [problem] = child.stderr.readableLength > 0 ? [child.stderr.read()] : [''];
  throw new Error(`the program did not start: ${said}${String(problem)}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function openBrowserStage(options: StageOptions): Promise<Stage> {
  const folder = options.folder ?? temporaryFolder();
  const driveFolder = temporaryFolder();
  const start = () =>
    options.withDrives
      ? startDoor([
          join(import.meta.dirname, 'serve-with-drives.ts'),
          folder,
          driveFolder,
          options.edition ?? '',
        ])
      : startServer(folder, options.watchedBy);
  let server = await start();
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({
    viewport,
    locale: options.locale ?? 'zh-CN',
    acceptDownloads: true,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(server.url).origin,
  });
  const page = await context.newPage();
  await page.goto(server.url);
  return {
    page,
    folder,
    drives: createDriveSlots(driveFolder),
    async chooseFile(path, open) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
      await chooser.setFiles(path);
    },
    async crashAndRestart() {
      await stop(server.child, 'SIGKILL');
      server = await start();
      await page.goto(server.url);
    },
    kill: () => stop(server.child, 'SIGKILL'),
    async close() {
      await browser.close();
      await stop(server.child, 'SIGTERM');
      rmSync(driveFolder, { recursive: true, force: true });
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openElectronStage(options: StageOptions): Promise<Stage> {
  const folder = options.folder ?? temporaryFolder();
  const executablePath: string = createRequire(import.meta.url)('electron');
  const launch = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath,
      args: [root],
      env: { ...process.env, XIANGBAO_DATA: folder } as Record<string, string>,
    });
  let application = await launch();
  const stage: Stage = {
    page: await application.firstWindow(),
    folder,
    get drives(): DriveSlots {
      throw new Error('drives are made up behind the loopback door only');
    },
    async chooseFile(path, open) {
      await application.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      await open();
    },
    async crashAndRestart() {
      const child = application.process();
      await stop(child, 'SIGKILL');
      application = await launch();
      stage.page = await application.firstWindow();
    },
    async kill() {
      throw new Error('the window ends with the program');
    },
    async close() {
      await application.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

/** Opens the program in the door that the environment names; the loopback door otherwise. */
export function openStage(options: StageOptions = {}): Promise<Stage> {
  return process.env.XIANGBAO_E2E_DOOR === 'electron'
    ? openElectronStage(options)
    : openBrowserStage(options);
}
