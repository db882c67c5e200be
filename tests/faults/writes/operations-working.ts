/** What is done in an open workspace: savings, states, backups, a restore, the end of the day. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFileName } from '../../../src/main/core/storage/open.ts';
import type { FaultOperation } from './operations.ts';
import { crash, type Scene, sceneIn, theReport, write, writeBefore } from './scene.ts';

/** Some pages of the file, so that a saving is more than one write. */
const longText = '一年来，镇党委、镇政府把法治建设摆在全局工作的重要位置来抓。'.repeat(300);

/** Bytes of a log at which the next saving reaches the thousand pages that make SQLite carry it over. */
const almostCarriedOver = 988 * (4096 + 24);

async function prepareSample(scene: Scene): Promise<void> {
  await scene.must('sample.open', {});
  await writeBefore(scene, 'first', '较早的文字。');
}

async function goodBackups(scene: Scene): Promise<string[]> {
  const { backups } = await scene.must('backup.list', {});
  for (const { id, state } of backups) deepStrictEqual([id, state], [id, 'good']);
  return backups.map(({ id }) => id);
}

async function judgeBackup(scene: Scene, told: string): Promise<void> {
  const { length } = await goodBackups(scene);
  ok(length === 1 || length === 2, `${length} backups`);
  if (told === 'done') deepStrictEqual(length, 2);
}

/** Days before, as far as the names of backups are concerned. */
async function prepareManyBackups(scene: Scene): Promise<void> {
  await prepareSample(scene);
  scene.close();
  for (const hour of [-30, -29, 1, 2, 3, 4]) {
    const earlier = sceneIn(scene.root, { hour, ids: `hour${hour}` });
    await writeBefore(earlier, 'first', `第${hour}时的文字。`);
    await earlier.must('backup.make', {});
    earlier.close();
  }
}

/** The newest of the day before, and three of today; before the last one is told only what must not be gone. */
async function judgeThinning(scene: Scene, told: string): Promise<void> {
  const ids = await goodBackups(scene);
  const older = ids.filter((id) => id.includes('自动') || id.includes('手动'));
  ok(
    older.some((id) => id.startsWith('2025-01-05T19')),
    'the newest of the day before is gone',
  );
  for (const hour of ['03', '04']) {
    ok(
      older.some((id) => id.startsWith(`2025-01-07T${hour}`)),
      `the one of ${hour} h is gone`,
    );
  }
  if (told === 'done') ok(ids.some((id) => id.startsWith('2025-01-07T09')));
}

export const workingOperations: readonly FaultOperation[] = [
  {
    name: 'save',
    prepare: prepareSample,
    act: (scene) => write(scene, 'first', longText),
  },
  {
    // The log has grown until this saving makes SQLite carry it over into the file.
    name: 'checkpoint',
    async prepare(scene) {
      await prepareSample(scene);
      const log = join(scene.folder, `${workspaceFileName}-wal`);
      for (let count = 0; statSync(log).size < almostCarriedOver; count += 1) {
        await writeBefore(scene, 'first', `${count}${longText}`);
      }
      crash(scene);
    },
    act: (scene) => write(scene, 'first', longText),
  },
  {
    name: 'cell',
    prepare: prepareSample,
    async act(scene) {
      const { observations } = await scene.must('numbers.read', {});
      const cell = observations.find(({ entry }) => entry.kind === 'number');
      if (cell === undefined) throw new Error('the sample has no number');
      return scene.call('numbers.set', {
        observations: [{ ...cell, source: '改过的来源', entry: { kind: 'number', value: '7' } }],
      });
    },
  },
  {
    name: 'history',
    prepare: prepareSample,
    async act(scene) {
      const { report } = await theReport(scene);
      return scene.call('history.keep', { reportId: report.id });
    },
  },
  {
    name: 'goBack',
    async prepare(scene) {
      await prepareSample(scene);
      const { report } = await theReport(scene);
      await scene.must('history.keep', { reportId: report.id });
      await writeBefore(scene, 'first', '后来的文字。');
    },
    async act(scene) {
      const { report } = await theReport(scene);
      const { states } = await scene.must('history.list', { reportId: report.id });
      const state = states.find(({ reason }) => reason === 'manual');
      if (state === undefined) throw new Error('no state was kept');
      return scene.call('history.restore', { id: state.id });
    },
  },
  {
    name: 'close',
    prepare: prepareSample,
    async act(scene) {
      const outcome = await write(scene, 'first', longText);
      scene.close();
      return outcome;
    },
  },
  {
    name: 'backup',
    async prepare(scene) {
      await prepareSample(scene);
      await scene.must('backup.make', {});
      await writeBefore(scene, 'first', '后来的文字。');
    },
    act: (scene) => scene.call('backup.make', {}),
    judge: judgeBackup,
  },
  {
    name: 'thinning',
    prepare: prepareManyBackups,
    async arrange(scene) {
      await writeBefore(scene, 'first', '最后的文字。');
    },
    act: (scene) => scene.call('backup.make', {}),
    judge: judgeThinning,
  },
  {
    name: 'restore',
    async prepare(scene) {
      await prepareSample(scene);
      await scene.must('backup.make', {});
      await writeBefore(scene, 'first', '后来的文字。');
    },
    async act(scene) {
      const { backups } = await scene.must('backup.list', {});
      const manual = backups.find(({ reason }) => reason === 'manual');
      if (manual === undefined) throw new Error('no backup was made');
      return scene.call('backup.restore', { id: manual.id });
    },
    async judge(scene, told) {
      const ids = await goodBackups(scene);
      ok(ids.some((id) => id.includes('手动')));
      if (told === 'done') ok(ids.some((id) => id.includes('恢复前')));
    },
  },
];
