/** A workspace on a medium that cannot be written: a sentence that fits a start, and nothing changed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../src/main/core/app.ts';
import { needsMounting } from '../../support/small-disk.ts';
import { temporaryFolder, testDependencies } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

/** Makes `path` read-only by mounting it over itself; false where this user may not. */
function makeReadOnly(path: string): boolean {
  try {
    execFileSync('mount', ['--bind', path, path], { stdio: 'ignore' });
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', path]);
    });
    execFileSync('mount', ['-o', 'remount,bind,ro', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function closedWorkspace(): Promise<string> {
  const folder = join(temporaryFolder(), '资料');
  mkdirSync(folder);
  const { app } = await withSample(folder);
  app.close();
  return folder;
}

test.for<[string, (folder: string) => string, string]>([
  ['a read-only folder', (folder: string) => folder, 'workspace.notWritable'],
  ['a read-only file', (folder: string) => join(folder, '资料库.xbdb'), 'workspace.readOnly'],
])('%s: the start says so, and the file is as it was', async ([_name, what, code], context) => {
  const folder = await closedWorkspace();
  const before = readFileSync(join(folder, '资料库.xbdb'));
  const names = readdirSync(folder).filter((name) => !/-(wal|shm|lock|closed)$/.test(name));
  if (!makeReadOnly(what(folder))) return context.skip(needsMounting);
  const opened = await createApp({ ...testDependencies(), workspaceFolder: folder });
  expect(opened).toMatchObject({ ok: false, error: { code } });
  expect(readFileSync(join(folder, '资料库.xbdb')).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => !/-(wal|shm|lock|closed)$/.test(name))).toEqual(names);
});
