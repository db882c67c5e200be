/** Undo and redo of the open report: carries out what the journal says comes next, and tells what was not in sight. */
import { type Failure, failed, type Outcome } from '../../../shared/errors.ts';
import type { Place } from '../route.ts';
import type { TellSession } from './session-notices.ts';
import type { ReportSession } from './session-state.ts';
import {
  emptyJournal,
  type JournalAct,
  lastOfChapter,
  type StepAct,
  type TextAct,
  type UndoJournal,
  type UndoStep,
  withAct,
  withoutActs,
  withRedone,
  withUndone,
} from './undo-journal.ts';

export type Direction = 'undo' | 'redo';

/** The undo histories of the chapters' texts, which the editor keeps. */
export interface TextHistories {
  /**
   * Takes back (or does again) the latest group of typing in a chapter, shown or not, and hands the new text over to be
   * saved. False when there is none, or when the text is not the one that the history belongs to.
   */
  step(chapterId: string, direction: Direction): boolean;
  /** What is typed from now on begins a group of its own. */
  endGroup(): void;
}

/**
 * What the editor tells: a group of typing was begun, taken back, done again; or a chapter's text was replaced from
 * outside and its history with it.
 */
export type TextHistoryEvent = 'begun' | 'undone' | 'redone' | 'replaced';

/** Where the person is, and the way elsewhere. */
export interface Sight {
  /** The open place of the report; null on any other screen. */
  place(): Place | null;
  go(place: Place): void;
}

export interface UndoActionsOptions {
  tell: TellSession;
  sight: Sight;
  isFinal: () => boolean;
  selectedChapterId: () => string | null;
  selectChapter: (chapterId: string) => void;
  /** Marker and heading of a chapter; null when the report has it no more. */
  chapterTitle: (chapterId: string) => string | null;
  onChange: (journal: UndoJournal) => void;
}

export function createUndoActions(options: UndoActionsOptions) {
  const { tell, sight } = options;
  let journal = emptyJournal;
  let histories: TextHistories | null = null;
  /** Set while a step that takes time is under way; what is asked for meanwhile comes after it, in order. */
  let turn: Promise<void> | null = null;

  const keep = (next: UndoJournal) => {
    if (next === journal) return;
    journal = next;
    options.onChange(journal);
  };
  const refuse = (failure: Failure) => tell({ kind: 'refused', failure });
  const isTextOf = (chapterId: string) => (act: JournalAct) =>
    act.kind === 'text' && act.chapterId === chapterId;

  const stepText = ({ chapterId }: TextAct, direction: Direction) => {
    const title = options.chapterTitle(chapterId);
    if (options.isFinal()) return refuse(failed('report.final').error);
    const writing = sight.place() === 'write';
    const wasInSight = writing && options.selectedChapterId() === chapterId;
    // Shown first, so that the editor itself scrolls to what it takes back.
    if (writing && title !== null) options.selectChapter(chapterId);
    if (title === null || !histories?.step(chapterId, direction)) {
      keep(withoutActs(journal, isTextOf(chapterId)));
      return tell({ kind: 'textNotUndone', title: title ?? '' });
    }
    if (wasInSight) return;
    const show = () => {
      options.selectChapter(chapterId);
      sight.go('write');
    };
    tell({ kind: 'textStepped', direction, title, show: writing ? null : show });
  };

  const stepDone = (act: StepAct, direction: Direction, wasInSight: boolean) => {
    keep((direction === 'undo' ? withUndone : withRedone)(journal, act));
    if (wasInSight) return;
    const { step } = act;
    tell({ kind: 'stepped', direction, what: step.describe(), show: step.show ? () => step.show?.() : null });
  };

  const carryOut = (direction: Direction): Promise<void> | null => {
    const act = (direction === 'undo' ? journal.done : journal.undone).at(-1);
    if (!act) return null;
    if (act.kind === 'text') {
      stepText(act, direction);
      return null;
    }
    const wasInSight = act.step.isInSight?.() ?? false;
    const running = act.step[direction]();
    if (running === undefined) {
      stepDone(act, direction, wasInSight);
      return null;
    }
    return running.then((outcome: Outcome<unknown>) => {
      if (outcome.ok) stepDone(act, direction, wasInSight);
      else refuse(outcome.error);
    });
  };

  const ask = (direction: Direction): Promise<void> => {
    const running: Promise<void> | null = turn
      ? turn.then(() => carryOut(direction)).then(() => {})
      : carryOut(direction);
    if (running === null) return Promise.resolve();
    const mine = running.finally(() => {
      if (turn === mine) turn = null;
    });
    turn = mine;
    return mine;
  };

  const actions: Pick<ReportSession, 'recordStep' | 'hearText' | 'provideTextHistories' | 'undo' | 'redo'> = {
    recordStep(step) {
      histories?.endGroup();
      keep(withAct(journal, { kind: 'step', step }));
      return () => {
        const latest = journal.done.at(-1);
        if (latest?.kind !== 'step' || latest.step !== step) return false;
        void ask('undo');
        return true;
      };
    },
    provideTextHistories(given) {
      histories = given;
    },
    hearText(chapterId, event) {
      if (event === 'begun') return keep(withAct(journal, { kind: 'text', chapterId }));
      if (event === 'replaced') return keep(withoutActs(journal, isTextOf(chapterId)));
      const act = lastOfChapter(event === 'undone' ? journal.done : journal.undone, chapterId);
      if (act) keep((event === 'undone' ? withUndone : withRedone)(journal, act));
    },
    undo: () => ask('undo'),
    redo: () => ask('redo'),
  };

  return {
    actions,
    /** The step did not hold: the core has refused it. */
    forgetStep(step: UndoStep): void {
      keep(withoutActs(journal, (act) => act.kind === 'step' && act.step === step));
    },
    forgetAll: () => keep(emptyJournal),
  };
}
