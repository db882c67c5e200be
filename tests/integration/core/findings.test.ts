import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';

const wrong = '全年受理调解86件，成功82件，成功率98.3%。';

/** A new report with these paragraphs as its first chapter with a heading. */
async function reportWith(app: TestApp, texts: readonly string[]) {
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const chapter = chapters.find(({ heading }) => heading === '接受执法监督');
  if (chapter === undefined) throw new Error('the sample has changed');
  const save = async (revision: number, paragraphs: readonly string[]) =>
    (
      await app.call('chapter.saveBody', {
        id: chapter.id,
        revision,
        body: documentFromTexts(paragraphs),
      })
    ).revision;
  return { reportId, chapterId: chapter.id, save, revision: await save(chapter.revision, texts) };
}

const likelyOf = async (app: TestApp, reportId: string) =>
  (await app.call('finding.list', { reportId })).open.filter(({ severity }) => severity === 'likely');

describe('findings', () => {
  test('the sample has nothing that is likely wrong, and the same findings each time', async () => {
    const app = await openTestApp();
    const { reportId } = await app.call('sample.open', {});
    const first = await app.call('finding.list', { reportId });
    expect(first.open.filter(({ severity }) => severity === 'likely')).toEqual([]);
    expect(first.open.some(({ rule }) => rule === 'numberCarried')).toBe(true);
    expect(await app.call('finding.list', { reportId })).toEqual(first);
  });

  test('one that is set aside is listed apart with its reason, outlives edits elsewhere, and can be taken back', async () => {
    const app = await openTestApp();
    const { reportId, save, revision } = await reportWith(app, [wrong]);
    const [found] = await likelyOf(app, reportId);
    if (found === undefined) throw new Error('nothing was found');
    await app.call('finding.dismiss', { reportId, findingId: found.id, reason: ' 口径不同 ' });
    const after = await app.call('finding.list', { reportId });
    expect(after.open.map(({ id }) => id)).not.toContain(found.id);
    expect(after.dismissed.map(({ finding, reason }) => [finding.id, reason])).toEqual([
      [found.id, '口径不同'],
    ]);

    await save(revision, ['新写的一段话。', '又一段。', wrong]);
    const moved = await app.call('finding.list', { reportId });
    expect(moved.dismissed.map(({ finding }) => finding.place)).toEqual([{ ...found.place, paragraph: 2 }]);

    await app.call('finding.restore', { reportId, findingId: found.id });
    expect((await likelyOf(app, reportId)).map(({ id }) => id)).toEqual([found.id]);
    await app.call('finding.dismiss', { reportId, findingId: found.id, reason: '另有原因' });
    expect((await app.call('finding.list', { reportId })).dismissed[0]?.reason).toBe('另有原因');
  });

  test('it comes back by itself when its words change', async () => {
    const app = await openTestApp();
    const { reportId, save, revision } = await reportWith(app, [wrong]);
    const [found] = await likelyOf(app, reportId);
    await app.call('finding.dismiss', { reportId, findingId: found?.id ?? '', reason: '口径不同' });
    await save(revision, [wrong.replace('98.3', '97.3')]);
    const [again] = await likelyOf(app, reportId);
    expect(again?.rule).toBe(found?.rule);
    expect(again?.id).not.toBe(found?.id);
  });

  test('without a reason nothing is set aside, and what blocks a formal document never is', async () => {
    const app = await openTestApp();
    const { reportId } = await reportWith(app, [wrong]);
    const { open } = await app.call('finding.list', { reportId });
    const refused = await app.fail('finding.dismiss', { reportId, findingId: open[0]?.id, reason: '  ' });
    expect(refused.code).toBe('finding.reasonMissing');
    const blocking = open.find(({ severity }) => severity === 'blocks');
    await app.call('finding.dismiss', { reportId, findingId: blocking?.id ?? '', reason: '不管' });
    const after = await app.call('finding.list', { reportId });
    expect(after.open.map(({ id }) => id)).toContain(blocking?.id);
    expect(after.dismissed).toEqual([]);
  });

  test('dismissals outlive the program', async () => {
    const folder = join(temporaryFolder(), '资料');
    mkdirSync(folder);
    const app = await openTestApp(folder);
    const { reportId } = await reportWith(app, [wrong]);
    const [found] = await likelyOf(app, reportId);
    await app.call('finding.dismiss', { reportId, findingId: found?.id ?? '', reason: '口径不同' });
    app.app.close();
    const again = await openTestApp(folder);
    const { dismissals, template } = await again.call('finding.basis', { reportId });
    expect(dismissals.map(({ findingId, reason }) => [findingId, reason])).toEqual([[found?.id, '口径不同']]);
    expect(template.topics.length).toBeGreaterThan(0);
  });

  test('an unknown report is told as such', async () => {
    const app = await openTestApp();
    expect((await app.fail('finding.list', { reportId: 'none' })).code).toBe('report.notFound');
    expect((await app.fail('finding.basis', { reportId: 'none' })).code).toBe('report.notFound');
  });
});
