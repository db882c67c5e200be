import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Call } from '../../../../src/renderer/api/client.ts';
import { closedSession, type ReportSession } from '../../../../src/renderer/app/session/session-state.ts';
import { createPreviewSession } from '../../../../src/renderer/features/preview/create-preview-session.ts';
import { firstChoice, type PreviewChoice } from '../../../../src/renderer/features/preview/preview-choice.ts';
import type { DocumentPage } from '../../../../src/shared/domain/paged-document.ts';
import { done, failed } from '../../../../src/shared/errors.ts';
import { createFakeTimers } from '../fake-timers.ts';
import { report } from '../report.ts';
import { page, paragraph } from './pages.ts';

const draft: PreviewChoice = { look: 'formal', mode: 'draft' };

/** A report behind a core that makes a page of each text; its answer waits while `core.hold` is set. */
function stage(...texts: string[]) {
  const clock = createFakeTimers();
  const session = createStore<ReportSession>()(
    () => ({ ...closedSession(), report: report(), flush: async () => {} }) as ReportSession,
  );
  const core = {
    texts,
    asked: [] as { known: readonly string[]; mode: string }[],
    forgets: false,
    refuse: false,
    hold: null as Promise<void> | null,
  };
  const pagesNow = () =>
    core.texts.map((text, index): DocumentPage => page(index + 1, [paragraph('a', index, text)]));
  const answer = async (_method: string, input: { known: readonly string[]; mode: string }) => {
    core.asked.push(input);
    const now = pagesNow();
    if (core.hold !== null) await core.hold;
    if (core.refuse) return failed('report.notFound');
    const pages = now.map((one) => {
      const hash = `${input.mode} ${JSON.stringify(one)}`;
      const isKnown = input.known.includes(hash) || (core.forgets && input.known.length > 0);
      return { hash, page: isKnown ? null : one };
    });
    return done({ title: '', pages, format: { fonts: {}, westernFont: 'Times New Roman' } });
  };
  const kept = new Map<string, PreviewChoice>();
  const preview = createPreviewSession({
    call: answer as unknown as Call,
    session,
    timers: clock.timers,
    keepChoice: (reportId, choice) => kept.set(reportId, choice),
    keptChoice: (reportId) => kept.get(reportId) ?? firstChoice,
  });
  let saves = 0;
  return {
    clock,
    core,
    preview,
    session,
    kept,
    save() {
      saves += 1;
      session.setState({ lastSavedAt: `2025-01-01T00:00:${String(saves).padStart(2, '0')}Z` });
    },
    shown: () => preview.store.getState().shown?.pages.map(({ page: one }) => one) ?? null,
  };
}

const wordsOf = (pages: readonly DocumentPage[] | null) =>
  pages?.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'text' ? (block.lines[0]?.segments[0]?.text ?? '') : [])),
  );

test('pages are asked for at once, and after a save only what changed comes anew', async () => {
  const { clock, core, preview, save, shown } = stage('甲', '乙', '丙');
  preview.follow('r', 'looking');
  await clock.settle();
  const before = shown();
  expect(wordsOf(before)).toEqual(['甲', '乙', '丙']);
  const format = preview.store.getState().shown?.format;
  expect(format).toBeDefined();
  core.texts = ['甲', '改过的乙', '丙'];
  save();
  await clock.pass(100);
  const after = shown();
  expect(wordsOf(after)).toEqual(['甲', '改过的乙', '丙']);
  expect(core.asked.map(({ known }) => known.length)).toEqual([0, 3]);
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
  expect(after?.[2]).toBe(before?.[2]);
  // Nor do other fonts repaint them.
  expect(preview.store.getState().shown?.format).toBe(format);
});

test('saves that come while pages are made are one more question, and the old pages stay meanwhile', async () => {
  const { clock, core, preview, save, shown } = stage('甲');
  preview.follow('r', 'looking');
  await clock.settle();
  let release = () => {};
  core.hold = new Promise((resolve) => {
    release = resolve;
  });
  core.texts = ['乙'];
  save();
  await clock.pass(100);
  core.texts = ['丙'];
  for (let more = 0; more < 3; more += 1) {
    save();
    await clock.pass(100);
  }
  expect(wordsOf(shown())).toEqual(['甲']);
  expect(core.asked).toHaveLength(2);
  core.hold = null;
  release();
  await clock.settle();
  expect(wordsOf(shown())).toEqual(['丙']);
  expect(core.asked).toHaveLength(3);
});

test('another choice is kept for the report, and an answer for the old one is not shown as the new one', async () => {
  const { clock, core, preview, kept, shown } = stage('甲');
  let release = () => {};
  core.hold = new Promise((resolve) => {
    release = resolve;
  });
  preview.follow('r', 'looking');
  await clock.settle();
  preview.choose(draft);
  core.hold = null;
  release();
  await clock.settle();
  expect(preview.store.getState().shown?.choice).toEqual(draft);
  expect(shown()).toHaveLength(1);
  expect(core.asked.map(({ mode }) => mode)).toEqual(['formal', 'draft']);
  expect(kept.get('r')).toEqual(draft);
});

test('a core that no longer has a known page is asked for all of them', async () => {
  const { clock, core, preview, save, shown } = stage('甲');
  preview.follow('r', 'looking');
  await clock.settle();
  core.forgets = true;
  core.texts = ['乙'];
  save();
  await clock.pass(100);
  expect(wordsOf(shown())).toEqual(['乙']);
  expect(core.asked.map(({ known }) => known.length)).toEqual([0, 1, 0]);
});

test('a failure leaves the pages, is told, and passes with the next success', async () => {
  const { clock, core, preview, save, shown } = stage('甲');
  preview.follow('r', 'looking');
  await clock.settle();
  core.refuse = true;
  save();
  await clock.pass(100);
  expect(preview.store.getState().failure?.code).toBe('report.notFound');
  expect(wordsOf(shown())).toEqual(['甲']);
  core.refuse = false;
  preview.retry();
  await clock.settle();
  expect(preview.store.getState().failure).toBeNull();
});

test('pages that were asked for before somebody came to look are not yet the current ones', async () => {
  const { clock, core, preview, session } = stage('甲');
  const isCurrent = () => preview.store.getState().isCurrent;
  let answer = () => {};
  core.hold = new Promise((resolve) => {
    answer = resolve;
  });
  preview.follow('r', 'counting')();
  const leave = preview.follow('r', 'counting');
  await clock.pass(3000);
  leave();
  let saved = () => {};
  session.setState({
    flush: () =>
      new Promise((resolve) => {
        saved = resolve;
      }),
  });
  preview.follow('r', 'looking');
  core.hold = null;
  answer();
  await clock.settle();
  expect(preview.store.getState().shown).not.toBeNull();
  expect(isCurrent()).toBe(false);
  saved();
  await clock.settle();
  expect(isCurrent()).toBe(true);
});

test('what waits to be saved is saved first', async () => {
  const { clock, core, preview, session, shown } = stage('甲');
  session.setState({
    flush: async () => {
      core.texts = ['刚写的'];
    },
  });
  preview.follow('r', 'looking');
  await clock.settle();
  expect(wordsOf(shown())).toEqual(['刚写的']);
});

test('beside somebody who writes, pages are counted only after a pause, and nobody is asked after leaving', async () => {
  const { clock, core, preview, session, save } = stage('甲');
  const leave = preview.follow('r', 'counting');
  for (let key = 0; key < 5; key += 1) {
    session.setState({ chapters: [] });
    await clock.pass(500);
    save();
    await clock.pass(500);
  }
  expect(core.asked).toHaveLength(0);
  await clock.pass(3000);
  expect(core.asked).toHaveLength(1);
  leave();
  save();
  await clock.pass(10_000);
  expect(core.asked).toHaveLength(1);
});

test('another report begins with its own choice and without pages of the first', async () => {
  const { clock, preview, kept, shown } = stage('甲');
  kept.set('other', draft);
  preview.follow('r', 'looking')();
  await clock.settle();
  const leave = preview.follow('other', 'looking');
  expect(preview.store.getState().choice).toEqual(draft);
  expect(shown()).toBeNull();
  await clock.settle();
  expect(shown()).toHaveLength(1);
  leave();
});
