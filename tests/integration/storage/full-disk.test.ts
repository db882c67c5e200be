import { expect, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { fillDisk, mountSmallDisk, needsMounting } from '../../support/small-disk.ts';
import { openTestApp } from '../../support/workspace.ts';

test('a full disk: the save says so, what was saved stays, and the next save after making room succeeds', async (context) => {
  const folder = mountSmallDisk(2);
  if (folder === null) return context.skip(needsMounting);
  const app = await openTestApp(folder);
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const [chapter] = chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');

  const makeRoom = fillDisk(folder);
  const save = {
    id: chapter.id,
    revision: chapter.revision,
    body: documentFromTexts(['一年来办的事很多。'.repeat(4000)]),
  };
  expect((await app.fail('chapter.saveBody', save)).code).toBe('storage.full');
  expect((await app.call('report.read', { id: reportId })).chapters).toEqual(chapters);

  makeRoom();
  await app.call('chapter.saveBody', save);
  const after = (await app.call('report.read', { id: reportId })).chapters;
  expect(after.find(({ id }) => id === chapter.id)?.body).toEqual(save.body);
});
