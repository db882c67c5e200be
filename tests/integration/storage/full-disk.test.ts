import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

/** A real file system of two megabytes, or null where this user may not mount one. */
function mountSmallDisk(): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}

function fillDisk(folder: string): string {
  const filler = join(folder, 'filler');
  for (const size of [1 << 20, 1 << 16, 1 << 12]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  return filler;
}

test('a full disk: the save says so, what was saved stays, and the next save after making room succeeds', async (context) => {
  const folder = mountSmallDisk();
  if (folder === null) return context.skip('needs the right to mount a small file system (root on Linux)');
  const app = await openTestApp(folder);
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const [chapter] = chapters;
  if (chapter === undefined) throw new Error('the sample has no chapter');

  const filler = fillDisk(folder);
  const save = {
    id: chapter.id,
    revision: chapter.revision,
    body: documentFromTexts(['一年来办的事很多。'.repeat(4000)]),
  };
  expect((await app.fail('chapter.saveBody', save)).code).toBe('storage.full');
  expect((await app.call('report.read', { id: reportId })).chapters).toEqual(chapters);

  rmSync(filler);
  await app.call('chapter.saveBody', save);
  const after = (await app.call('report.read', { id: reportId })).chapters;
  expect(after.find(({ id }) => id === chapter.id)?.body).toEqual(save.body);
});
