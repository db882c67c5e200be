import { mkdirSync, readdirSync, renameSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { nodeStorageFiles, type StorageFiles } from '../../../src/main/core/storage/backups/storage-files.ts';
import { migrations } from '../../../src/main/core/storage/migrations/index.ts';
import { openWorkspace, workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { type Operation, watchedFiles } from '../../support/failing-files.ts';
import { openTestApp, temporaryFolder, testDependencies } from '../../support/workspace.ts';

type Act = 'backup.make' | 'backup.restore' | 'backup.copyTo';
const acts: Act[] = ['backup.make', 'backup.restore', 'backup.copyTo'];
/** What a disk answers, and what the person is told. */
const answers = [
  ['ENOSPC', 'file.diskFull'],
  ['EROFS', 'file.readOnly'],
  ['EIO', 'file.writeFailed'],
] as const;

const systemError = (code: string) => Object.assign(new Error(code), { code });
/** These two cannot fail in a way that matters: a leftover is removed at the next start, and nothing hangs on them. */
const harmless = new Set(['rm', 'list']);

/** A workspace with an older state in a backup, whose files do as `before` says once it is switched on. */
async function stage(before: (operation: Operation) => void, files?: Partial<StorageFiles>) {
  let on = false;
  let count = 0;
  const watched = watchedFiles((operation) => {
    if (!on) return;
    count += 1;
    before({ ...operation, number: count });
  });
  const app = await openTestApp(temporaryFolder(), { files: { ...watched, ...files } });
  const { reportId } = await app.call('sample.open', {});
  const chapter = async () => {
    const [first] = (await app.call('report.read', { id: reportId })).chapters;
    if (first === undefined) throw new Error('the sample has no chapter');
    return first;
  };
  const write = async (text: string) => {
    const { id, revision } = await chapter();
    await app.call('chapter.saveBody', { id, revision, body: documentFromTexts([text]) });
  };
  await write('较早的文字。');
  const { id } = await app.call('backup.make', {});
  await write('较晚的文字。');
  const stick = temporaryFolder();
  writeFileSync(join(stick, '带走.xbdb'), '上次带走的');
  const target = app.dependencies.grants.grant(join(stick, '带走.xbdb'));
  return {
    ...app,
    stick,
    text: async () => JSON.stringify((await chapter()).body),
    write,
    backups: () => readdirSync(join(app.folder, '备份')),
    leftovers: () =>
      [app.folder, join(app.folder, '备份'), stick].flatMap((folder) =>
        readdirSync(folder).filter((name) => name.includes('.tmp')),
      ),
    async act(method: Act) {
      on = true;
      const input = { 'backup.make': {}, 'backup.restore': { id }, 'backup.copyTo': { id, target } }[method];
      const outcome = await app.app.call(method, input);
      on = false;
      return outcome;
    },
  };
}

test.each(acts)(
  '%s on a disk that fails at any single step: nothing lost, nothing half there',
  { timeout: 120_000 },
  async (act) => {
    const operations: Operation[] = [];
    const whole = await stage((operation) => operations.push(operation));
    expect((await whole.act(act)).ok).toBe(true);
    expect(operations.length).toBeGreaterThan(5);
    for (const { number, name } of operations) {
      if (harmless.has(name)) continue;
      const [system, code] = answers[number % answers.length] ?? answers[0];
      const scene = await stage((operation) => {
        if (operation.number === number) throw systemError(system);
      });
      const before = scene.backups();
      const place = `${number} ${name}`;
      const outcome = await scene.act(act);
      // A restore whose last step, making the folder durable, fails has happened all the same: see exchange-file.ts.
      if (outcome.ok) {
        expect(await scene.text(), place).toContain(act === 'backup.restore' ? '较早' : '较晚');
      } else {
        expect(outcome.error.code, place).toBe(code);
        expect(await scene.text(), place).toContain('较晚的文字。');
        for (const kept of before) expect(scene.backups(), place).toContain(kept);
      }
      expect(scene.leftovers(), place).toEqual([]);
      await scene.write('失败以后照常写。');
      expect(await scene.text(), place).toContain('失败以后照常写。');
      const { backups } = await scene.call('backup.list', {});
      expect(
        backups.every(({ state }) => state === 'good'),
        place,
      ).toBe(true);
      scene.app.close();
    }
  },
);

describe('what a failing disk leaves without saying so', () => {
  test('a backup that SQLite wrote short is found and not kept', async () => {
    const scene = await stage(() => {}, {
      async copyDatabase(connection, to) {
        await nodeStorageFiles.copyDatabase(connection, to);
        if (readdirSync(join(to, '..')).length > 1) truncateSync(to, 3 * 4096);
      },
    });
    const outcome = await scene.act('backup.make');
    expect(outcome).toMatchObject({ ok: false, error: { code: 'backup.differs' } });
    expect(scene.backups()).toHaveLength(1);
    expect(scene.leftovers()).toEqual([]);
  });

  test('SQLite’s own full disk, half way through a backup', async () => {
    const scene = await stage(() => {}, {
      async copyDatabase(connection, to) {
        if (readdirSync(join(to, '..')).length === 0) return nodeStorageFiles.copyDatabase(connection, to);
        writeFileSync(to, Buffer.alloc(5000, 1));
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      },
    });
    expect(await scene.act('backup.make')).toMatchObject({ error: { code: 'file.diskFull' } });
    expect(scene.backups()).toHaveLength(1);
    expect(scene.leftovers()).toEqual([]);
    const { warning } = await scene.call('backup.list', {});
    expect(warning).toMatchObject({ kind: 'failed', failure: { code: 'file.diskFull' } });
  });

  test.each(['backup.restore', 'backup.copyTo'] as const)(
    '%s: a copy that was written short',
    async (act) => {
      const scene = await stage(() => {}, {
        async copyFile(from, to) {
          await nodeStorageFiles.copyFile(from, to);
          truncateSync(to, 20_000);
        },
      });
      expect(await scene.act(act)).toMatchObject({ error: { code: 'backup.differs' } });
      expect(await scene.text()).toContain('较晚的文字。');
      expect(scene.leftovers()).toEqual([]);
    },
  );
});

test('a workspace is not brought to a new version where no backup of it can be made', async () => {
  const folder = temporaryFolder();
  const { clock, holder } = testDependencies();
  const old = migrations.slice(0, 3);
  const first = await openWorkspace({ folder, clock, holder, migrations: old });
  if (first.ok) first.value.close();
  const files = watchedFiles(({ name }) => {
    if (name === 'copyDatabase') throw systemError('ENOSPC');
  });
  expect(await openWorkspace({ folder, clock, holder, files })).toMatchObject({
    error: { code: 'file.diskFull' },
  });
  const again = await openWorkspace({ folder, clock, holder, migrations: old });
  expect(again.ok).toBe(true);
  if (again.ok) again.value.close();
});

test('a restore whose disk goes away after the exchange has happened, and says so', async () => {
  const scene = await stage(() => {}, {
    async rename(from, to) {
      await nodeStorageFiles.rename(from, to);
      if (!to.endsWith(workspaceFileName)) return;
      renameSync(to, `${to}-away`);
      mkdirSync(to);
    },
  });
  expect(await scene.act('backup.restore')).toMatchObject({ ok: true });
  const path = join(scene.folder, workspaceFileName);
  rmdirSync(path);
  renameSync(`${path}-away`, path);
  expect(await scene.text()).toContain('较早的文字。');
});

test('a restore whose disk goes away, so that not even the old file opens again: work goes on once it is back', async () => {
  const scene = await stage(() => {}, {
    async rename(from, to) {
      if (!to.endsWith(workspaceFileName)) return nodeStorageFiles.rename(from, to);
      renameSync(to, `${to}-away`);
      mkdirSync(to);
      throw systemError('EIO');
    },
  });
  expect(await scene.act('backup.restore')).toMatchObject({ error: { code: 'file.writeFailed' } });
  const path = join(scene.folder, workspaceFileName);
  expect(await scene.app.call('workspace.status', {})).toMatchObject({ error: { code: 'storage.failed' } });
  rmdirSync(path);
  renameSync(`${path}-away`, path);
  expect(await scene.text()).toContain('较晚的文字。');
  await scene.write('失败以后照常写。');
  scene.app.close();
  const again = await openTestApp(scene.folder);
  expect(await again.call('workspace.inspect', {})).toEqual({ damaged: false });
  const { reports } = await again.call('workspace.status', {});
  const { chapters } = await again.call('report.read', { id: reports[0]?.id ?? '' });
  expect(JSON.stringify(chapters)).toContain('失败以后照常写。');
});
