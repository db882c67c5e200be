/** What opens a workspace: for the first time, after a crash, of an older version, or damaged. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { hash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { backupFolderOf } from '../../../src/main/core/storage/backups/backup-name.ts';
import { temporaryPath } from '../../../src/main/core/storage/backups/temporary-files.ts';
import { rebuildDigests } from '../../../src/main/core/storage/integrity/row-digests.ts';
import { quoted, readTables } from '../../../src/main/core/storage/integrity/tables.ts';
import { migrate } from '../../../src/main/core/storage/migrate.ts';
import { migrations } from '../../../src/main/core/storage/migrations/index.ts';
import { workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { writeDownExchange } from '../../../src/main/core/storage/recovery/pending-exchange.ts';
import { planRecovery, type RecoverFrom, recover } from '../../../src/main/core/storage/recovery/recover.ts';
import type { FaultOperation } from './operations.ts';
import { crash, type Scene, writeBefore } from './scene.ts';

const fileOf = ({ folder }: Pick<Scene, 'folder'>) => join(folder, workspaceFileName);

async function prepareWritten(scene: Scene): Promise<void> {
  await scene.must('sample.open', {});
  await scene.must('backup.make', {});
  await writeBefore(scene, 'first', '备份以后的文字。');
}

/** The same rows in the tables as they were one version ago. */
async function prepareOlderVersion(scene: Scene): Promise<void> {
  await scene.must('sample.open', {});
  await writeBefore(scene, 'first', '旧版本里的文字。');
  scene.close();
  const path = fileOf(scene);
  const older = new Database(`${path}-older`);
  migrate(older, migrations.slice(0, -1));
  older.pragma('foreign_keys = OFF');
  older.prepare('ATTACH ? AS newer').run(path);
  for (const { name, columns } of readTables(older)) {
    const names = columns.map((column) => quoted(column.name)).join(', ');
    older.exec(`DELETE FROM main.${quoted(name)}`);
    older.exec(`INSERT INTO main.${quoted(name)} (${names}) SELECT ${names} FROM newer.${quoted(name)}`);
  }
  older.exec('DETACH newer');
  rebuildDigests(older);
  older.close();
  renameSync(`${path}-older`, path);
  rmSync(`${path}-closed`);
}

function damage(scene: Scene): void {
  scene.close();
  const bytes = readFileSync(fileOf(scene));
  const at = bytes.indexOf('备份以后的文字。');
  if (at < 0) throw new Error('the text is not in the file');
  bytes.write('备分以后的文字。', at);
  writeFileSync(fileOf(scene), bytes);
}

/** A damaged workspace, and beside it the sum of its bytes. */
async function prepareDamaged(scene: Scene): Promise<void> {
  await prepareWritten(scene);
  damage(scene);
  writeFileSync(join(scene.root, '损坏的.sha256'), hash('sha256', readFileSync(fileOf(scene))));
}

async function judgeAside({ folder, root }: Scene): Promise<void> {
  const aside = readdirSync(folder).filter((one) => /^资料库-损坏-.*\.xbdb$/.test(one));
  deepStrictEqual(aside.length, 1, 'one file is put aside');
  deepStrictEqual(
    hash('sha256', readFileSync(join(folder, aside[0] ?? ''))),
    readFileSync(join(root, '损坏的.sha256'), 'utf8'),
    'the damaged file is not as it was',
  );
}

function recovery(name: string, from: RecoverFrom): FaultOperation {
  const work = ({ folder, dependencies: { clock, holder } }: Scene) =>
    recover({ folder, clock, holder }, from);
  return { name, opensItself: true, prepare: prepareDamaged, act: work, recover: work, judge: judgeAside };
}

/** A recovery that was killed when it had only been written down what is to be exchanged. */
async function preparePendingRecovery(scene: Scene): Promise<void> {
  await prepareDamaged(scene);
  const backups = backupFolderOf(scene.folder);
  const replacement = temporaryPath(scene.folder);
  copyFileSync(join(backups, readdirSync(backups)[0] ?? ''), replacement);
  writeDownExchange(scene.folder, {
    aside: [{ from: workspaceFileName, to: '资料库-损坏-昨天.xbdb' }],
    replacement: { from: basename(replacement), to: workspaceFileName },
  });
}

export const startingOperations: readonly FaultOperation[] = [
  { name: 'create', opensItself: true, prepare: async () => {}, act: (scene) => scene.open() },
  {
    name: 'openAfterCrash',
    async prepare(scene) {
      await prepareWritten(scene);
      crash(scene);
    },
    opensItself: true,
    act: (scene) => scene.open(),
  },
  {
    name: 'migration',
    prepare: prepareOlderVersion,
    opensItself: true,
    act: (scene) => scene.open(),
    async judge(scene) {
      const { backups } = await scene.must('backup.list', {});
      ok(
        backups.some(({ reason, state }) => reason === 'beforeUpgrade' && state === 'good'),
        'there is no backup of the state before the migration',
      );
    },
  },
  {
    // Only looks, but at copies.
    name: 'plan',
    prepare: prepareDamaged,
    opensItself: true,
    act: ({ folder, dependencies: { clock, holder } }) => planRecovery({ folder, clock, holder }),
    recover: ({ folder, dependencies: { clock, holder } }) =>
      recover({ folder, clock, holder }, { kind: 'salvage' }),
  },
  recovery('recover', { kind: 'newest' }),
  recovery('salvage', { kind: 'salvage' }),
  {
    name: 'finishRecovery',
    opensItself: true,
    prepare: preparePendingRecovery,
    act: (scene) => scene.open(),
    judge: judgeAside,
  },
];
