/**
 * A Chromium for tests: the system's own where there is one, otherwise the one that came with `npm ci`. Shared by the
 * end-to-end tests, the benchmarks and the screenshots.
 */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export interface FoundBrowser {
  executablePath: string;
  environment: Record<string, string>;
}

async function hasLibrary(name: string): Promise<boolean> {
  const folders = [
    '/usr/lib',
    '/lib',
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  ];
  for (const folder of folders) {
    if ((await readdir(folder).catch((): string[] => [])).includes(name)) return true;
  }
  return false;
}

/** Unpacks the browser of the npm package once, whole or not at all, into node_modules. */
async function unpackShippedBrowser(): Promise<FoundBrowser> {
  const target = join(root, 'node_modules', '.cache', 'xiangbao-chromium');
  if (!existsSync(target)) {
    await mkdir(join(root, 'node_modules', '.cache'), { recursive: true });
    const scratch = mkdtempSync(`${target}-`);
    const changed = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
    const saved = changed.map((name) => [name, process.env[name]] as const);
    // The package unpacks into the temporary folder, and its NSS libraries only where it believes to be in a cloud
    // function; it also changes the library path of this very process, which is taken back.
    process.env.TMPDIR = scratch;
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
    try {
      const { default: shipped } = await import('@sparticuz/chromium');
      await shipped.executablePath();
      renameSync(scratch, target);
    } catch (error) {
      // Another process may have been quicker, and then its result serves as well.
      rmSync(scratch, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    } finally {
      for (const [name, value] of saved) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  }
  const environment: Record<string, string> = {};
  if (!(await hasLibrary('libnss3.so'))) environment.LD_LIBRARY_PATH = join(target, 'al2023', 'lib');
  return { executablePath: join(target, 'chromium'), environment };
}

/** Where the browser is, and what must be in its environment for it to start here. */
export async function findBrowser(): Promise<FoundBrowser> {
  const system = [process.env.XIANGBAO_BROWSER ?? '', ...systemBrowsers].find(
    (path) => path !== '' && existsSync(path),
  );
  return system === undefined ? unpackShippedBrowser() : { executablePath: system, environment: {} };
}

/** Starts the browser; `extraArguments` are for measurements only. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const { executablePath, environment } = await findBrowser();
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return chromium.launch({
    executablePath,
    // In the C locale of a bare machine Chromium cannot open a file with a Chinese name.
    env: { LC_ALL: 'C.UTF-8', ...inherited, ...environment },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...extraArguments],
  });
}
