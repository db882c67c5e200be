/** What the help tells of moving to another computer. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestApp } from '../../support/workspace.ts';

it('a backup laid into another computer’s folder of backups is listed there and gone back to', async () => {
  const old = await openTestApp();
  const { reportId } = await old.call('sample.open', {});
  const made = await old.call('backup.make', {});
  const fresh = await openTestApp();
  // It makes the folder.
  await fresh.call('backup.make', {});
  const { folder } = await fresh.call('backup.list', {});
  copyFileSync(join(old.folder, '备份', made.id), join(folder, made.id));
  const listed = (await fresh.call('backup.list', {})).backups.find(({ id }) => id === made.id);
  expect(listed).toMatchObject({ state: 'good', counts: made.counts });
  await fresh.call('backup.restore', { id: made.id });
  expect((await fresh.call('report.read', { id: reportId })).report.title).toBe(
    (await old.call('report.read', { id: reportId })).report.title,
  );
});
