import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createReportSession } from '../../../../../src/renderer/app/session/create-report-session.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';
import { report as draft } from '../../report.ts';
import { chapter } from '../../write/fixtures.ts';
import { elsewhere } from './elsewhere.ts';

const savedAt = '2025-02-01T08:00:00Z';
const report = draft({ formatProfileId: 'county', updatedAt: savedAt });
const county = { ...nationalStandardProfile, numbering: ['chapter', 'none', 'none', 'none'] as const };
const kept = [chapter('a', { position: 0, body: documentFromTexts(['较早。']) })];
const now = [
  chapter('a', { position: 0, body: documentFromTexts(['较晚。']) }),
  chapter('b', { position: 1, body: documentFromTexts(['后来的一章。']) }),
];

/** A core with one kept state «earlier»; going back to it keeps what stood as «before-1», and so on. */
async function setUp() {
  const states = new Map<string, Chapter[]>([['earlier', kept]]);
  let chapters = now;
  let refused = false;
  const asked: string[] = [];
  const answer = (method: string, input: Record<string, unknown>): Outcome<unknown> => {
    switch (method) {
      case 'report.read':
        return done({ report, chapters });
      case 'numbers.read':
        return done({ topics: [], offices: [], indicators: [], observations: [] });
      case 'report.readPredecessor':
        return done({ content: null });
      case 'formatProfile.ofReport':
        return done({ id: 'county', name: '', profile: county });
      case 'report.guidance':
        return done({ usualLength: { minimum: 1, maximum: 2 }, chapters: [] });
      case 'history.restore': {
        if (refused) return failed('history.damaged');
        asked.push(String(input.id));
        const before = `before-${asked.length}`;
        states.set(before, chapters);
        chapters = (states.get(String(input.id)) ?? []).map((one) => ({
          ...one,
          revision: one.revision + asked.length,
        }));
        return done({ savedAt, before, content: { report, chapters } });
      }
      default:
        return failed('method.unknown');
    }
  };
  const session = createReportSession({
    call: (async (method: string, input: Record<string, unknown>) => answer(method, input)) as Call,
    timers: createFakeTimers().timers,
    tell: () => {},
    ...elsewhere,
  });
  await session.getState().openReport('r');
  const shown = () => session.getState().numbered.map(({ chapter: one, marker }) => `${marker}${one.id}`);
  return { session, shown, asked, refuse: () => (refused = true) };
}

describe('an earlier state', () => {
  it('is shown with the markers of the report’s own format', async () => {
    const { session, shown } = await setUp();
    const before = shown();
    expect(before[0]).toMatch(/^第一章/);
    await session.getState().restoreState('earlier');
    expect(shown()).toEqual(before.slice(0, 1));
  });

  it('that lacks the chapter shown leaves the first one in sight', async () => {
    const { session } = await setUp();
    session.getState().selectChapter('b');
    await session.getState().restoreState('earlier');
    expect(session.getState().selectedChapterId).toBe('a');
  });

  it('is one step: taken back by the state that was kept before it, and done again by that one’s', async () => {
    const { session, shown, asked } = await setUp();
    await session.getState().restoreState('earlier');
    await session.getState().undo();
    expect(shown()).toHaveLength(2);
    await session.getState().redo();
    expect(shown()).toHaveLength(1);
    expect(asked).toEqual(['earlier', 'before-1', 'before-2']);
  });

  it('that cannot be read leaves everything as it is, and no step', async () => {
    const { session, shown, refuse } = await setUp();
    refuse();
    expect(await session.getState().restoreState('earlier')).toMatchObject({ ok: false });
    expect(shown()).toHaveLength(2);
    expect(session.getState().canUndo).toBe(false);
  });
});
