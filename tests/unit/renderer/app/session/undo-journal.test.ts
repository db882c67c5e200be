import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyJournal,
  type JournalAct,
  lastOfChapter,
  longestJournal,
  type UndoJournal,
  withAct,
  withoutActs,
  withRedone,
  withUndone,
} from '../../../../../src/renderer/app/session/undo-journal.ts';

const typing = (chapterId: string): JournalAct => ({ kind: 'text', chapterId });
const journalOf = (...acts: JournalAct[]) => acts.reduce(withAct, emptyJournal);

describe('the journal', () => {
  it('gives acts back in the reverse order, whatever they were', () => {
    const [first, second] = [typing('a'), typing('b')];
    const undone = withUndone(journalOf(first, second), second);
    expect(undone).toEqual({ done: [first], undone: [second] });
    expect(withRedone(undone, second)).toEqual({ done: [first, second], undone: [] });
  });

  it('forgets what could be redone with a new act, and what it does not hold changes nothing', () => {
    const [first, second] = [typing('a'), typing('a')];
    const journal = withAct(withUndone(journalOf(first), first), second);
    expect(journal).toEqual({ done: [second], undone: [] });
    expect(withUndone(journal, first)).toBe(journal);
    expect(withRedone(journal, first)).toBe(journal);
  });

  it('knows the latest act of a chapter, and lets a chapter go', () => {
    const acts = [typing('a'), typing('b'), typing('a')];
    expect(lastOfChapter(acts, 'a')).toBe(acts[2]);
    expect(lastOfChapter(acts, 'c')).toBeUndefined();
    const left = withoutActs(journalOf(...acts), (act) => act.kind === 'text' && act.chapterId === 'a');
    expect(left.done).toEqual([acts[1]]);
  });

  it('is bounded', () => {
    const acts = Array.from({ length: longestJournal + 5 }, () => typing('a'));
    expect(journalOf(...acts).done).toEqual(acts.slice(5));
  });

  it('undone as often as redone, is as it was', () => {
    const moves = fc.array(fc.constantFrom('a', 'b', 'undo', 'redo'), { maxLength: 40 });
    fc.assert(
      fc.property(moves, fc.nat(10), (made, times) => {
        let journal: UndoJournal = emptyJournal;
        const step = (direction: string) => {
          const act = (direction === 'undo' ? journal.done : journal.undone).at(-1);
          if (act) journal = (direction === 'undo' ? withUndone : withRedone)(journal, act);
          return act !== undefined;
        };
        for (const move of made) {
          if (move === 'undo' || move === 'redo') step(move);
          else journal = withAct(journal, typing(move));
        }
        const before = journal;
        let undone = 0;
        while (undone < times && step('undo')) undone += 1;
        for (; undone > 0; undone -= 1) step('redo');
        expect(journal).toEqual(before);
      }),
    );
  });
});
