/** A workspace whose place changes under the open program: moved, pulled out, put back, exchanged, held by another. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { acquireLock } from '../../../src/main/core/storage/lock.ts';
import { lockFileName, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { needsMounting } from '../../support/small-disk.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

/** What the file at the path holds, read past the program. */
function onDisk(folder: string): string {
  const connection = new Database(join(folder, workspaceFileName), { readonly: true });
  try {
    return JSON.stringify(connection.prepare('SELECT body FROM chapter').pluck().all());
  } finally {
    connection.close();
  }
}

async function inFolder() {
  const folder = join(temporaryFolder(), '资料');
  const app = await withSample(folder);
  const { id, revision } = await app.chapter();
  const save = (text: string) => ({
    id,
    revision,
    body: {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          attrs: { carriedFrom: null },
          content: [{ type: 'text' as const, text }],
        },
      ],
    },
  });
  return { ...app, folder, away: `${folder}-移走`, save };
}

test('a folder that is moved away: nothing is called saved; moved back, the same save goes into it', async () => {
  const { folder, away, save, fail, call } = await inFolder();
  renameSync(folder, away);
  const failure = await fail('chapter.saveBody', save('移走以后写的。'));
  expect(failure).toMatchObject({ code: 'storage.gone' });
  expect(onDisk(away)).not.toContain('移走以后写的。');
  // Nothing is put in its place, neither by a backup nor by a log.
  expect((await fail('backup.make', {})).code).toBe('storage.gone');
  expect(existsSync(folder)).toBe(false);
  renameSync(away, folder);
  await call('chapter.saveBody', save('移走以后写的。'));
  expect(onDisk(folder)).toContain('移走以后写的。');
});

test('a copy in its place, as on a stick that was carried away and back: the save goes into the file that is there', async () => {
  const { folder, away, save, call, app } = await inFolder();
  renameSync(folder, away);
  cpSync(away, folder, { recursive: true });
  await call('chapter.saveBody', save('插回以后写的。'));
  expect(onDisk(folder)).toContain('插回以后写的。');
  expect(onDisk(away)).not.toContain('插回以后写的。');
  // And it is held: nobody else opens it meanwhile.
  const second = acquireLock(join(folder, lockFileName), {
    door: 'cli',
    user: '乙',
    host: 'b',
    processId: 1,
  });
  expect(second).toMatchObject({
    ok: false,
    error: { code: 'workspace.locked', parameters: { user: 'tester' } },
  });
  app.close();
  rmSync(away, { recursive: true });
});

test('another workspace in its place is not written to', async () => {
  const { folder, away, save, fail, call } = await inFolder();
  renameSync(folder, away);
  const other = await openTestApp(folder);
  other.app.close();
  expect((await fail('chapter.saveBody', save('写给谁的？'))).code).toBe('storage.otherWorkspace');
  rmSync(folder, { recursive: true });
  renameSync(away, folder);
  await call('chapter.saveBody', save('写给谁的？'));
  expect(onDisk(folder)).toContain('写给谁的？');
});

test('somebody else who opened it meanwhile is named, and is not written over', async () => {
  const { folder, away, save, fail, call } = await inFolder();
  renameSync(folder, away);
  cpSync(away, folder, { recursive: true });
  const holder = { door: 'electron' as const, user: '李秘书', host: '党政办二号机', processId: 7 };
  const lock = acquireLock(join(folder, lockFileName), holder);
  expect(await fail('chapter.saveBody', save('等他关了再存。'))).toMatchObject({
    code: 'workspace.locked',
    parameters: { user: '李秘书', host: '党政办二号机' },
  });
  if (lock.ok) lock.value.release();
  await call('chapter.saveBody', save('等他关了再存。'));
  expect(onDisk(folder)).toContain('等他关了再存。');
});

test('a real drive pulled out without a word and plugged in again', async (context) => {
  const drive = temporaryFolder();
  const image = join(temporaryFolder(), 'stick.img');
  const mount = () => execFileSync('mount', ['-o', 'loop', image, drive], { stdio: 'ignore' });
  try {
    execFileSync('truncate', ['-s', '16M', image]);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
    mount();
  } catch {
    return context.skip(needsMounting);
  }
  try {
    const app = await withSample(join(drive, '资料'));
    const { id, revision } = await app.chapter();
    const save = { id, revision, body: { type: 'doc' as const, content: [] } };
    execFileSync('umount', ['--lazy', drive]);
    expect((await app.fail('chapter.saveBody', save)).code).toBe('storage.gone');
    expect(existsSync(join(drive, '资料'))).toBe(false);
    mount();
    await app.call('chapter.saveBody', save);
    expect((await app.chapter()).body).toEqual(save.body);
    app.app.close();
  } finally {
    execFileSync('umount', ['--lazy', drive], { stdio: 'ignore' });
  }
});
