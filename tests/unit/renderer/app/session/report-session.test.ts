import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createReportSession } from '../../../../../src/renderer/app/session/create-report-session.ts';
import type { SessionNotice } from '../../../../../src/renderer/app/session/session-notices.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { done, type Failure, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';
import { report as draft } from '../../report.ts';
import { elsewhere } from './elsewhere.ts';

const text = (words: string) => documentFromTexts([words]);
const savedAt = '2025-02-01T08:00:00Z';

const report = draft();

function chapter(id: string, position: number): Chapter {
  return {
    id,
    parentId: null,
    position,
    kind: 'section',
    heading: id,
    runIn: false,
    templateChapterKey: null,
    body: text(id),
    done: false,
    revision: 1,
  };
}

/** A core that keeps one report in memory and can be told to refuse. */
function createFakeCore() {
  const core = {
    report,
    chapters: [chapter('a', 0), chapter('b', 1)],
    removed: [] as Chapter[],
    calls: [] as string[],
    refuse: null as { method: string; failure: Failure } | null,
  };
  const answer = (method: string, input: Record<string, unknown>): Outcome<unknown> => {
    core.calls.push(method);
    if (core.refuse?.method === method) return { ok: false, error: core.refuse.failure };
    const id = String(input.id);
    const structure = () => done({ savedAt, chapters: core.chapters });
    switch (method) {
      case 'report.read':
        return done({ report: core.report, chapters: core.chapters });
      case 'numbers.read':
        return done({ topics: [], offices: [], indicators: [], observations: [] });
      case 'report.readPredecessor':
        return done({ content: null });
      case 'formatProfile.read':
        return done({
          id: input.id,
          name: '县府办',
          profile: { ...nationalStandardProfile, numbering: ['chapter', 'none', 'none', 'none'] },
        });
      case 'formatProfile.ofReport':
        return done({ id: null, name: '', profile: nationalStandardProfile });
      case 'report.guidance':
        return done({ usualLength: { minimum: 1, maximum: 2 }, chapters: [] });
      case 'report.update':
        if (core.report.state === 'final' && Object.keys(input).length > 2) return failed('report.final');
        core.report = { ...core.report, ...input };
        return done({ savedAt });
      case 'chapter.saveBody': {
        const stored = core.chapters.find((one) => one.id === id);
        if (stored === undefined || stored.revision !== input.revision) return failed('chapter.conflict');
        core.chapters = core.chapters.map((one) =>
          one.id === id ? { ...one, ...input, revision: one.revision + 1 } : one,
        );
        return done({ savedAt, revision: stored.revision + 1 });
      }
      case 'numbers.set':
        return done({ savedAt, previous: [] });
      case 'chapter.remove':
        core.removed = core.chapters.filter((one) => one.id === id);
        core.chapters = core.chapters.filter((one) => one.id !== id);
        return structure();
      case 'chapter.restore':
        core.chapters = [...core.chapters, ...core.removed];
        return structure();
      default:
        return failed('method.unknown');
    }
  };
  const call: Call = async (method, input) => JSON.parse(JSON.stringify(answer(method, { ...input })));
  return { core, call };
}

async function setUp() {
  const { core, call } = createFakeCore();
  const time = createFakeTimers();
  const notices: SessionNotice[] = [];
  const store = createReportSession({
    call,
    timers: time.timers,
    tell: (notice) => notices.push(notice),
    ...elsewhere,
  });
  await store.getState().openReport('r');
  const stored = (id: string) => core.chapters.find((one) => one.id === id);
  return { core, store, notices, stored, session: store.getState, ...time };
}

describe('report session', () => {
  it('opens a report with its first chapter selected and nothing to save', async () => {
    const { session } = await setUp();
    expect(session().phase).toEqual({ kind: 'open', reportId: 'r' });
    expect(session().selectedChapterId).toBe('a');
    expect(session().numbered.map(({ marker }) => marker)).toEqual(['一、', '二、']);
    expect(session().saveState).toEqual({ kind: 'saved', at: report.updatedAt });
    expect(session().isDirty()).toBe(false);
  });

  it('shows the markers of the chosen format, also after the outline changes, and leaves the texts alone', async () => {
    const { session, pass, settle } = await setUp();
    const before = session().chapters;
    session().updateReport({ formatProfileId: 'county' });
    await settle();
    const markers = () => session().numbered.map(({ marker }) => marker);
    expect(markers()).toEqual(['第一章　', '第二章　']);
    expect(session().chapters).toBe(before);
    session().saveBody('a', text('新'));
    await pass(1000);
    expect(markers()).toEqual(['第一章　', '第二章　']);
  });

  it('tells why a report cannot be opened', async () => {
    const { core, session } = await setUp();
    core.refuse = { method: 'report.read', failure: { code: 'report.notFound', parameters: {} } };
    await session().openReport('x');
    expect(session().phase).toMatchObject({ kind: 'failed', failure: { code: 'report.notFound' } });
  });

  it('takes a text at once, leaves the outline alone while typing, and saves after a pause', async () => {
    const { session, pass, stored } = await setUp();
    const outline = session().numbered;
    session().saveBody('a', text('新'));
    expect(session().chapters[0]?.body).toEqual(text('新'));
    expect(session().numbered).toBe(outline);
    expect(session().isDirty()).toBe(true);
    await pass(400);
    expect(stored('a')?.body).toEqual(text('新'));
    expect(session().numbered[0]?.chapter.body).toEqual(text('新'));
    expect(session().saveState).toEqual({ kind: 'saved', at: savedAt });
  });

  it('keeps a text through a full disk and saves it when there is room again', async () => {
    const { core, session, pass, stored } = await setUp();
    core.refuse = { method: 'chapter.saveBody', failure: { code: 'storage.full', parameters: {} } };
    session().saveBody('a', text('新'));
    await pass(30_000);
    expect(session().saveState).toMatchObject({ kind: 'failed', failure: { code: 'storage.full' } });
    core.refuse = null;
    await pass(15_000);
    expect(stored('a')?.body).toEqual(text('新'));
    expect(session().saveState.kind).toBe('saved');
  });

  it.each([
    ['keepMine', '这里'],
    ['takeTheirs', '别处'],
  ] as const)('asks about a text changed elsewhere; %s', async (choice, expected) => {
    const { core, session, pass, stored, notices, settle } = await setUp();
    core.chapters = core.chapters.map((one) =>
      one.id === 'a' ? { ...one, body: text('别处'), revision: 2 } : one,
    );
    session().saveBody('a', text('这里'));
    await pass(400);
    await settle();
    expect(stored('a')?.body).toEqual(text('别处'));
    expect(session().chapters[0]?.body).toEqual(text('这里'));
    const notice = notices[0];
    if (notice?.kind !== 'chapterConflict') throw new Error('no conflict told');
    notice[choice]();
    await settle();
    await settle();
    expect(stored('a')?.body).toEqual(text(expected));
    expect(session().chapters[0]?.body).toEqual(text(expected));
    expect(session().isDirty()).toBe(false);
  });

  it('removes a chapter after saving its text, selects a neighbour, and brings it back', async () => {
    const { core, session, stored, notices, settle } = await setUp();
    session().selectChapter('b');
    session().saveBody('b', text('未存'));
    expect(await session().removeChapter('b')).toEqual({ ok: true, value: null });
    expect(core.removed[0]?.body).toEqual(text('未存'));
    expect(session().selectedChapterId).toBe('a');
    const notice = notices[0];
    if (notice?.kind !== 'chapterRemoved') throw new Error('no undo offered');
    notice.undo();
    await settle();
    await settle();
    expect(stored('b')?.body).toEqual(text('未存'));
    expect(session().selectedChapterId).toBe('b');
  });

  it('saves all text before a report becomes final, and the change of state alone', async () => {
    const { core, session, pass, stored } = await setUp();
    session().saveBody('a', text('末句'));
    session().updateReport({ title: '新标题' });
    session().updateReport({ state: 'final' });
    await pass(1000);
    expect(stored('a')?.body).toEqual(text('末句'));
    expect(core.report).toMatchObject({ title: '新标题', state: 'final' });
    session().updateReport({ state: 'draft' });
    session().updateReport({ title: '再改' });
    await pass(1000);
    expect(core.report).toMatchObject({ title: '再改', state: 'draft' });
    expect(session().saveState.kind).toBe('saved');
  });

  it('does not make a report final over text that could not be saved', async () => {
    const { core, session, pass } = await setUp();
    core.refuse = { method: 'chapter.saveBody', failure: { code: 'storage.full', parameters: {} } };
    session().saveBody('a', text('末句'));
    session().updateReport({ state: 'final' });
    await pass(5000);
    expect(core.report.state).toBe('draft');
    core.refuse = null;
    await pass(30_000);
    expect(core.report.state).toBe('final');
    expect(core.chapters[0]?.body).toEqual(text('末句'));
  });

  it('says why a change of the report was refused and shows what stands', async () => {
    const { core, session, pass, notices } = await setUp();
    core.refuse = { method: 'report.update', failure: { code: 'report.final', parameters: {} } };
    session().updateReport({ title: '不行' });
    await pass(1000);
    expect(notices).toMatchObject([{ kind: 'refused', failure: { code: 'report.final' } }]);
    expect(session().report.title).toBe('报告');
    expect(session().isDirty()).toBe(false);
  });
});
