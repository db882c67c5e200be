/** Moving years on in several chapters, each as one step of its own undo history. */
import { undo } from '@tiptap/pm/history';
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import { type ReportSession, reportSession } from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { nextStepsChapters } from './next-steps.ts';
import { makeShifts, type ShiftPlace, shiftPlaces } from './year-shifts.ts';

export interface ChapterShifts {
  chapterId: string;
  title: string;
  shifts: readonly ShiftPlace[];
}

/** What is offered in each chapter that has carried text, in reading order; or in the one chapter asked for. */
export function offeredShifts(
  session: Pick<ReportSession, 'numbered' | 'chapters' | 'report' | 'guidance'>,
  only: string | null = null,
): ChapterShifts[] {
  const bodies = new Map(session.chapters.map(({ id, body }) => [id, body]));
  const nextSteps = nextStepsChapters(session.numbered, session.guidance.chapters);
  return session.numbered.flatMap(({ chapter, marker }) => {
    if (only !== null && chapter.id !== only) return [];
    const body = bodies.get(chapter.id) ?? chapter.body;
    const shifts = shiftPlaces(body, session.report.year, nextSteps.has(chapter.id));
    const title = `${marker}${chapter.heading}`;
    return shifts.length === 0 ? [] : [{ chapterId: chapter.id, title, shifts }];
  });
}

export interface MadeShift {
  chapterId: string;
  /** The chapter's text as the shift left it. */
  body: ChapterDocument;
}

function bodyOf(chapterId: string): ChapterDocument | undefined {
  return reportSession.getState().chapters.find(({ id }) => id === chapterId)?.body;
}

export function shiftChapters(chapterEditor: ChapterEditor, chapters: readonly ChapterShifts[]): MadeShift[] {
  // What was typed last must be part of the texts that are changed.
  chapterEditor.flush();
  return chapters.flatMap(({ chapterId, shifts }) => {
    const before = bodyOf(chapterId);
    const body = before ? chapterEditor.change(chapterId, before, makeShifts(shifts)) : null;
    return body ? [{ chapterId, body }] : [];
  });
}

/** Takes the step back in each chapter that nobody has changed since; elsewhere the chapter's own undo does. */
export function undoShifts(chapterEditor: ChapterEditor, made: readonly MadeShift[]): void {
  chapterEditor.flush();
  for (const { chapterId, body } of made) {
    if (bodyOf(chapterId) === body) chapterEditor.change(chapterId, body, undo);
  }
}
