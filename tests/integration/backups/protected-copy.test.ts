/** A backup that leaves under a password, and comes back: here, on another computer, damaged, or with a wrong password. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchedFiles } from '../../support/failing-files.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

const password = '山后小河水清五七';

async function protectedCopy(app: TestApp, target: string): Promise<string> {
  const { id } = await app.call('backup.make', {});
  const grant = app.dependencies.grants.grant(target);
  return (await app.call('backup.copyTo', { id, target: grant, password })).path;
}

const allFiles = (folder: string) => readdirSync(folder, { recursive: true }).map(String).toSorted();

describe('a protected copy', () => {
  test('goes into a folder under its own name, and nothing in it can be read', async () => {
    const app = await withSample();
    const stick = temporaryFolder();
    const path = await protectedCopy(app, stick);
    expect(readdirSync(stick)).toEqual([expect.stringMatching(/-手动\.xbdb\.mima$/)]);
    const bytes = readFileSync(path);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(bytes.includes(password)).toBe(false);
  });

  test('without a target goes beside the workspace, to be handed to a browser', async () => {
    const app = await withSample();
    const { id } = await app.call('backup.make', {});
    const copied = await app.call('backup.copyTo', { id, target: null, password });
    expect(copied.path).toBe(join(app.folder, '导出', `${id}.mima`));
    expect(copied.file.name).toBe(`${id}.mima`);
  });

  test('brings everything back on a computer that has nothing, and the former state can be had again', async () => {
    const app = await withSample();
    await app.write('带走的话。');
    const path = await protectedCopy(app, temporaryFolder());
    const { counts } = await app.call('backup.readCopy', {
      grant: app.dependencies.grants.grant(path),
      password,
    });

    const other = await openTestApp();
    await other.call('organization.save', { name: '另一个镇', abbreviation: '', county: '', addressee: '' });
    const grant = other.dependencies.grants.grant(path);
    expect(await other.call('backup.readCopy', { grant, password })).toMatchObject({
      isProtected: true,
      counts,
      sameAsNow: false,
    });
    const restored = await other.call('backup.restoreCopy', { grant, password });
    expect(restored.counts).toEqual(counts);
    const status = await other.call('workspace.status', {});
    expect(status.organization?.name).not.toBe('另一个镇');
    await other.call('backup.restore', { id: restored.savedAs });
    expect((await other.call('workspace.status', {})).organization?.name).toBe('另一个镇');
  });

  test('takes full-width digits of an input method for the same password', async () => {
    const app = await withSample();
    const { id } = await app.call('backup.make', {});
    const target = app.dependencies.grants.grant(join(temporaryFolder(), '甲.mima'));
    await app.call('backup.copyTo', { id, target, password: 'ｒｉｖｅｒ２０２４ ' });
    expect(await app.call('backup.readCopy', { grant: target, password: 'river2024' })).toMatchObject({
      isProtected: true,
    });
  });

  test.each([
    ['a wrong password', (bytes: Buffer) => bytes, '另外一个密码呀呀', 'protection.wrongPassword'],
    ['no password', (bytes: Buffer) => bytes, null, 'protection.needsPassword'],
    ['a damaged part', flipped(5000), password, 'protection.damaged'],
    ['a damaged header', flipped(80), password, 'protection.damagedHead'],
    ['a copy cut short', (bytes: Buffer) => bytes.subarray(0, 9000), password, 'protection.incomplete'],
    ['something else', () => Buffer.from('不是备份'), password, 'backup.damaged'],
  ])('%s: told as what it is, and everything stays as it was', async (_what, change, typed, code) => {
    const app = await withSample();
    const path = await protectedCopy(app, temporaryFolder());
    writeFileSync(path, change(readFileSync(path)));
    const before = allFiles(app.folder);
    const status = await app.call('workspace.status', {});
    const grant = app.dependencies.grants.grant(path);
    for (const method of ['backup.readCopy', 'backup.restoreCopy'] as const) {
      const failure = await app.fail(method, { grant, password: typed });
      expect(failure).toMatchObject({ code, parameters: { name: expect.stringMatching(/\.mima$/) } });
      expect(JSON.stringify(failure)).not.toContain(typed ?? password);
    }
    expect(await app.call('workspace.status', {})).toEqual(status);
    expect(allFiles(app.folder)).toEqual(before);
  });

  test('a copy without a password is taken as well, and one that is gone is told', async () => {
    const app = await withSample();
    const { id } = await app.call('backup.make', {});
    const stick = temporaryFolder();
    copyFileSync(join(app.folder, '备份', id), join(stick, '抄件.xbdb'));
    await app.write('后来的话。');
    const grant = app.dependencies.grants.grant(join(stick, '抄件.xbdb'));
    expect(await app.call('backup.readCopy', { grant })).toMatchObject({
      isProtected: false,
      sameAsNow: false,
    });
    await app.call('backup.restoreCopy', { grant });
    const gone = app.dependencies.grants.grant(join(stick, '没有.mima'));
    expect((await app.fail('backup.readCopy', { grant: gone, password })).code).toBe('file.notFound');
  });

  test('a short password is refused before anything is written', async () => {
    const app = await withSample();
    const { id } = await app.call('backup.make', {});
    const stick = temporaryFolder();
    const target = app.dependencies.grants.grant(stick);
    expect(await app.fail('backup.copyTo', { id, target, password: '1234567 ' })).toEqual({
      code: 'protection.passwordTooShort',
      parameters: { least: 8 },
    });
    expect(readdirSync(stick)).toEqual([]);
  });

  test('a drive that fails at any step leaves the older copy whole and nothing else', async () => {
    let failing = 0;
    let seen = 0;
    const files = watchedFiles(({ path }) => {
      if (!path.includes('stick')) return;
      seen += 1;
      if (seen === failing) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    const stick = join(temporaryFolder(), 'stick');
    mkdirSync(stick);
    const app = await openTestApp(temporaryFolder(), { files });
    const { id } = await app.call('backup.make', {});
    const path = join(stick, '副本.mima');
    const target = app.dependencies.grants.grant(path);
    writeFileSync(path, '较早的一份');
    for (failing = 1; ; failing += 1) {
      seen = 0;
      const outcome = await app.app.call('backup.copyTo', { id, target, password });
      if (outcome.ok) break;
      expect(outcome.error.code).toBe('file.diskFull');
      // Whatever stands there is a whole file; the last steps fail when the new one has its name already.
      expect(readdirSync(stick)).toEqual(['副本.mima']);
      if (readFileSync(path, 'utf8') !== '较早的一份')
        await app.call('backup.readCopy', { grant: target, password });
    }
    expect(failing).toBeGreaterThan(5);
    await app.call('backup.readCopy', { grant: target, password });
  }, 120_000);

  function flipped(at: number) {
    return (bytes: Buffer) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
  }
});
