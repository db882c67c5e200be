/** What the renderer knows of the open report, and what can be done with it. */

import type { ChangedTables } from '../../../shared/contract/indicator-methods.ts';
import type { MethodInput, MethodOutput, NumberTables, ReportContent } from '../../../shared/contract.ts';
import type { ChapterDocument } from '../../../shared/domain/document.ts';
import { type FormatProfile, nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import { emptyImprint } from '../../../shared/domain/imprint.ts';
import type { Chapter, ChapterKind, Observation, Report } from '../../../shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';
import type { UnsavedItem } from '../../../shared/domain/unsaved.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import type { BesideNumbers, TableCommand } from './number-actions.ts';
import { noReuse, type PromiseAnswer, type Reuse } from './roll-actions.ts';
import type { SaveState } from './save-monitor.ts';
import type { TextHistories, TextHistoryEvent } from './undo-actions.ts';
import type { UndoStep } from './undo-journal.ts';
import type { Safekeeping } from './unsaved-keeper.ts';

export type Guidance = MethodOutput<'report.guidance'>;
export type ReportPatch = Partial<
  Pick<
    Report,
    | 'title'
    | 'documentNumber'
    | 'addressee'
    | 'signature'
    | 'issuedOn'
    | 'imprint'
    | 'formatProfileId'
    | 'state'
  >
>;
export type ChapterPatch = Partial<Pick<Chapter, 'heading' | 'runIn' | 'done'>>;
/** The report's data, the chapters and the cells that a command has written. */
export type WrittenReport = Pick<
  MethodOutput<'returned.accept'>,
  'report' | 'chapters' | 'observations' | 'savedAt'
>;
export type NewChapter = { parentId: string | null; position: number; kind: ChapterKind; heading: string };

export type SessionPhase =
  | { kind: 'closed' }
  | { kind: 'loading'; reportId: string }
  | { kind: 'open'; reportId: string }
  | { kind: 'failed'; reportId: string; failure: Failure };

export interface SessionData {
  phase: SessionPhase;
  report: Report;
  /** Current texts, new with every key press: select no more of it than is shown. */
  chapters: Chapter[];
  /** Reading order, levels and markers. Its chapters' bodies may lag behind `chapters` by one save (under a second). */
  numbered: NumberedChapter[];
  tables: NumberTables;
  /** Values and states of all numbers; a new book after every change of a cell. */
  book: NumberBook;
  /** Last year's report, where this one started from one. */
  predecessor: ReportContent | null;
  /** What the report goes back to; read a moment after the report itself. */
  reuse: Reuse;
  guidance: Guidance;
  /** 格式 of the report's recipient: what its markers look like. */
  format: FormatProfile;
  selectedChapterId: string | null;
  saveState: SaveState;
  /** Where what is unsaved stands beside this window's memory, while saving fails. */
  safekeeping: Safekeeping;
  /** ISO time of the last save, also while the next one is under way; empty before the first report. */
  lastSavedAt: string;
  /** Whether there is an act on the report's texts or tables to take back, or to do again. */
  canUndo: boolean;
  canRedo: boolean;
}

export interface SessionActions {
  /** Loads a report with its numbers, its predecessor and its guidance; the outcome is also told by `phase`. */
  openReport(id: string): Promise<void>;
  /** Saves what waits. The data stays readable until another report is opened. */
  closeReport(): Promise<void>;
  selectChapter(id: string | null): void;
  /** Takes the text of a chapter as it stands now; saves it after a short pause. */
  saveBody(chapterId: string, body: ChapterDocument): void;
  updateReport(patch: ReportPatch): void;
  updateChapter(id: string, patch: ChapterPatch): void;
  /** The new chapter becomes the selected one; its id is the outcome. */
  addChapter(chapter: NewChapter): Promise<Outcome<string>>;
  moveChapter(id: string, target: { parentId: string | null; position: number }): Promise<Outcome<null>>;
  /** Removes a chapter with its children and offers to undo it. */
  removeChapter(id: string): Promise<Outcome<null>>;
  /**
   * Changes cells as one undoable step, at once here and then in the core. Resolves when the core has them. Fails
   * only when the core refuses them: then the cells are as they were, and the person has been told why. `beside` is
   * taken back and done again with them.
   */
  setObservations(observations: Observation[], beside?: BesideNumbers): Promise<Outcome<null>>;
  /**
   * Takes in cells that another command has written, as one undoable step. The answer undoes that step as long as it is
   * the latest; false, and nothing done, where something was done since.
   */
  adoptObservations(before: Observation[], after: Observation[], savedAt: string): () => boolean;
  /**
   * Shows what another command has written into texts, the report's data and numbers: the core's from now on. The step in
   * the timeline is the caller's to record.
   */
  adoptWritten(written: WrittenReport): void;
  /**
   * Makes, changes, moves, retires or removes an indicator, or saves a topic, as one undoable step. A refusal is the
   * caller's to tell.
   */
  changeTables<M extends TableCommand>(method: M, input: MethodInput<M>): Promise<Outcome<ChangedTables>>;
  /**
   * Puts an act that has been carried out elsewhere, for example by one command of the core, into the timeline, so that
   * Ctrl+Z takes it back in its turn. `setObservations` does so itself. The answer takes it back at once as long as it
   * is the latest act; false, and nothing done, where something was done since.
   */
  recordStep(step: UndoStep): () => boolean;
  /** What the editor tells of a chapter's undo history. */
  hearText(chapterId: string, event: TextHistoryEvent): void;
  provideTextHistories(histories: TextHistories): void;
  /** Takes back (does again) the latest act on texts or tables, wherever it was; what was out of sight is told. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Answers one of last year's promises; a refusal has been told. */
  answerPromise(answer: PromiseAnswer): Promise<Outcome<null>>;
  /** Takes over corrections made to last year's report; the outcome is how many. A refusal has been told. */
  rollAgain(): Promise<Outcome<number>>;
  /** Saves at once whatever waits; resolves when that is done or has failed. */
  flush(): Promise<void>;
  /** Puts an earlier state (see history.restore) in the place of what stands, as one undoable step. */
  restoreState(stateId: string): Promise<Outcome<null>>;
  /** Takes in what an earlier window could not save (see journal.accept) of the open report, as one undoable step. */
  acceptUnsaved(entryId: string): Promise<Outcome<null>>;
  isDirty(): boolean;
  /** What is not saved at this moment. */
  unsaved(): UnsavedItem[];
}

export type ReportSession = SessionData & SessionActions;

const noTables: NumberTables = { topics: [], offices: [], indicators: [], observations: [] };

/** The session before the first report is opened. */
export function closedSession(): SessionData {
  return {
    phase: { kind: 'closed' },
    report: {
      id: '',
      templateKey: '',
      year: 1949,
      title: '',
      documentNumber: '',
      addressee: '',
      signature: '',
      issuedOn: null,
      imprint: emptyImprint,
      formatProfileId: null,
      state: 'draft',
      origin: 'template',
      predecessorId: null,
      updatedAt: '1970-01-01T00:00:00Z',
    },
    chapters: [],
    numbered: [],
    tables: noTables,
    book: createNumberBook(noTables),
    predecessor: null,
    reuse: noReuse,
    guidance: { usualLength: { minimum: 0, maximum: 0 }, chapters: [] },
    format: nationalStandardProfile,
    selectedChapterId: null,
    saveState: { kind: 'saved', at: '' },
    safekeeping: { kind: 'none' },
    lastSavedAt: '',
    canUndo: false,
    canRedo: false,
  };
}
