/** Backups under a clock that jumps, and after a sleep of the computer: none is lost by it, and none held up. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBackupName } from '../../../src/main/core/storage/backups/backup-name.ts';
import { heldTime, withSample } from '../../support/written-sample.ts';

const ours = (folder: string) =>
  readdirSync(join(folder, '备份')).filter((name) => parseBackupName(name) !== null);
const year = 365 * 24 * 60;

async function working() {
  const clock = heldTime();
  const app = await withSample(undefined, clock.ports);
  let sentences = 0;
  return {
    folder: app.folder,
    pass: (minutes: number) => clock.pass(minutes, app),
    async write() {
      sentences += 1;
      await app.write(`第${sentences}句。`);
    },
    newestHoldsAll: async () =>
      (await app.call('backup.list', {})).backups.some(({ sameAsNow }) => sameAsNow),
  };
}

test('set back by a year, the next backup comes as soon as something was written, and then in its turn', async () => {
  const { folder, pass, write, newestHoldsAll } = await working();
  await pass(1);
  await write();
  await pass(-year);
  expect(await newestHoldsAll()).toBe(true);
  const count = ours(folder).length;
  await write();
  await pass(14);
  expect(ours(folder)).toHaveLength(count);
  await pass(1);
  expect(ours(folder)).toHaveLength(count + 1);
  expect(await newestHoldsAll()).toBe(true);
});

test('ten years ahead and back again: the three newest of the day are still there', async () => {
  const { folder, pass, write, newestHoldsAll } = await working();
  for (let round = 0; round < 3; round += 1) {
    await write();
    await pass(15);
  }
  const before = ours(folder);
  expect(before).toHaveLength(3);
  await pass(10 * year);
  await write();
  await pass(15);
  // As with a right clock: the fourth of a day takes the place of the first, and no more.
  expect(ours(folder)).toEqual(expect.arrayContaining(before.slice(1)));
  await pass(-10 * year);
  await write();
  await pass(15);
  expect(ours(folder)).toEqual(expect.arrayContaining(before.slice(1)));
  expect(await newestHoldsAll()).toBe(true);
});

test('after a night asleep the backup that became due is made at the first tick, and writing goes on', async () => {
  const { folder, pass, write, newestHoldsAll } = await working();
  await pass(1);
  await write();
  // No timer fired meanwhile: the first one after waking finds that nine hours have passed.
  await pass(9 * 60);
  expect(ours(folder)).toHaveLength(2);
  await write();
  await pass(15);
  expect(await newestHoldsAll()).toBe(true);
});
