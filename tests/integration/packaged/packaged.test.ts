/** What a package holds, and that it is enough: the packed files alone are started in an empty folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { extractAll } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { type PackedProgram, packWithStandIn } from '../../../build/pack-check.ts';
import { pdfOf, typeset } from '../../unit/main/core/import/pdf/pdf-fixture.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
let packed: PackedProgram;

beforeAll(async () => {
  await ensureBuilt({ root });
  folder = mkdtempSync(join(tmpdir(), 'packaged-'));
  packed = await packWithStandIn(root, join(folder, 'pack'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the built program, its manifest and the runtime files of better-sqlite3', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/electron.mjs',
        '/dist/main/preload.cjs',
        '/dist/main/cli.mjs',
        '/dist/main/parse-worker.mjs',
        '/dist/main/sample-worker.mjs',
        '/dist/main/workbook-worker.mjs',
        '/dist/main/returned-worker.mjs',
        '/dist/main/cmaps/UniGB-UTF16-H.bcmap',
        '/dist/renderer/index.html',
        '/dist/resources/locales/zh-CN/errors.json',
        '/dist/resources/locales/en/menu.json',
        '/node_modules/better-sqlite3/package.json',
        '/node_modules/better-sqlite3/lib/index.js',
        '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
      ]),
    );
  });

  it('holds nothing else', () => {
    const known = [
      /^\/dist(\/(main|renderer|resources)(\/|$)|$)/,
      /^\/package\.json$/,
      /^\/node_modules$/,
      /^\/node_modules\/better-sqlite3$/,
      /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
      /^\/node_modules\/better-sqlite3\/lib(\/[\w/-]+(\.js)?)?$/,
      /^\/node_modules\/better-sqlite3\/prebuilds(\/linux-x64\.node)?$/,
    ];
    expect(packed.files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(packed.files.filter((file) => /\.(ts|tsx|map|test\.\w+)$/.test(file))).toEqual([]);
  });

  it('starts the desktop entry and asks for no development package', () => {
    extractAll(packed.asar, join(folder, 'manifest'));
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest', 'package.json'), 'utf8'));
    expect(manifest.main).toBe('dist/main/electron.mjs');
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
    expect(manifest.devDependencies).toBeUndefined();
  });

  it('keeps the addon outside the archive, where the system can load it', () => {
    const addon = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
    expect(existsSync(join(`${packed.asar}.unpacked`, addon))).toBe(true);
  });

  it('switches off what Electron would do besides the program', async () => {
    const fuses = await getCurrentFuseWire(packed.executable);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(on.map((fuse) => fuses[fuse])).toEqual(on.map(() => '1'.charCodeAt(0)));
    expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => '0'.charCodeAt(0)));
  });
});

describe('the bundles', () => {
  const bundle = (name: string) => readFileSync(join(root, 'dist', 'main', name), 'utf8');

  it('the preload requires electron alone and gives the page one function', async () => {
    const required: string[] = [];
    const exposed: [name: string, api: Record<string, (...parameters: unknown[]) => unknown>][] = [];
    const invoked: unknown[][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (...given: (typeof exposed)[number]) => exposed.push(given) },
      ipcRenderer: { invoke: async (...given: unknown[]) => invoked.push(given) },
    };
    runInNewContext(bundle('preload.cjs'), {
      require: (name: string) => {
        required.push(name);
        return electron;
      },
      module: {},
      exports: {},
    });
    expect(required).toEqual(['electron']);
    expect(exposed.map(([name, api]) => [name, Object.keys(api)])).toEqual([['xiangbao', ['call']]]);
    await exposed[0]?.[1].call?.('workspace.status', { a: 1 }, 'more');
    expect(invoked).toEqual([['xiangbao:call', 'workspace.status', { a: 1 }]]);
  });

  it('the page has no inline script', () => {
    const page = readFileSync(join(root, 'dist', 'renderer', 'index.html'), 'utf8');
    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toContain('src="/assets/');
      expect(content?.trim()).toBe('');
    }
    expect(page).not.toMatch(/\son\w+=/);
  });

  it('no path of the machine that built them is left in', () => {
    for (const name of [
      'cli.mjs',
      'electron.mjs',
      'parse-worker.mjs',
      'preload.cjs',
      'returned-worker.mjs',
      'sample-worker.mjs',
      'workbook-worker.mjs',
    ]) {
      expect(bundle(name)).not.toContain(root);
    }
  });
});

describe('the packaged files alone', () => {
  let program: ChildProcess | undefined;
  afterAll(() => {
    program?.kill('SIGKILL');
  });

  const alone = () => join(folder, 'alone');
  beforeAll(() => {
    extractAll(packed.asar, alone());
    cpSync(`${packed.asar}.unpacked`, alone(), { recursive: true });
  });

  it('parse a .pdf whose font is not in it, in the thread that is packed with the program', () => {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdfOf([typeset(['一、工作情况', '全年培训5场。'])]));
    const { stdout, stderr } = spawnSync(process.execPath, ['dist/main/cli.mjs', 'parse', file, '--json'], {
      cwd: alone(),
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', HOME: folder },
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      headings: [{ level: 1, marker: '一、', text: '工作情况' }],
      quantities: [{ text: '5场', value: '5' }],
    });
  });

  it('open a workspace and serve the program', async () => {
    const started = spawn(process.execPath, ['dist/main/cli.mjs', 'serve', '--data', join(folder, 'data')], {
      cwd: alone(),
      env: { PATH: process.env.PATH ?? '', HOME: folder, XIANGBAO_NO_BROWSER: '1' },
    });
    program = started;
    const url = await printedAddress(started);

    const exchange = await fetch(url, { redirect: 'manual' });
    const cookie = exchange.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { origin } = new URL(url);
    const page = await fetch(`${origin}/`, { headers: { cookie } });
    const html = await page.text();
    expect([page.status, html.includes('<div id="root">')]).toEqual([200, true]);
    for (const [, address] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(`${origin}${address}`, { headers: { cookie } })).status).toBe(200);
    }

    const call = async (method: string, input: unknown) => {
      const answer = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return await answer.json();
    };
    expect(await call('workspace.status', {})).toMatchObject({
      ok: true,
      value: { organization: null, reports: [] },
    });
    const { templates } = (await call('template.list', {})).value;
    expect(templates.length).toBeGreaterThan(0);
    expect(await call('host.describe', {})).toMatchObject({ ok: true, value: { door: 'http' } });

    const ended = new Promise((resolve) => started.once('exit', resolve));
    started.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(folder, 'data'))).toBe(true);
  }, 60_000);
});

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed);
      if (found) {
        resolve(found[0]);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}
