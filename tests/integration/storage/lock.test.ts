import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acquireLock } from '../../../src/main/core/storage/lock.ts';
import { lockFileName, openWorkspace } from '../../../src/main/core/storage/open.ts';
import { temporaryFolder, testDependencies } from '../../support/workspace.ts';

const { clock, holder } = testDependencies();

/** Another process that opens the workspace and holds it until it is killed. */
async function holdInAnotherProcess(folder: string) {
  const module = (path: string) => JSON.stringify(join(import.meta.dirname, '../../../src/main', path));
  const script = `
    const { openWorkspace } = await import(${module('core/storage/open.ts')});
    const { systemClock } = await import(${module('node/system-clock.ts')});
    const opened = await openWorkspace({
      folder: ${JSON.stringify(folder)}, clock: systemClock,
      holder: { door: 'electron', user: '王办事', host: 'office-3', processId: process.pid },
    });
    process.stdout.write(opened.ok ? 'held' : opened.error.code);
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('held');
  return child;
}

describe('one writer', () => {
  test('the second comes to know who the first is, and gets in when the first has left', async () => {
    const path = join(temporaryFolder(), 'lock');
    const first = acquireLock(path, { ...holder, user: '张三', door: 'electron' });
    expect(first.ok).toBe(true);
    expect(acquireLock(path, { ...holder, user: '李四' })).toMatchObject({
      ok: false,
      error: { code: 'workspace.locked', parameters: { user: '张三', host: 'desk', door: 'electron' } },
    });
    if (first.ok) first.value.release();
    const third = acquireLock(path, holder);
    expect(third.ok).toBe(true);
    if (third.ok) third.value.release();
  });

  test.each([
    ['no database', Buffer.from('not a database, but long enough to look like one '.repeat(400))],
    ['a database cut short', Buffer.from('SQLite format 3\0'.padEnd(100, '\x01'))],
    ['empty', Buffer.alloc(0)],
  ])('a lock file that is %s keeps nobody out', async (_what, bytes) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, lockFileName), bytes);
    const opened = await openWorkspace({ folder, clock, holder });
    expect(opened.ok).toBe(true);
    expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
      ok: false,
      error: { code: 'workspace.locked' },
    });
    if (opened.ok) opened.value.close();
  });

  test('another process is kept out, told the name, and not blocked by a process that was killed', async () => {
    const folder = temporaryFolder();
    const child = await holdInAnotherProcess(folder);
    try {
      expect(await openWorkspace({ folder, clock, holder })).toMatchObject({
        ok: false,
        error: {
          code: 'workspace.locked',
          parameters: { user: '王办事', host: 'office-3', door: 'electron', processId: child.pid },
        },
      });
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const opened = await openWorkspace({ folder, clock, holder });
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });
});
