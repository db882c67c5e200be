/** The session's changes of the outline: chapters added, moved, put away and renamed, each a step of the journal. */
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import type { TellSession } from './session-notices.ts';
import type { ChapterPatch, NewChapter, ReportSession } from './session-state.ts';
import type { Direction } from './undo-actions.ts';
import type { UndoStep } from './undo-journal.ts';

/** What was done to a chapter, and how it is called. */
export interface OutlineAct {
  kind: 'added' | 'moved' | 'removed' | 'changed';
  heading: string;
}

type Structure = Pick<MethodOutput<'chapter.move'>, 'chapters' | 'savedAt'>;
type Place = { parentId: string | null; position: number };

export interface OutlineActionsOptions {
  call: Call;
  tell: TellSession;
  reportId: () => string;
  outline: () => { chapters: readonly Chapter[]; numbered: readonly NumberedChapter[] };
  selectedChapterId: () => string | null;
  select: (chapterId: string | null) => void;
  /** Runs a change of the outline after all that was written so far, and shows the outline that comes of it. */
  restructure: <T extends Structure>(change: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
  /** Shows a chapter's heading and marks, and sees to it that they are saved. */
  patch: (chapterId: string, patch: ChapterPatch) => void;
  /** What could not be saved of a chapter that is gone must not be asked about for ever. */
  dropBody: (chapterId: string) => void;
  words: (act: OutlineAct) => Omit<UndoStep, Direction>;
  record: (step: UndoStep) => () => boolean;
  forget: (step: UndoStep) => void;
}

type OutlineActions = Pick<ReportSession, 'updateChapter' | 'addChapter' | 'moveChapter' | 'removeChapter'>;

export function createOutlineActions(options: OutlineActionsOptions): OutlineActions {
  const { call, tell, outline, restructure, select, words, record } = options;
  const headingOf = (id: string) => outline().chapters.find((chapter) => chapter.id === id)?.heading ?? '';

  const told = <T>(outcome: Outcome<T>): Outcome<T> => {
    if (!outcome.ok) tell({ kind: 'refused', failure: outcome.error });
    return outcome;
  };
  const move = (id: string, target: Place) => restructure(() => call('chapter.move', { id, ...target }));

  const putAway = async (id: string) => {
    const { numbered } = outline();
    const outcome = await restructure(() => call('chapter.remove', { id }));
    if (!outcome.ok) return outcome;
    const left = outline().numbered;
    const isLeft = (chapterId: string | null) => left.some(({ chapter }) => chapter.id === chapterId);
    for (const { chapter } of numbered) if (!isLeft(chapter.id)) options.dropBody(chapter.id);
    if (!isLeft(options.selectedChapterId())) {
      const index = numbered.findIndex(({ chapter }) => chapter.id === id);
      select(left[Math.max(0, index - 1)]?.chapter.id ?? null);
    }
    return outcome;
  };

  const bringBack = async (id: string) => {
    const outcome = await restructure(() => call('chapter.restore', { id }));
    if (outcome.ok) select(id);
    return outcome;
  };

  return {
    updateChapter(id, patch) {
      const chapter = outline().chapters.find((one) => one.id === id);
      if (chapter === undefined) return;
      const before = patchOf(chapter, patch);
      options.patch(id, patch);
      record({
        ...words({ kind: 'changed', heading: chapter.heading }),
        undo: () => void options.patch(id, before),
        redo: () => void options.patch(id, patch),
      });
    },

    async addChapter(chapter: NewChapter) {
      const outcome = told(
        await restructure(() => call('chapter.add', { ...chapter, reportId: options.reportId() })),
      );
      if (!outcome.ok) return outcome;
      const { id } = outcome.value;
      select(id);
      record({
        ...words({ kind: 'added', heading: chapter.heading }),
        undo: () => putAway(id),
        redo: () => bringBack(id),
      });
      return done(id);
    },

    async moveChapter(id, target) {
      const before = placeOf(outline().chapters, id);
      const outcome = told(await move(id, target));
      if (!outcome.ok) return outcome;
      record({
        ...words({ kind: 'moved', heading: headingOf(id) }),
        undo: () => move(id, before),
        redo: () => move(id, target),
      });
      return done(null);
    },

    async removeChapter(id) {
      const heading = headingOf(id);
      const outcome = told(await putAway(id));
      if (!outcome.ok) return outcome;
      const step: UndoStep = {
        ...words({ kind: 'removed', heading }),
        undo: () => bringBack(id),
        redo: () => putAway(id),
      };
      const undo = record(step);
      const undoNow = async () => {
        // Something was done since: this chapter alone comes back, and the timeline need not bring it back again.
        if (undo()) return;
        options.forget(step);
        told(await bringBack(id));
      };
      tell({ kind: 'chapterRemoved', heading, undo: () => void undoNow() });
      return done(null);
    },
  };
}

/** The same fields as they stand now. */
function patchOf({ heading, runIn, done: isDone }: Chapter, patch: ChapterPatch): ChapterPatch {
  return {
    ...(patch.heading !== undefined && { heading }),
    ...(patch.runIn !== undefined && { runIn }),
    ...(patch.done !== undefined && { done: isDone }),
  };
}

/** Where a chapter stands among its siblings, itself not counted: what `chapter.move` takes. */
function placeOf(chapters: readonly Chapter[], id: string): Place {
  const chapter = chapters.find((one) => one.id === id);
  if (chapter === undefined) return { parentId: null, position: 0 };
  const { parentId, position } = chapter;
  const before = chapters.filter(
    (one) => one.parentId === parentId && one.id !== id && one.position < position,
  );
  return { parentId, position: before.length };
}
