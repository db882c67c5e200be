/** The built desktop entry, run under plain Node with a stand-in for Electron's module: that it starts and is wired. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeEach(async () => {
  await ensureBuilt({ root });
  folder = mkdtempSync(join(tmpdir(), 'desktop-'));
}, 120_000);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function runEntry(workspaceFolder: string, ...words: string[]) {
  const standIn = join(import.meta.dirname, 'stand-in-electron.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', standIn, join(root, 'dist', 'main', 'electron.mjs'), ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        XIANGBAO_DATA: workspaceFolder,
        STAND_IN_USER_DATA: folder,
      },
    },
  );
  expect(stderr).toBe('');
  return { status, seen: JSON.parse(stdout) };
}

describe('the desktop entry', () => {
  it('opens the workspace, the page and the channel', () => {
    const { status, seen } = runEntry(join(folder, 'data'));
    expect(status).toBe(0);
    expect(seen.errorBoxes).toEqual([]);
    expect(seen.loaded).toBe('app://xiangbao/');
    expect(existsSync(seen.preload)).toBe(true);
    expect(seen.page).toEqual([200, expect.stringContaining("script-src 'self';")]);
    expect(seen.menu).toContain('文件(&F)');
    expect(seen.stranger).toMatchObject({ ok: false });
    expect(seen.status).toMatchObject({ ok: true, value: { organization: null, reports: [] } });
    expect(seen.describe).toMatchObject({ ok: true, value: { door: 'electron', nativeDialogs: true } });
    expect(seen.cancelled).toEqual({ ok: true, value: { file: null } });
  });

  it('does not start with a switch for debugging', () => {
    const { status, seen } = runEntry(join(folder, 'data'), '--remote-debugging-port=9222');
    expect([status, seen.asked]).toEqual([2, []]);
    expect(seen.errorBoxes).toEqual([['乡报无法启动', expect.stringContaining('remote-debugging-port')]]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('says in a message box why a workspace does not open', () => {
    writeFileSync(join(folder, 'file'), 'no folder');
    const { status, seen } = runEntry(join(folder, 'file'));
    expect(status).toBe(3);
    expect(seen.loaded).toBeUndefined();
    expect(seen.errorBoxes).toHaveLength(1);
    expect(seen.errorBoxes[0][0]).toBe('乡报无法启动');
    expect(seen.errorBoxes[0][1]).toMatch(/\p{Script=Han}/u);
  });
});

describe('the desktop entry as a command line', () => {
  function runCommand(...words: string[]) {
    const standIn = join(import.meta.dirname, 'stand-in-electron.mjs');
    return spawnSync(
      process.execPath,
      ['--import', standIn, join(root, 'dist', 'main', 'electron.mjs'), ...words],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
        env: { PATH: process.env.PATH ?? '', HOME: folder, STAND_IN_SEEN: join(folder, 'seen.json') },
      },
    );
  }

  it('does the words behind --cli, prints, and opens neither window nor lock', () => {
    const data = join(folder, 'data');
    const { status, stdout, stderr } = runCommand(
      '--cli',
      'init',
      '--name',
      '青石镇',
      '--data',
      data,
      '--json',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ organization: { name: '青石镇' } });
    expect(existsSync(join(data, '资料库.xbdb'))).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))).toMatchObject({
      asked: [],
      errorBoxes: [],
    });
  });

  it('reads a report, in the thread that stands beside it', () => {
    writeFileSync(join(folder, 'report.txt'), '一、工作情况\n全年培训5场。\n');
    const { status, stdout } = runCommand('--cli', 'parse', join(folder, 'report.txt'), '--json');
    expect([status, JSON.parse(stdout).headings[0].text]).toEqual([0, '工作情况']);
  });

  it('says what was wrong, and ends with the code of the command line', () => {
    const missing = runCommand('--cli', 'check', '--data', join(folder, 'nowhere'));
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/\p{Script=Han}/u);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(runCommand('--cli', 'no-such-command').status).toBe(2);
    expect(runCommand('--cli').status).toBe(2);
    expect(runCommand('--cli', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('check'),
    });
  });
});
