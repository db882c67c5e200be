/** The .tar.gz, unpacked by the system's tar and started from its entry by a session that has nothing else. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { gzipped, tarArchive } from '../../../build/loopback-edition/tar-archive.ts';
import { findEdition } from '../../../src/main/node/edition/edition-layout.ts';
import { editionOf, ownTarget, reasonAgainstRunning, root } from './built-edition.ts';
import { announced, clickIcon, endProgram, noteTakingBrowser, sessionEnvironment } from './icon.ts';

const missing = spawnSync('tar', ['--version']).status === 0 ? '' : 'no tar';
const reason = reasonAgainstRunning() || missing;
const note = reason === '' ? '' : ` (skipped: ${reason})`;

describe.skipIf(reason !== '')(`the unpacked archive${note}`, () => {
  let folder = '';
  let home = '';
  const installed = () => join(folder, '放 程序的地方', 'xiangbao');
  const entry = () => join(installed(), '乡报.sh');

  beforeAll(async () => {
    await ensureBuilt({ root });
    folder = mkdtempSync(join(tmpdir(), 'portable-'));
    const { files } = editionOf(ownTarget()?.name ?? 'linux-x64', 'portable');
    const archive = join(folder, 'xiangbao.tar.gz');
    writeFileSync(archive, gzipped(tarArchive(files, { prefix: 'xiangbao/' }), 1));
    mkdirSync(join(folder, '放 程序的地方'));
    const { status, stderr } = spawnSync('tar', ['-xzf', archive, '-C', join(folder, '放 程序的地方')]);
    expect([status, String(stderr)]).toEqual([0, '']);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(() => {
    home = mkdtempSync(join(folder, 'home-'));
  });
  afterEach(async () => {
    for (const { processId } of announced(home)) await endProgram(processId);
  });

  it('stands as it is described, and knows what it is', () => {
    expect(readdirSync(installed()).sort()).toEqual(
      ['current', 'edition.json', 'versions', 'xiangbao', '乡报.sh', '使用说明.txt'].sort(),
    );
    const version = readdirSync(join(installed(), 'versions'));
    expect(version).toHaveLength(1);
    const entryFolder = join(installed(), 'versions', version[0] ?? '', 'program', 'dist', 'main');
    expect(findEdition(entryFolder)).toEqual({
      root: installed(),
      version: version[0],
      edition: {
        schema: 1,
        kind: 'portable',
        platform: process.platform,
        arch: process.arch,
        updateKey: null,
      },
    });
    expect(findEdition(join(root, 'dist', 'main'))).toBeNull();
  });

  it('opens a window of its own on the running program, keeps its address from others, and takes it back', async () => {
    const { words, address, processId } = await clickIcon(entry(), { home });
    expect(words).toEqual([`--app=${address}`]);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    const session = join(home, '.run', 'xiangbao');
    expect(statSync(session).mode & 0o777).toBe(0o700);
    expect(readdirSync(session).map((name) => statSync(join(session, name)).mode & 0o777)).toEqual([0o600]);
    await endProgram(processId);
    expect(readdirSync(session)).toEqual([]);
    expect(existsSync(join(home, '乡报', '资料库.xbdb'))).toBe(true);
  }, 60_000);

  it('clicked twice, even at once, opens two windows on one program', async () => {
    const [first, second] = await Promise.all([clickIcon(entry(), { home }), clickIcon(entry(), { home })]);
    expect(second.address).toBe(first.address);
    const third = await clickIcon(entry(), { home });
    expect(third.processId).toBe(first.processId);
  }, 60_000);

  it('starts anew after a program that was killed and left its address', async () => {
    const first = await clickIcon(entry(), { home });
    process.kill(first.processId, 'SIGKILL');
    await delay(100);
    const second = await clickIcon(entry(), { home });
    expect(second.address).not.toBe(first.address);
  }, 60_000);

  const fail = (environment: Record<string, string>) => {
    const browser = noteTakingBrowser();
    const env = { ...sessionEnvironment(home), ...browser.environment, ...environment };
    const { status, stderr } = spawnSync(entry(), { env, cwd: '/', encoding: 'utf8' });
    return { status, stderr, browser };
  };

  it('without a terminal shows why it did not start as a page, which the next good start takes away', async () => {
    const notFolder = join(home, 'file');
    writeFileSync(notFolder, '');
    const { status, stderr, browser } = fail({ XIANGBAO_DATA: notFolder });
    expect(status).toBe(3);
    expect(stderr).toContain(`不能写入：${notFolder}`);
    for (let look = 0; look < 100 && browser.words().length === 0; look += 1) await delay(25);
    const page = join(home, '乡报没有启动.html');
    expect(browser.words()).toEqual([`--app=${encodeURI(`file://${page}`)}`]);
    await clickIcon(entry(), { home });
    expect(existsSync(page)).toBe(false);
  }, 60_000);

  it('uses the dialog of the desktop where there is one', () => {
    const tools = join(home, 'bin');
    mkdirSync(tools);
    const said = join(home, 'said');
    writeFileSync(join(tools, 'zenity'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`, { mode: 0o755 });
    writeFileSync(join(home, 'file'), '');
    const { status } = fail({ PATH: `${tools}:/usr/bin:/bin`, XIANGBAO_DATA: join(home, 'file') });
    expect([status, existsSync(said), existsSync(join(home, '乡报没有启动.html'))]).toEqual([3, true, false]);
  });

  /** Runs `work` while a file of the installed program holds something else, or is not there. */
  const whileDamaged = (path: string, contents: string | null, work: () => void) => {
    const aside = `${path}.aside`;
    renameSync(path, aside);
    try {
      if (contents !== null) writeFileSync(path, contents);
      work();
    } finally {
      renameSync(aside, path);
    }
  };

  it('says what is wrong where its own files are damaged, and makes no workspace', () => {
    const program = join(
      installed(),
      'versions',
      readdirSync(join(installed(), 'versions'))[0] ?? '',
      'program',
    );
    const addon = join(program, 'node_modules/better-sqlite3/prebuilds', ownTarget()?.addon ?? '');
    whileDamaged(addon, 'no program', () => {
      const { status, stderr } = fail({ DISPLAY: '' });
      expect([status, stderr]).toEqual([3, expect.stringContaining('数据库部件装不上')]);
    });
    for (const part of [join(installed(), 'current'), join(program, 'dist/main/launch.mjs')]) {
      whileDamaged(part, null, () => {
        const { status, stderr } = fail({ DISPLAY: '' });
        expect([status, stderr]).toEqual([1, expect.stringContaining('程序文件不完整')]);
      });
    }
    expect(existsSync(join(home, '乡报', '资料库.xbdb'))).toBe(false);
  }, 60_000);

  it('the command line is the same program', () => {
    const { stdout, status } = spawnSync(join(installed(), 'xiangbao'), ['demo', join(home, '示例')], {
      env: sessionEnvironment(home),
      cwd: home,
      encoding: 'utf8',
    });
    expect([status, stdout.includes('SHA-256')]).toEqual([0, true]);
  }, 60_000);
});
