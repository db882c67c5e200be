import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createReportSession } from '../../../../../src/renderer/app/session/create-report-session.ts';
import type { SessionNotice } from '../../../../../src/renderer/app/session/session-notices.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { ReportPromise } from '../../../../../src/shared/domain/promise.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';
import { report as draft } from '../../report.ts';
import { chapter } from '../../write/fixtures.ts';
import { elsewhere } from './elsewhere.ts';

const savedAt = '2025-02-01T08:00:00Z';
const report = draft({ predecessorId: 'old', updatedAt: savedAt });
const promise: ReportPromise = {
  id: 'p',
  position: 0,
  text: '建成调处中心。',
  state: 'open',
  chapterId: null,
  passage: '',
  reason: '',
};
const lastYear = (text: string) => ({
  report: { ...report, id: 'old', year: 2023 },
  chapters: [chapter('old-a', { body: documentFromTexts([text]) })],
});

/** A core whose last year is corrected by rolling again; `duringRoll` happens while its answer is on the way. */
async function setUp(duringRoll: () => void = () => {}) {
  const core = {
    chapters: ['a', 'b'].map((id, position) =>
      chapter(id, { position, body: documentFromTexts([`旧${id}`], 2023) }),
    ),
    predecessor: lastYear('旧a'),
    refused: [] as string[],
  };
  const answer = (method: string, input: Record<string, unknown>): Outcome<unknown> => {
    if (core.refused.includes(method)) return failed('storage.failed');
    switch (method) {
      case 'report.read':
        return done({ report, chapters: core.chapters });
      case 'numbers.read':
        return done({ topics: [], offices: [], indicators: [], observations: [] });
      case 'report.readPredecessor':
        return done({ content: core.predecessor });
      case 'formatProfile.ofReport':
        return done({ id: null, name: '', profile: nationalStandardProfile });
      case 'report.guidance':
        return done({ usualLength: { minimum: 1, maximum: 2 }, chapters: [] });
      case 'report.lineage':
        return done({ contents: [core.predecessor] });
      case 'promise.list':
        return done({ promises: [promise] });
      case 'promise.answer':
        return done({ savedAt, promise: { ...promise, ...input } });
      case 'report.rollAgain':
        core.predecessor = lastYear('新a');
        core.chapters = core.chapters.map((one) =>
          one.id === 'a' ? { ...one, body: documentFromTexts(['新a'], 2023), revision: 1 } : one,
        );
        duringRoll();
        return done({ savedAt, taken: 1 });
      default:
        return failed('method.unknown');
    }
  };
  const call: Call = async (method, input) => JSON.parse(JSON.stringify(answer(method, { ...input })));
  const notices: SessionNotice[] = [];
  const { timers } = createFakeTimers();
  const store = createReportSession({ call, timers, tell: (notice) => notices.push(notice), ...elsewhere });
  const open = async () => {
    await store.getState().openReport('r');
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { core, open, notices, session: store.getState };
}

describe('reuse in the session', () => {
  it('reads the earlier reports and the promises behind the report', async () => {
    const { open, session } = await setUp();
    await open();
    expect(session().reuse.lineage.map(({ report: { year } }) => year)).toEqual([2023]);
    expect(session().reuse.promises).toEqual([promise]);
    expect(session().reuse.failure).toBeNull();
  });

  it('opens the report all the same when they cannot be read, and keeps the reason', async () => {
    const { core, open, session } = await setUp();
    core.refused = ['report.lineage'];
    await open();
    expect(session().phase).toEqual({ kind: 'open', reportId: 'r' });
    expect(session().reuse).toMatchObject({ lineage: [], promises: [promise] });
    expect(session().reuse.failure?.code).toBe('storage.failed');
  });

  it('shows the answer to a promise, and tells a refused one', async () => {
    const { core, open, notices, session } = await setUp();
    await open();
    const answer = { id: 'p', state: 'dropped' as const, chapterId: null, passage: '', reason: '已合并' };
    expect((await session().answerPromise(answer)).ok).toBe(true);
    expect(session().reuse.promises).toEqual([{ ...promise, ...answer }]);
    core.refused = ['promise.answer'];
    expect((await session().answerPromise({ ...answer, state: 'open' })).ok).toBe(false);
    expect(session().reuse.promises[0]?.state).toBe('dropped');
    expect(notices.map(({ kind }) => kind)).toEqual(['refused']);
  });
});

describe('rolling again', () => {
  it('shows the new texts and last year as corrected; unchanged chapters stay the same objects', async () => {
    const { open, session } = await setUp();
    await open();
    const untouched = session().chapters[1]?.body;
    expect(await session().rollAgain()).toEqual(done(1));
    expect(session().chapters[0]?.body).toEqual(documentFromTexts(['新a'], 2023));
    expect(session().chapters[1]?.body).toBe(untouched);
    expect(session().predecessor?.chapters[0]?.body).toEqual(documentFromTexts(['新a']));
  });

  it('keeps what was typed meanwhile', async () => {
    const typed = documentFromTexts(['正在写']);
    let type = () => {};
    const { open, session } = await setUp(() => type());
    await open();
    type = () => session().saveBody('a', typed);
    await session().rollAgain();
    expect(session().chapters[0]?.body).toBe(typed);
  });

  it('changes nothing and tells why where it is refused', async () => {
    const { core, open, notices, session } = await setUp();
    await open();
    core.refused = ['report.rollAgain'];
    const before = session().chapters;
    expect((await session().rollAgain()).ok).toBe(false);
    expect(session().chapters).toBe(before);
    expect(notices.map(({ kind }) => kind)).toEqual(['refused']);
  });
});
