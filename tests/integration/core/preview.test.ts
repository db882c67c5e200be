/** The pages of a real workspace's report, and what of them is sent again after an edit. */
import { describe, expect, test } from 'vitest';
import { drawnFonts } from '../../../src/shared/domain/page-nodes.ts';
import { openTestApp } from '../../support/workspace.ts';

const choice = { look: 'plain', mode: 'draft' } as const;

describe('preview.pages', () => {
  test('sends every page once, and after an edit only those that changed', async () => {
    const desk = await openTestApp();
    const { reportId } = await desk.call('sample.open', {});
    const first = await desk.call('preview.pages', { reportId, ...choice, known: [] });
    expect(first.pages.length).toBeGreaterThan(2);
    expect(first.pages.map(({ page }) => page?.number)).toEqual(first.pages.map((_, index) => index + 1));
    const known = first.pages.map(({ hash }) => hash);
    const again = await desk.call('preview.pages', { reportId, ...choice, known });
    expect(again.pages).toEqual(known.map((hash) => ({ hash, page: null })));

    await desk.call('report.update', { id: reportId, signature: '某某镇人民政府' });
    const edited = await desk.call('preview.pages', { reportId, ...choice, known });
    const sent = edited.pages.filter(({ page }) => page !== null);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThan(first.pages.length);
    expect(JSON.stringify(sent)).toContain('某某镇人民政府');
  });

  test('tells what drawing needs of the format, and prints 草稿 in a draft only', async () => {
    const desk = await openTestApp();
    const { reportId } = await desk.call('sample.open', {});
    const draft = await desk.call('preview.pages', { reportId, ...choice, known: [] });
    expect(drawnFonts(draft.format, () => false).western.families[0]).toBe('Times New Roman');
    const kinds = (answer: typeof draft) =>
      new Set(answer.pages.flatMap(({ page }) => page?.furniture.map(({ kind }) => kind) ?? []));
    expect(kinds(draft)).toEqual(new Set(['draft', 'pageNumber']));
    const formal = await desk.call('preview.pages', { reportId, look: 'plain', mode: 'formal', known: [] });
    expect(kinds(formal)).toEqual(new Set(['pageNumber']));
  });

  test('says that a report is not there', async () => {
    const desk = await openTestApp();
    const failure = await desk.fail('preview.pages', { reportId: 'nobody', ...choice, known: [] });
    expect(failure).toMatchObject({ code: 'report.notFound' });
  });
});
