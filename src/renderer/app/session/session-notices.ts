/** What the session tells the person beside its state; put into words by the shell. */
import type { Failure } from '../../../shared/errors.ts';

export type SessionNotice =
  | { kind: 'chapterRemoved'; heading: string; undo: () => void }
  | { kind: 'chapterConflict'; heading: string; keepMine: () => void; takeTheirs: () => void }
  /** Something was not carried out; what was there before stands. */
  | { kind: 'refused'; failure: Failure };

export type TellSession = (notice: SessionNotice) => void;
