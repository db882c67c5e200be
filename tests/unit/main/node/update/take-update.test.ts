import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '../../../../../src/main/core/storage/lock.ts';
import { updateLockPath } from '../../../../../src/main/node/update/edition-files.ts';
import { settleAfterStart } from '../../../../../src/main/node/update/settle-after-start.ts';
import { type TakeUpdateOptions, takeUpdate } from '../../../../../src/main/node/update/take-update.ts';
import { undoUpdate } from '../../../../../src/main/node/update/undo-update.ts';
import { newPrivateKey, signerOf } from '../../../../../src/main/node/update/update-key.ts';
import type { UpdatableCopy } from '../../../../../src/main/node/update/update-manner.ts';
import { done, failed } from '../../../../../src/shared/errors.ts';
import { makeSmallEdition, noCounts, smallUpdate, treeOf } from '../../../../support/small-edition.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

const holder = { door: 'cli' as const, user: 'li', host: 'pc', processId: process.pid };
const describeLinux = describe.skipIf(process.platform !== 'linux');

function stage() {
  const folder = temporaryFolder();
  const root = join(folder, 'xiangbao');
  const copy = makeSmallEdition(root);
  const backupPath = join(folder, 'backup.xbdb');
  writeFileSync(backupPath, 'a workspace');
  const path = join(folder, 'u.xbupdate');
  const order: string[] = [];
  const take = (update: Buffer, change: Partial<TakeUpdateOptions> = {}) => {
    writeFileSync(path, update);
    return takeUpdate({
      path,
      copy,
      holder,
      environment: process.env,
      backUp: async () => {
        order.push('backup');
        return done({ id: 'b', path: backupPath, counts: { ...noCounts, reports: 2 } });
      },
      onStep: (step) => {
        if (order.at(-1) !== step) order.push(step);
      },
      ...change,
    });
  };
  return { folder, root, copy, take, order };
}

const atVersion = (copy: UpdatableCopy, version: string): UpdatableCopy => ({
  ...copy,
  installed: { ...copy.installed, version },
  runningVersion: version,
});
const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8').trim();
const good = (version: string, reports = 2) => ({
  answer: JSON.stringify({ version, counts: { ...noCounts, reports } }),
});

describeLinux('taking an update', () => {
  it('backs up, tries the new version on a copy, and takes it into use', async () => {
    const { root, take, order } = stage();
    const seen = join(root, '..', 'seen');
    const behaviour = {
      selfCheck: `cat "$4/资料库.xbdb" > '${seen}'; printf '%s' '${good('0.1.1').answer}'`,
    };
    expect(await take(smallUpdate({ behaviour }))).toEqual(
      done({ version: '0.1.1', earlier: '0.1.0', backup: 'b' }),
    );
    expect(order).toEqual(['checking', 'backingUp', 'backup', 'unpacking', 'trying', 'switching']);
    expect(readFileSync(seen, 'utf8')).toBe('a workspace');
    expect(['current', 'previous', 'unproven'].map((name) => read(root, name))).toEqual([
      '0.1.1',
      '0.1.0',
      '0.1.1',
    ]);
    expect(readdirSync(join(root, 'versions')).sort()).toEqual(['0.1.0', '0.1.1']);
  });

  it('leaves files that others may read and run, although what this program writes is private by default', async () => {
    const { root, take } = stage();
    const before = process.umask(0o077);
    try {
      expect(await take(smallUpdate({ behaviour: good('0.1.1') }))).toMatchObject({ ok: true });
    } finally {
      process.umask(before);
    }
    const mode = (path: string) => statSync(join(root, path)).mode & 0o777;
    const open = ['versions/0.1.1', 'versions/0.1.1/program/dist', 'versions/0.1.1/runtime/node'];
    expect(open.map(mode)).toEqual([0o755, 0o755, 0o755]);
    expect(['current', 'versions/0.1.1/program/package.json'].map(mode)).toEqual([0o644, 0o644]);
  });

  it('leaves files that others may read and run, although what this program writes is private by default', async () => {
    const { root, take } = stage();
    const before = process.umask(0o077);
    try {
      expect(await take(smallUpdate({ behaviour: good('0.1.1') }))).toMatchObject({ ok: true });
    } finally {
      process.umask(before);
    }
    const mode = (path: string) => statSync(join(root, path)).mode & 0o777;
    const folders = ['versions/0.1.1', 'versions/0.1.1/program/dist', 'versions/0.1.1/runtime/node'];
    expect(folders.map(mode)).toEqual([0o755, 0o755, 0o755]);
    expect(['current', 'versions/0.1.1/program/package.json'].map(mode)).toEqual([0o644, 0o644]);
  });

  it('keeps the version before, removes those before it after a good start, and goes back by hand', async () => {
    const { root, copy, take } = stage();
    await take(smallUpdate({ behaviour: good('0.1.1') }));
    await take(smallUpdate({ version: '0.2.0', behaviour: good('0.2.0') }));
    expect(readdirSync(join(root, 'versions')).sort()).toEqual(['0.1.0', '0.1.1', '0.2.0']);
    const started = atVersion(copy, '0.2.0');
    await settleAfterStart({ manner: 'stick', version: '0.2.0', copy: started }, holder);
    expect(readdirSync(join(root, 'versions')).sort()).toEqual(['0.1.1', '0.2.0']);
    expect(existsSync(join(root, 'unproven'))).toBe(false);
    expect(undoUpdate(started.installed, holder)).toEqual(done({ version: '0.1.1', undone: '0.2.0' }));
    expect(read(root, 'current')).toBe('0.1.1');
    expect(undoUpdate(atVersion(copy, '0.1.1').installed, holder)).toEqual(failed('update.nothingToUndo'));
    expect(await take(smallUpdate({ version: '0.2.0', behaviour: good('0.2.0') }))).toMatchObject({
      ok: true,
    });
    expect(read(root, 'current')).toBe('0.2.0');
  });

  const refused: readonly (readonly [what: string, update: () => Buffer, code: string])[] = [
    ['older', () => smallUpdate({ version: '0.0.9' }), 'update.older'],
    ['the same version', () => smallUpdate({ version: '0.1.0' }), 'update.sameVersion'],
    ['for another processor', () => smallUpdate({ arch: 'arm64' }), 'update.otherSystem'],
    ['for another system', () => smallUpdate({ platform: 'win32' }), 'update.otherSystem'],
    ['of somebody else', () => smallUpdate({ by: signerOf(newPrivateKey()) }), 'update.foreign'],
    ['cut short', () => smallUpdate().subarray(0, -1), 'update.damaged'],
    ['that crashes', () => smallUpdate({ behaviour: { selfCheck: 'exit 1' } }), 'update.trialFailed'],
    ['that answers nonsense', () => smallUpdate({ behaviour: { answer: '{}' } }), 'update.trialFailed'],
    ['that is another version', () => smallUpdate({ behaviour: good('0.1.2') }), 'update.trialFailed'],
    ['that loses a report', () => smallUpdate({ behaviour: good('0.1.1', 1) }), 'update.trialFailed'],
  ];
  it.each(refused)('refuses one %s and changes nothing', async (_, update, code) => {
    const { root, take } = stage();
    const before = treeOf(root);
    expect(await take(update())).toMatchObject({ error: { code } });
    expect(treeOf(root)).toEqual(before);
  });

  it('is told of a failed backup, and of a place that it may not write to', async () => {
    const { root, take } = stage();
    const before = treeOf(root);
    const noBackup = failed('file.diskFull', { name: 'b' });
    expect(await take(smallUpdate(), { backUp: async () => noBackup })).toEqual(noBackup);
    if (process.getuid?.() !== 0) {
      chmodSync(root, 0o555);
      expect(await take(smallUpdate())).toMatchObject({ error: { code: 'update.folderReadOnly' } });
      chmodSync(root, 0o755);
    }
    expect(treeOf(root)).toEqual(before);
  });

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'removes what it wrote when the disk answers %s at any file',
    async (code) => {
      const { root, take } = stage();
      const before = treeOf(root);
      const names = { ENOSPC: 'update.diskFull', EIO: 'update.writeFailed', EROFS: 'update.folderReadOnly' };
      const answer = Object.assign(new Error(code), { code });
      for (let failing = 0; failing < 5; failing += 1) {
        let opened = 0;
        const disk = {
          async open(path: string, flags: string) {
            const file = await open(path, flags);
            const isFailing = opened === failing;
            opened += 1;
            if (!isFailing) return file;
            const fail = () => Promise.reject(answer);
            return { write: fail, chmod: fail, sync: fail, close: () => file.close() };
          },
        };
        expect(await take(smallUpdate(), { disk })).toMatchObject({
          error: { code: names[code as keyof typeof names] },
        });
        expect(treeOf(root)).toEqual(before);
      }
    },
  );

  it('goes on from what a killed one left, and not beside another one', async () => {
    const { root, take } = stage();
    mkdirSync(join(root, 'versions/.update/version/runtime'), { recursive: true });
    writeFileSync(join(root, 'versions/.update/version/runtime/node'), 'half');
    mkdirSync(join(root, 'versions/0.1.1'));
    const lock = acquireLock(updateLockPath(root), holder);
    expect(await take(smallUpdate({ behaviour: good('0.1.1') }))).toEqual(failed('update.busy'));
    if (lock.ok) lock.value.release();
    expect(await take(smallUpdate({ behaviour: good('0.1.1') }))).toMatchObject({ ok: true });
    expect(existsSync(join(root, 'versions/.update'))).toBe(false);
  });
});
