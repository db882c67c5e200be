/** What stands between a report and a formal document. */
import type { z } from 'zod';
import type { exportPlaceSchema, ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { conditionState } from '../../../shared/domain/condition-holds.ts';
import { bindingsOf, carriedParagraphs } from '../../../shared/domain/document.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { conditionsOf, printedBody } from '../../../shared/domain/printed.ts';
import { headingItemsOf } from '../../../shared/domain/roll/open-items.ts';

export type ExportPlace = z.infer<typeof exportPlaceSchema>;

export interface Readiness {
  /**
   * Places of the prose whose number is missing or carried over, chapter by chapter: first the numbers that are printed,
   * then the conditional passages of which such a number decides whether they are.
   */
  unresolved: ExportPlace[];
  /**
   * Paragraphs with text that are still marked as taken over from an earlier year; also those that no condition lets
   * through now, for a changed number prints them.
   */
  carriedParagraphs: number;
  /** Years, dates and numbers in headings that stand as they did last year. */
  staleHeadings: { chapterId: string; text: string }[];
}

/** `lastYearHeadings`: those of the report this one was begun from, without markers. */
export function readiness(
  { report, chapters }: ReportContent,
  book: NumberBook,
  lastYearHeadings: ReadonlySet<string>,
): Readiness {
  const unresolved: ExportPlace[] = [];
  const staleHeadings: Readiness['staleHeadings'] = [];
  let awaiting = 0;
  for (const { chapter, marker } of numberChapters(chapters)) {
    const printed = printedBody(chapter.body, report.year, book);
    const placeOf = (id: string, indicatorId: string) => ({
      chapterId: chapter.id,
      bindingId: id,
      indicatorId,
      indicatorName: book.indicator(indicatorId)?.name ?? indicatorId,
    });
    for (const binding of bindingsOf(printed)) {
      const { state } = renderBinding(binding, report.year, book);
      if (state !== 'confirmed') unresolved.push({ ...placeOf(binding.id, binding.indicatorId), state });
    }
    for (const condition of conditionsOf(chapter.body)) {
      const state = conditionState(condition, report.year, book);
      if (state === 'confirmed') continue;
      unresolved.push({ ...placeOf(condition.id, condition.indicatorId), state, condition: true });
    }
    for (const { text } of headingItemsOf(chapter, marker, lastYearHeadings)) {
      staleHeadings.push({ chapterId: chapter.id, text });
    }
    awaiting += carriedParagraphs(chapter.body);
  }
  return { unresolved, carriedParagraphs: awaiting, staleHeadings };
}
