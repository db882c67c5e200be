/** States of a report, kept by a real core in a real file. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { workspaceFileName } from '../../../src/main/core/storage/open.ts';
import { bindingsOf } from '../../../src/shared/domain/document.ts';
import { openTestApp } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

/** The sample, and a clock that a test moves by hand. */
async function started() {
  let now = Date.UTC(2025, 0, 6, 1);
  const app = await withSample(undefined, { clock: { now: () => new Date(now) } });
  return {
    ...app,
    states: async () => (await app.call('history.list', { reportId: app.reportId })).states,
    pass(minutes: number) {
      now += minutes * 60_000;
    },
  };
}

describe('states are kept by themselves', () => {
  test('before the first change, and then not oftener than every ten minutes', async () => {
    const { write, states, pass } = await started();
    expect(await states()).toEqual([]);
    await write('第一句。');
    await write('第二句。');
    expect((await states()).map(({ reason }) => reason)).toEqual(['work']);
    pass(9);
    await write('第三句。');
    expect(await states()).toHaveLength(1);
    pass(2);
    await write('第四句。');
    expect(await states()).toHaveLength(2);
  });

  test('a state says what stood before the change, numbers as they were shown', async () => {
    const { write, states, call, chapter, pass } = await started();
    await write('第一句。');
    pass(11);
    await write('第二句。');
    const [newest] = await states();
    const { content } = await call('history.read', { id: newest?.id ?? '' });
    const { id } = await chapter();
    expect(JSON.stringify(content.chapters.find((one) => one.id === id)?.body)).toContain('第一句。');
    expect(Object.values(content.shown)).toContain('58件');
  });

  test('a clock that was put back holds nothing up', async () => {
    const { write, states, pass } = await started();
    await write('第一句。');
    pass(-60);
    await write('第二句。');
    expect(await states()).toHaveLength(2);
    // Nor does it keep a state at every change until it has caught up.
    await write('第三句。');
    expect(await states()).toHaveLength(2);
  });

  test('a clock ten years ahead takes nothing away, also when it is put right again', async () => {
    const { write, states, pass } = await started();
    for (const sentence of ['一。', '二。', '三。', '四。']) {
      await write(sentence);
      pass(11);
    }
    const before = (await states()).map(({ id }) => id);
    const tenYears = 10 * 365 * 24 * 60;
    pass(tenYears);
    await write('错的时间里写的。');
    pass(11);
    await write('又写一句。');
    pass(-tenYears);
    await write('时间改回来了。');
    const after = (await states()).map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 3);
  });

  test('nothing new, nothing kept', async () => {
    const { write, states, pass, chapter, call } = await started();
    await write('第一句。');
    const { id } = await chapter();
    await call('chapter.update', { id, done: false });
    pass(11);
    await call('chapter.update', { id, done: false });
    pass(11);
    await call('chapter.update', { id, done: false });
    expect(await states()).toHaveLength(2);
  });

  test('a final version is kept with its sum, and another one after it was opened again', async () => {
    const { call, reportId, states, write } = await started();
    await call('report.update', { id: reportId, state: 'final' });
    await call('report.update', { id: reportId, state: 'draft' });
    await write('定稿之后又改的一句。');
    await call('report.update', { id: reportId, state: 'final' });
    const finals = (await states()).filter(({ reason }) => reason === 'final');
    expect(finals).toHaveLength(2);
    expect(new Set(finals.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  test('a rolled report begins with a state', async () => {
    const { call, reportId } = await started();
    const { templateKey, year } = (await call('report.read', { id: reportId })).report;
    const { id } = await call('report.create', {
      templateKey,
      outlineKey: null,
      year: year + 1,
      predecessorId: reportId,
    });
    const { states } = await call('history.list', { reportId: id });
    expect(states.map(({ reason }) => reason)).toEqual(['roll']);
  });
});

describe('an earlier state is brought back', () => {
  test('text, outline and head, with chapters removed since; and the step can be taken back', async () => {
    const { call, reportId, write, chapter, text } = await started();
    await write('留下的一句。');
    const { state } = await call('history.keep', { reportId });
    const kept = await call('report.read', { id: reportId });
    const first = await chapter();
    await call('report.update', { id: reportId, title: '另一个题目' });
    const added = await call('chapter.add', {
      reportId,
      parentId: null,
      position: 0,
      kind: 'section',
      heading: '后来添的一章',
    });
    await call('chapter.remove', { id: first.id });
    const changed = await call('report.read', { id: reportId });

    const restored = await call('history.restore', { id: state.id });
    const without = (content: typeof kept) => ({
      head: { ...content.report, updatedAt: '' },
      chapters: content.chapters.map((one) => ({ ...one, revision: 0 })),
    });
    expect(without(restored.content)).toEqual(without(kept));
    expect(await text()).toContain('留下的一句。');
    expect(restored.content.chapters.some(({ id }) => id === added.id)).toBe(false);

    const back = await call('history.restore', { id: restored.before });
    expect(without(back.content)).toEqual(without(changed));
  });

  test('a window that shows the text before meets a conflict and overwrites nothing', async () => {
    const { call, fail, reportId, write, chapter } = await started();
    await write('旧的一句。');
    const { state } = await call('history.keep', { reportId });
    await write('新的一句。');
    const before = await chapter();
    await call('history.restore', { id: state.id });
    const input = { id: before.id, revision: before.revision, body: before.body };
    expect(await fail('chapter.saveBody', input)).toMatchObject({ code: 'chapter.conflict' });
  });

  test('not into a final report', async () => {
    const { call, fail, reportId } = await started();
    const { state } = await call('history.keep', { reportId });
    await call('report.update', { id: reportId, state: 'final' });
    expect(await fail('history.restore', { id: state.id })).toMatchObject({ code: 'report.final' });
  });

  test('not from bytes that are not what was kept, nor from one that is gone', async () => {
    const { call, fail, reportId, folder, app } = await started();
    const { state } = await call('history.keep', { reportId });
    expect(await fail('history.restore', { id: 'nowhere' })).toMatchObject({ code: 'history.notFound' });
    app.close();
    const file = new Database(join(folder, workspaceFileName));
    file.exec("UPDATE report_state SET content = x'00ff'");
    file.close();
    const again = await openTestApp(folder);
    expect(await again.fail('history.restore', { id: state.id })).toMatchObject({ code: 'history.damaged' });
  });
});

describe('a final version', () => {
  test('is checked by its sum, and tells whether text or numbers have gone on since', async () => {
    const { call, write, fail, reportId } = await started();
    const final = async () => (await call('history.final', { reportId })).final;
    expect(await final()).toBeNull();
    await write('定稿前的一句。');
    await call('report.update', { id: reportId, state: 'final' });
    expect(await final()).toMatchObject({ state: { reason: 'final' }, sameText: true, changedNumbers: 0 });

    const { report, chapters } = await call('report.read', { id: reportId });
    const shown = new Set(
      chapters.flatMap(({ body }) => bindingsOf(body)).map(({ indicatorId }) => indicatorId),
    );
    const { observations } = await call('numbers.read', {});
    const cells = observations.filter(
      ({ indicatorId, year }) => shown.has(indicatorId) && year === report.year,
    );
    const entry = { kind: 'number' as const, value: '987654' };
    await call('numbers.set', { observations: cells.slice(0, 1).map((cell) => ({ ...cell, entry })) });
    const later = await final();
    expect(later?.sameText).toBe(true);
    expect(later?.changedNumbers).toBeGreaterThan(0);
    // What was final stands in its version as it was.
    const { content } = await call('history.read', { id: later?.state.id ?? '' });
    expect(JSON.stringify(content.shown)).not.toContain('987654');

    const { id, revision, body } = chapters[0] ?? { id: '', revision: 0, body: undefined };
    expect((await fail('chapter.saveBody', { id, revision, body })).code).toBe('report.final');
    await call('report.update', { id: reportId, state: 'draft' });
    await write('定稿后改的一句。');
    expect((await final())?.sameText).toBe(false);
    await call('report.update', { id: reportId, state: 'final' });
    expect((await final())?.sameText).toBe(true);
    const versions = (await call('history.list', { reportId })).states.filter(
      ({ reason }) => reason === 'final',
    );
    expect(new Set(versions.map(({ sha256 }) => sha256)).size).toBe(2);
  });
});
