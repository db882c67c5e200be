/** What stands between a report and a formal document. */
import type { z } from 'zod';
import type { exportPlaceSchema, ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { bindingsOf, carriedParagraphs } from '../../../shared/domain/document.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { headingItemsOf } from '../../../shared/domain/roll/open-items.ts';

export type ExportPlace = z.infer<typeof exportPlaceSchema>;

export interface Readiness {
  /** Places of the prose whose number is missing or carried over, in reading order. */
  unresolved: ExportPlace[];
  /** Paragraphs with text that are still marked as taken over from an earlier year. */
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
    for (const binding of bindingsOf(chapter.body)) {
      const { state } = renderBinding(binding, report.year, book);
      if (state === 'confirmed') continue;
      unresolved.push({
        chapterId: chapter.id,
        bindingId: binding.id,
        indicatorId: binding.indicatorId,
        indicatorName: book.indicator(binding.indicatorId)?.name ?? binding.indicatorId,
        state,
      });
    }
    for (const { text } of headingItemsOf(chapter, marker, lastYearHeadings)) {
      staleHeadings.push({ chapterId: chapter.id, text });
    }
    awaiting += carriedParagraphs(chapter.body);
  }
  return { unresolved, carriedParagraphs: awaiting, staleHeadings };
}
