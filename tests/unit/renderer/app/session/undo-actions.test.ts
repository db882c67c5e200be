import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../../src/renderer/app/route.ts';
import type { SessionNotice } from '../../../../../src/renderer/app/session/session-notices.ts';
import { createUndoActions } from '../../../../../src/renderer/app/session/undo-actions.ts';
import type { UndoStep } from '../../../../../src/renderer/app/session/undo-journal.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/errors.ts';

/** A report of two chapters whose texts are lists of groups of typing. */
function setUp() {
  const said: string[] = [];
  const notices: SessionNotice[] = [];
  const now = { place: 'write' as Place | null, chapterId: 'a', isFinal: false };
  const titles: Record<string, string> = { a: '一、甲', b: '二、乙' };
  const groups: Record<string, number> = { a: 0, b: 0 };
  const timeline = createUndoActions({
    tell: (notice) => notices.push(notice),
    sight: {
      place: () => now.place,
      go: (place) => {
        now.place = place;
      },
    },
    isFinal: () => now.isFinal,
    selectedChapterId: () => now.chapterId,
    selectChapter: (id) => {
      now.chapterId = id;
    },
    chapterTitle: (id) => titles[id] ?? null,
    onChange: () => {},
  });
  const { actions } = timeline;
  actions.provideTextHistories({
    step(chapterId, direction) {
      if (direction === 'undo' && !groups[chapterId]) return false;
      groups[chapterId] = (groups[chapterId] ?? 0) + (direction === 'undo' ? -1 : 1);
      said.push(`${direction} ${chapterId}`);
      actions.hearText(chapterId, direction === 'undo' ? 'undone' : 'redone');
      return true;
    },
    endGroup: () => said.push('end of group'),
  });
  const type = (chapterId: string) => {
    groups[chapterId] = (groups[chapterId] ?? 0) + 1;
    actions.hearText(chapterId, 'begun');
  };
  const step = (name: string, more: Partial<UndoStep> = {}): UndoStep => ({
    undo() {
      said.push(`undo ${name}`);
      return undefined;
    },
    redo() {
      said.push(`redo ${name}`);
      return undefined;
    },
    describe: () => name,
    ...more,
  });
  return { timeline, ...timeline.actions, said, notices, now, titles, groups, type, step };
}

describe('undo of a whole report', () => {
  it('takes acts back in one order across texts and tables, and does them again', () => {
    const { type, recordStep, step, undo, redo, said } = setUp();
    type('a');
    recordStep(step('58'));
    type('b');
    for (let times = 0; times < 4; times += 1) void undo();
    for (let times = 0; times < 4; times += 1) void redo();
    expect(said).toEqual(['end of group', 'undo b', 'undo 58', 'undo a', 'redo a', 'redo 58', 'redo b']);
  });

  it('says what it did out of sight, with a way there', () => {
    const { type, recordStep, step, undo, notices, now } = setUp();
    now.place = 'data';
    type('b');
    recordStep(step('58', { isInSight: () => true }));
    recordStep(step('60', { isInSight: () => false }));
    void undo();
    void undo();
    void undo();
    expect(notices).toMatchObject([
      { kind: 'stepped', direction: 'undo', what: '60', show: null },
      { kind: 'textStepped', direction: 'undo', title: '二、乙' },
    ]);
    const [, text] = notices;
    if (text?.kind === 'textStepped') text.show?.();
    expect(now).toMatchObject({ place: 'write', chapterId: 'b' });
  });

  it('brings the chapter into sight while writing, and is silent about the one in sight', () => {
    const { type, undo, notices, now } = setUp();
    type('b');
    type('a');
    void undo();
    expect(notices).toEqual([]);
    void undo();
    expect(now.chapterId).toBe('b');
    expect(notices).toMatchObject([{ kind: 'textStepped', title: '二、乙', show: null }]);
  });

  it('never undoes over a text from elsewhere, and does not take another act instead', () => {
    const { type, undo, said, notices, groups, titles } = setUp();
    type('a');
    type('b');
    groups.b = 0;
    void undo();
    expect([said, notices]).toMatchObject([[], [{ kind: 'textNotUndone', title: '二、乙' }]]);
    delete titles.a;
    void undo();
    expect(said).toEqual([]);
    expect(notices[1]).toMatchObject({ kind: 'textNotUndone' });
  });

  it('forgets typing whose chapter was replaced, a refused step, and everything when the report is closed', () => {
    const { timeline, type, hearText, recordStep, undo, step, said } = setUp();
    const refused = step('refused');
    type('a');
    recordStep(refused);
    type('b');
    hearText('b', 'replaced');
    timeline.forgetStep(refused);
    void undo();
    expect(said).toEqual(['end of group', 'undo a']);
    timeline.forgetAll();
    void timeline.actions.redo();
    expect(said).toHaveLength(2);
  });

  it('leaves the text of a final report alone', () => {
    const { type, undo, said, notices, now } = setUp();
    type('a');
    now.isFinal = true;
    void undo();
    expect([said, notices]).toMatchObject([[], [{ kind: 'refused', failure: { code: 'report.final' } }]]);
  });

  it('waits for a step that takes time, and keeps one that failed', async () => {
    const { recordStep, undo, step, said, notices } = setUp();
    let answer = (_outcome: Outcome<unknown>) => {};
    const slow = step('import', { undo: () => new Promise((resolve) => (answer = resolve)) });
    recordStep(step('58'));
    recordStep(slow);
    const first = undo();
    const second = undo();
    expect(said.filter((one) => one.startsWith('undo'))).toEqual([]);
    answer(failed('storage.failed'));
    await first;
    expect(notices).toMatchObject([{ kind: 'refused', failure: { code: 'storage.failed' } }]);
    // The second request asks the same step again.
    answer(done(null));
    await second;
    await undo();
    expect(said.filter((one) => one.startsWith('undo'))).toEqual(['undo 58']);
  });
});
