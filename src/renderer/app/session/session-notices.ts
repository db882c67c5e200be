/** What the session tells the person beside its state; put into words by the shell. */
import type { Failure } from '../../../shared/errors.ts';
import type { Direction } from './undo-actions.ts';

export type SessionNotice =
  | { kind: 'chapterRemoved'; heading: string; undo: () => void }
  | { kind: 'chapterConflict'; heading: string; keepMine: () => void; takeTheirs: () => void }
  /** A step was taken back or done again out of the person's sight; `show` is the way there. */
  | { kind: 'stepped'; direction: Direction; what: string; show: (() => void) | null }
  /** The same for typing in the chapter of this title. */
  | { kind: 'textStepped'; direction: Direction; title: string; show: (() => void) | null }
  /** The chapter is gone, or its text is another one now, which must not be lost. */
  | { kind: 'textNotUndone'; title: string }
  /** Something was not carried out; what was there before stands. */
  | { kind: 'refused'; failure: Failure };

export type TellSession = (notice: SessionNotice) => void;
