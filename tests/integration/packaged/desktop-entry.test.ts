/** The built desktop entry, run under plain Node with a stand-in for Electron's module: that it starts and is wired. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

function runEntry(workspaceFolder: string) {
  const standIn = join(import.meta.dirname, 'stand-in-electron.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', standIn, join(root, 'dist', 'main', 'electron.mjs')],
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
