/**
 * The one timeline of the open report: every act on its texts and tables, in the order in which they were done. Pure.
 *
 * A step says itself how it is taken back. Typing is only noted here as «something in this chapter»: what exactly is
 * undone is known by the chapter's own history in the editor, whose groups of typing the acts stand for, one each. So
 * the last act of a chapter here is always the one its history would undo next.
 */
import type { Outcome } from '../../../shared/errors.ts';

/**
 * An act that can be taken back and done again, whoever carried it out: cells that were typed, a workbook that was
 * taken in, an indicator that was changed. Hand it to `recordStep` of the session after the act has been carried out.
 *
 * `undo` and `redo` are called alternately, `undo` first, and only while nothing that was done after the act still
 * stands; so they may restore what they found. What they change must be shown by the session before they resolve.
 *
 *     const taken = await call('exchange.take', input);
 *     if (taken.ok) reportSession.getState().recordStep({
 *       undo: () => takeBack(taken.value),   // calls the core, then reads the numbers again
 *       redo: () => takeAgain(taken.value),
 *       describe: () => translate('exchange:taken', { office }),
 *     });
 */
export interface UndoStep {
  /**
   * What is done at once returns nothing. A failure leaves the step where it was in the timeline, which tells the
   * person why. Further undoing waits for what is under way.
   */
  undo(): Promise<Outcome<unknown>> | undefined;
  redo(): Promise<Outcome<unknown>> | undefined;
  /** What was done, in the reader's language, without closing mark: «数据 · 调解纠纷 58 → 60». */
  describe(): string;
  /** Whether the person sees what the step changed; without it, never: then undoing always says what it did. */
  isInSight?(): boolean;
  /** Brings what the step changed into sight; without it no way there is offered. */
  show?(): void;
}

export interface TextAct {
  kind: 'text';
  chapterId: string;
}

export interface StepAct {
  kind: 'step';
  step: UndoStep;
}

export type JournalAct = TextAct | StepAct;

export interface UndoJournal {
  /** Oldest first. */
  done: readonly JournalAct[];
  /** What can be redone; the next one last. */
  undone: readonly JournalAct[];
}

export const emptyJournal: UndoJournal = { done: [], undone: [] };

/** No more than the history of a single chapter keeps (basic-keys.ts), so that it always has what is noted here. */
export const longestJournal = 300;

/** A new act ends what could be redone. */
export function withAct(journal: UndoJournal, act: JournalAct): UndoJournal {
  return { done: [...journal.done, act].slice(-longestJournal), undone: [] };
}

/** The act has been taken back. One that the journal does not hold as done changes nothing. */
export function withUndone(journal: UndoJournal, act: JournalAct): UndoJournal {
  if (!journal.done.includes(act)) return journal;
  return { done: journal.done.filter((one) => one !== act), undone: [...journal.undone, act] };
}

/** The act has been done again. One that the journal does not hold as undone changes nothing. */
export function withRedone(journal: UndoJournal, act: JournalAct): UndoJournal {
  if (!journal.undone.includes(act)) return journal;
  return { done: [...journal.done, act], undone: journal.undone.filter((one) => one !== act) };
}

/** The journal without the acts that `gone` names, because they cannot be taken back any more. */
export function withoutActs(journal: UndoJournal, gone: (act: JournalAct) => boolean): UndoJournal {
  const stays = (act: JournalAct) => !gone(act);
  return { done: journal.done.filter(stays), undone: journal.undone.filter(stays) };
}

/** The act of a chapter that its own history would take back (of `done`) or do again (of `undone`) next. */
export function lastOfChapter(acts: readonly JournalAct[], chapterId: string): JournalAct | undefined {
  return acts.findLast((act) => act.kind === 'text' && act.chapterId === chapterId);
}
