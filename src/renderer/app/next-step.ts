/** The one most useful thing to do next with a report. Pure. */
import type { ReportState } from '../../shared/domain/model.ts';
import type { ReportProgress } from './report-progress.ts';
import type { Place } from './route.ts';

export interface NextStep {
  kind: 'numbers' | 'changed' | 'fill' | 'paragraphs' | 'chapters' | 'findings' | 'export' | 'final';
  place: Place;
  count: number;
  /** Chapters where it can be done, in reading order; empty where it is not about chapters. */
  chapterIds: string[];
}

/**
 * First what could be wrong (last year's numbers, numbers changed under a person's words, last year's words), then what
 * is empty, then what is `likely` wrong by the checks, then the document itself.
 */
export function nextStep(state: ReportState, progress: ReportProgress, likely = 0): NextStep {
  const { missing, carried, carriedParagraphs, carriedChapterIds, emptyChapterIds } = progress;
  const { changed, changedChapterIds } = progress;
  if (state === 'final') return { kind: 'final', place: 'submit', count: 0, chapterIds: [] };
  if (carried > 0) return { kind: 'numbers', place: 'data', count: carried, chapterIds: [] };
  if (changed > 0) return { kind: 'changed', place: 'write', count: changed, chapterIds: changedChapterIds };
  if (carriedParagraphs > 0) {
    return { kind: 'paragraphs', place: 'write', count: carriedParagraphs, chapterIds: carriedChapterIds };
  }
  if (missing > 0) return { kind: 'fill', place: 'data', count: missing, chapterIds: [] };
  if (emptyChapterIds.length > 0) {
    return { kind: 'chapters', place: 'write', count: emptyChapterIds.length, chapterIds: emptyChapterIds };
  }
  if (likely > 0) return { kind: 'findings', place: 'check', count: likely, chapterIds: [] };
  return { kind: 'export', place: 'submit', count: 0, chapterIds: [] };
}

/** The chapter to go to: the first after the selected one, from the top again at the end. */
export function nextChapter(
  step: NextStep,
  inReadingOrder: readonly string[],
  selected: string | null,
): string | null {
  const after = inReadingOrder.slice(selected === null ? 0 : inReadingOrder.indexOf(selected) + 1);
  return after.find((id) => step.chapterIds.includes(id)) ?? step.chapterIds[0] ?? null;
}
