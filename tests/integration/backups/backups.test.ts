import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBackupName } from '../../../src/main/core/storage/backups/backup-name.ts';
import { nodeStorageFiles, type StorageFiles } from '../../../src/main/core/storage/backups/storage-files.ts';
import { migrations } from '../../../src/main/core/storage/migrations/index.ts';
import { openWorkspace } from '../../../src/main/core/storage/open.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, temporaryFolder, testDependencies } from '../../support/workspace.ts';
import { heldTime, withSample, writing } from '../../support/written-sample.ts';

const ours = (folder: string) =>
  readdirSync(join(folder, '备份')).filter((name) => parseBackupName(name) !== null);

describe('making backups', () => {
  test('a backup holds what the workspace holds, is one file, and says so in the list', async () => {
    const { call, folder } = await withSample();
    const made = await call('backup.make', {});
    expect(made.counts.reports).toBeGreaterThan(1);
    expect(made.counts.characters).toBeGreaterThan(1000);
    expect(made.counts.observations).toBeGreaterThan(10);
    expect(readdirSync(join(folder, '备份'))).toEqual([made.id]);
    const { backups, present, warning } = await call('backup.list', {});
    expect(backups).toMatchObject([
      { id: made.id, reason: 'manual', state: 'good', counts: made.counts, sameAsNow: true },
    ]);
    expect(present).toEqual(made.counts);
    expect(warning).toBeNull();
  });

  test('what is written after it makes it an older state; the same text written again does not', async () => {
    const { call, write, chapter } = await withSample();
    await call('backup.make', {});
    const sameAsNow = async () => (await call('backup.list', {})).backups[0]?.sameAsNow;
    const { id, revision, body } = await chapter();
    await call('chapter.saveBody', { id, revision, body });
    expect(await sameAsNow()).toBe(true);
    await write('另一段文字。');
    expect(await sameAsNow()).toBe(false);
  });

  test('every quarter of an hour of work one is made, without work none, and early ones are thinned out', async () => {
    const clock = heldTime();
    const app = await withSample(undefined, clock.ports);
    await clock.pass(1, app);
    expect(ours(app.folder)).toHaveLength(1);
    await clock.pass(60, app);
    expect(ours(app.folder)).toHaveLength(1);
    await app.write('新的一段。');
    await clock.pass(1, app);
    expect(ours(app.folder)).toHaveLength(2);
    await app.write('又一段。');
    await clock.pass(14, app);
    expect(ours(app.folder)).toHaveLength(2);
    await clock.pass(1, app);
    expect(ours(app.folder)).toHaveLength(3);
    for (const text of ['甲。', '乙。']) {
      await app.write(text);
      await clock.pass(15, app);
    }
    expect(ours(app.folder)).toHaveLength(3);
    const { backups } = await app.call('backup.list', {});
    expect(backups[0]).toMatchObject({ sameAsNow: true, reason: 'automatic' });
  });

  test('work that an earlier run left without a backup gets one at the next start, and only then', async () => {
    const first = heldTime();
    const app = await withSample(undefined, first.ports);
    await first.pass(1, app);
    await app.write('关机前写的。');
    app.app.close();
    const second = heldTime(Date.UTC(2025, 0, 7, 1));
    const again = await openTestApp(app.folder, second.ports);
    await second.pass(1, again);
    expect(ours(app.folder)).toHaveLength(2);
    again.app.close();
    const third = heldTime(Date.UTC(2025, 0, 8, 1));
    const once = await openTestApp(app.folder, third.ports);
    await third.pass(1, once);
    expect(ours(app.folder)).toHaveLength(2);
  });

  test('a save is answered while a backup is being made', async () => {
    const { call, write, text } = await withSample();
    const [made] = await Promise.all([call('backup.make', {}), write('备份时写的。')]);
    expect(made.counts.reports).toBeGreaterThan(0);
    expect(await text()).toContain('备份时写的。');
  });

  test('files that a person keeps in the folder are neither listed nor removed', async () => {
    const { call, folder, write } = await withSample();
    const own = join(folder, '备份', '年底留存 请勿删除.xbdb');
    mkdirSync(join(folder, '备份'));
    writeFileSync(own, '我自己的');
    for (let count = 0; count < 6; count += 1) {
      await write(`第${count}稿。`);
      await call('backup.make', {});
    }
    expect(ours(folder)).toHaveLength(3);
    expect(readFileSync(own, 'utf8')).toBe('我自己的');
  });

  test('pressing the button again and again pushes no earlier state out', async () => {
    const { call, folder, write } = await withSample();
    const { id } = await call('backup.make', {});
    await write('后来的稿子。');
    for (let count = 0; count < 5; count += 1) await call('backup.make', {});
    expect(ours(folder)).toHaveLength(2);
    expect(ours(folder)).toContain(id);
  });

  test('a damaged backup is named as such, cannot be restored, and is not thrown away', async () => {
    const { call, fail, folder, text } = await withSample();
    const { id } = await call('backup.make', {});
    const path = join(folder, '备份', id);
    const bytes = readFileSync(path);
    const place = bytes.indexOf('法治');
    bytes.write('去制', place);
    writeFileSync(path, bytes);
    const before = await text();
    expect((await call('backup.list', {})).backups).toMatchObject([{ id, state: 'damaged', counts: null }]);
    expect(await fail('backup.restore', { id })).toMatchObject({ code: 'backup.damaged' });
    expect(await text()).toBe(before);
    for (let count = 0; count < 4; count += 1) await call('backup.make', {});
    expect(existsSync(path)).toBe(true);
  });
});

describe('going back to a backup', () => {
  test('brings the old text back, keeps the new one as a backup, and that one can be gone back to', async () => {
    const { call, write, text, folder } = await withSample();
    await write('较早的文字。');
    const { id } = await call('backup.make', {});
    await write('较晚的文字。');
    const { savedAs } = await call('backup.restore', { id });
    expect(await text()).toContain('较早的文字。');
    await call('backup.restore', { id: savedAs });
    expect(await text()).toContain('较晚的文字。');
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
    await write('恢复以后照常写。');
    expect(await text()).toContain('恢复以后照常写。');
  });

  test('a window that still shows the state before meets a conflict instead of overwriting', async () => {
    const { call, fail, write, chapter, text } = await withSample();
    const { id } = await call('backup.make', {});
    await write('之后写的。');
    const stale = await chapter();
    await call('backup.restore', { id });
    const body = documentFromTexts(['旧窗口里的文字。']);
    expect(await fail('chapter.saveBody', { id: stale.id, revision: stale.revision, body })).toMatchObject({
      code: 'chapter.conflict',
    });
    expect(await text()).not.toContain('旧窗口里的文字。');
  });

  test('calls that come meanwhile wait and see one state or the other, whole', async () => {
    const { call, write, text } = await withSample();
    await write('较早的文字。');
    const { id } = await call('backup.make', {});
    await write('较晚的文字。');
    const [, ...seen] = await Promise.all([call('backup.restore', { id }), text(), text(), text()]);
    for (const one of seen) expect(one).toContain('较早的文字。');
  });

  test('a backup of an older version is brought forward', async () => {
    const folder = temporaryFolder();
    const { clock, holder } = testDependencies();
    const old = migrations.slice(0, 2);
    const opened = await openWorkspace({ folder, clock, holder, migrations: old });
    if (!opened.ok) throw new Error(opened.error.code);
    opened.value.close();
    const app = await withSample(folder);
    const [older] = ours(folder);
    if (older === undefined) throw new Error('no backup before the upgrade');
    await app.call('backup.restore', { id: older });
    expect((await app.call('workspace.status', {})).reports).toEqual([]);
    await app.call('sample.open', {});
  });

  test('an unknown name, or one that leads elsewhere, is no backup', async () => {
    const { fail } = await withSample();
    for (const id of ['没有.xbdb', '../资料库.xbdb']) {
      expect(await fail('backup.restore', { id })).toMatchObject({ code: 'backup.notFound' });
      expect(await fail('backup.copyTo', { id, target: null })).toMatchObject({ code: 'backup.notFound' });
    }
  });
});

describe('a second copy elsewhere', () => {
  test('is equal byte by byte, in a folder or under a name of its own, and opens as a workspace', async () => {
    const { call, dependencies, text } = await withSample();
    const { id } = await call('backup.make', {});
    const stick = temporaryFolder();
    const copied = await call('backup.copyTo', { id, target: dependencies.grants.grant(stick) });
    expect(copied.path).toBe(join(stick, id));
    const target = dependencies.grants.grant(join(stick, '带走.xbdb'));
    expect((await call('backup.copyTo', { id, target })).sha256).toBe(copied.sha256);
    expect(readdirSync(stick).sort()).toEqual([id, '带走.xbdb'].sort());
    const elsewhere = temporaryFolder();
    copyFileSync(join(stick, '带走.xbdb'), join(elsewhere, '资料库.xbdb'));
    const opened = await openTestApp(elsewhere);
    const [report] = (await opened.call('workspace.status', {})).reports;
    expect(await writing(opened, report?.id ?? '').text()).toBe(await text());
  });
});

test('a program that ends while a backup is being made leaves nothing behind at its next start', async () => {
  let end = () => {};
  const files: StorageFiles = {
    ...nodeStorageFiles,
    async copyDatabase(connection, to) {
      const copying = nodeStorageFiles.copyDatabase(connection, to);
      end();
      await copying;
    },
  };
  const scene = await withSample(undefined, { files });
  const before = await scene.text();
  end = () => scene.app.close();
  await expect(scene.app.backUpIfDue()).resolves.toBeUndefined();
  const again = await openTestApp(scene.folder);
  expect(readdirSync(join(scene.folder, '备份'))).toEqual([]);
  expect(await writing(again, scene.reportId).text()).toBe(before);
});
