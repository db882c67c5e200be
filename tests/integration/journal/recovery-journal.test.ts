/** What the workspace could not take: kept by a real core on a real disk, offered at the next start, taken in. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import type { UnsavedItem } from '../../../src/shared/domain/unsaved.ts';
import { fillDisk, mountSmallDisk, needsMounting } from '../../support/small-disk.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';
import { withSample, writing } from '../../support/written-sample.ts';

const journalFolder = (folder: string) => join(folder, '未存内容');
const journals = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xbj')) : [];

async function started(folder?: string, journalFolders: string[] = []) {
  const app = await withSample(folder, { journalFolders });
  const session = randomUUID();
  const { report } = await app.call('report.read', { id: app.reportId });
  const named = { id: report.id, title: report.title, year: report.year };
  const { id: chapterId, heading, revision } = await app.chapter();
  const bodyOf = (text: string): UnsavedItem => ({
    kind: 'body',
    chapterId,
    heading,
    revision,
    body: documentFromTexts([text]),
  });
  return {
    ...app,
    session,
    chapterId,
    named,
    bodyOf,
    keep: (...items: UnsavedItem[]) => app.call('journal.keep', { session, report: named, items }),
  };
}

/** The program after its end, however it came. */
async function restarted(
  { app, folder, reportId }: TestApp & { reportId: string },
  journalFolders: string[] = [],
) {
  app.close();
  const again = await openTestApp(folder, { journalFolders });
  return { ...again, ...writing(again, reportId) };
}

describe('what was kept', () => {
  test('is offered at the next start, told by chapter and characters, and compared with what stands', async () => {
    const first = await started();
    const { beside, folder } = await first.keep(first.bodyOf('没存进去的话。'));
    expect({ beside, folder }).toEqual({ beside: true, folder: journalFolder(first.folder) });
    // The window that wrote it is still there: it is not offered what it shows.
    expect((await first.call('journal.list', {})).entries).toEqual([]);
    const again = await restarted(first);
    const { entries } = await again.call('journal.list', {});
    expect(entries).toMatchObject([
      { report: first.named, state: 'ready', pieces: [{ kind: 'body', count: 7, state: 'newer' }] },
    ]);
    expect(entries[0]?.text).toContain('没存进去的话。');
    const { pairs } = await again.call('journal.compare', { id: entries[0]?.id ?? '' });
    expect(JSON.stringify(pairs)).toContain('没存进去的话。');
    expect(await again.text()).not.toContain('没存进去的话。');
  });

  test('taken in, it stands in the report, is offered no more, and can be taken back', async () => {
    const first = await started();
    const before = await first.text();
    const [cell] = (await first.call('numbers.read', {})).observations;
    if (cell === undefined) throw new Error('the sample has no numbers');
    const unsavedCell = { ...cell, note: '没存进去的备注' };
    await first.keep(
      first.bodyOf('没存进去的话。'),
      { kind: 'heading', chapterId: first.chapterId, patch: { heading: '没存进去的标题' } },
      { kind: 'report', patch: { addressee: '没存进去的主送机关' } },
      { kind: 'numbers', observations: [unsavedCell] },
    );
    const again = await restarted(first);
    const id = (await again.call('journal.list', {})).entries[0]?.id ?? '';
    const accepted = await again.call('journal.accept', { id });
    expect(await again.text()).toContain('没存进去的话。');
    expect((await again.chapter()).heading).toBe('没存进去的标题');
    expect(accepted.content.report.addressee).toBe('没存进去的主送机关');
    expect(accepted.numbersBefore).toEqual([cell]);
    expect((await again.call('numbers.read', {})).observations).toContainEqual(unsavedCell);
    expect((await again.call('journal.list', {})).entries).toEqual([]);
    expect(journals(journalFolder(first.folder))).toEqual([]);
    await again.call('history.restore', { id: accepted.before });
    expect(await again.text()).toBe(before);
  });

  test('and saved after all goes away by itself, with its file', async () => {
    const first = await started();
    await first.keep(first.bodyOf('先没存上。'));
    await first.write('先没存上。');
    await first.call('journal.settle', {
      session: first.session,
      reportId: first.reportId,
      keys: [`body ${first.chapterId}`],
    });
    expect(journals(journalFolder(first.folder))).toEqual([]);
  });

  test('and saved in the last moment before the end, unnoticed, is not offered', async () => {
    const first = await started();
    await first.keep(first.bodyOf('最后一刻存上了。'));
    await first.write('最后一刻存上了。');
    const again = await restarted(first);
    expect((await again.call('journal.list', {})).entries).toEqual([]);
    expect(journals(journalFolder(first.folder))).toEqual([]);
  });

  test('put aside, it is offered no more and stays as a file', async () => {
    const first = await started();
    await first.keep(first.bodyOf('以后再说的话。'));
    const again = await restarted(first);
    const id = (await again.call('journal.list', {})).entries[0]?.id ?? '';
    await again.call('journal.putAside', { id });
    expect((await again.call('journal.list', {})).entries).toEqual([]);
    expect(journals(join(journalFolder(first.folder), '已放下'))).toHaveLength(1);
    expect((await again.fail('journal.accept', { id })).code).toBe('journal.notFound');
  });

  test('says so where the workspace has gone on since, and where its chapter is gone', async () => {
    const first = await started();
    await first.keep(first.bodyOf('较早的话。'), {
      kind: 'body',
      chapterId: randomUUID(),
      heading: '不在了的一章',
      revision: 0,
      body: documentFromTexts(['不在了的章里的话。']),
    });
    await first.write('后来又写了别的。');
    const again = await restarted(first);
    const { entries } = await again.call('journal.list', {});
    expect(entries[0]?.pieces.map(({ state }) => state)).toEqual(['changedSince', 'gone']);
    const { content } = await again.call('journal.accept', { id: entries[0]?.id ?? '' });
    expect(content.chapters.find(({ heading }) => heading === '不在了的一章')?.body).toEqual(
      documentFromTexts(['不在了的章里的话。']),
    );
    expect((await again.call('journal.list', {})).entries).toEqual([]);
  });

  test('of a report that was made final waits until it is opened again', async () => {
    const first = await started();
    await first.keep(first.bodyOf('定稿前没存上。'));
    await first.call('report.update', { id: first.reportId, state: 'final' });
    const again = await restarted(first);
    const [entry] = (await again.call('journal.list', {})).entries;
    expect(entry?.state).toBe('final');
    expect((await again.fail('journal.accept', { id: entry?.id ?? '' })).code).toBe('report.final');
    await again.call('report.update', { id: first.reportId, state: 'draft' });
    await again.call('journal.accept', { id: entry?.id ?? '' });
    expect(await again.text()).toContain('定稿前没存上。');
  });

  test('with a torn end is offered as far as it is whole', async () => {
    const first = await started();
    await first.keep(first.bodyOf('整的一条。'));
    await first.keep({ kind: 'report', patch: { title: '撕掉的一条' } });
    const [name = ''] = journals(journalFolder(first.folder));
    const path = join(journalFolder(first.folder), name);
    truncateSync(path, readFileSync(path).byteLength - 5);
    const again = await restarted(first);
    const { entries } = await again.call('journal.list', {});
    expect(entries[0]?.pieces.map(({ kind }) => kind)).toEqual(['body']);
  });

  test('of another workspace at a shared place is not offered here', async () => {
    const elsewhere = temporaryFolder();
    const blocked = await started(undefined, [elsewhere]);
    writeFileSync(journalFolder(blocked.folder), 'in the way');
    expect((await blocked.keep(blocked.bodyOf('甲库的话。'))).beside).toBe(false);
    const other = await openTestApp(undefined, { journalFolders: [elsewhere] });
    expect((await other.call('journal.list', {})).entries).toEqual([]);
    const again = await restarted(blocked, [elsewhere]);
    expect((await again.call('journal.list', {})).entries).toHaveLength(1);
  });

  test('stays small however often it is replaced', async () => {
    const first = await started();
    const noise = () => Array.from({ length: 400 }, () => randomUUID()).join('');
    for (let round = 0; round < 250; round += 1) await first.keep(first.bodyOf(noise()));
    const [name = ''] = journals(journalFolder(first.folder));
    expect(readFileSync(join(journalFolder(first.folder), name)).byteLength).toBeLessThan(1_200_000);
  });
});

describe('where it cannot stand beside the workspace', () => {
  test('a full disk has its reserve, which no save can use up, and what follows goes elsewhere when that is used up', async (context) => {
    const folder = mountSmallDisk(4);
    if (folder === null) return context.skip(needsMounting);
    const elsewhere = temporaryFolder();
    const app = await started(folder, [elsewhere]);
    const makeRoom = fillDisk(folder);
    expect((await app.keep(app.bodyOf('盘满了还在写。'))).beside).toBe(true);
    expect((await app.keep(app.bodyOf('又写了一句。'))).beside).toBe(true);
    const { revision } = await app.chapter();
    const save = { id: app.chapterId, revision, body: documentFromTexts(['满。'.repeat(40_000)]) };
    expect((await app.fail('chapter.saveBody', save)).code).toBe('storage.full');
    const { beside } = await app.keep(
      app.bodyOf(`预留也用完了。${Array.from({ length: 20_000 }, () => randomUUID()).join('')}`),
    );
    expect(beside).toBe(false);
    expect(journals(elsewhere)).toHaveLength(1);
    makeRoom();
    const again = await restarted(app, [elsewhere]);
    const texts = (await again.call('journal.list', {})).entries.map(({ text }) => text);
    // Once, as it was last: what it replaced still stands at the first place.
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('预留也用完了。');
    const id = (await again.call('journal.list', {})).entries[0]?.id ?? '';
    await again.call('journal.accept', { id });
    expect((await again.call('journal.list', {})).entries).toEqual([]);
  });

  test('a folder that is gone is not made anew; nothing that can be written is said plainly', async () => {
    const folder = join(temporaryFolder(), '资料');
    mkdirSync(folder);
    const elsewhere = temporaryFolder();
    const app = await started(folder, [elsewhere]);
    renameSync(folder, `${folder}-别处`);
    expect((await app.keep(app.bodyOf('夹子被移走了。'))).beside).toBe(false);
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-别处`, folder);
  });

  test('no place at all: the page is told', async () => {
    const app = await started();
    writeFileSync(journalFolder(app.folder), 'in the way');
    const failure = await app.fail('journal.keep', {
      session: app.session,
      report: app.named,
      items: [app.bodyOf('没有地方。')],
    });
    expect(failure.code).toBe('journal.notWritten');
  });
});
