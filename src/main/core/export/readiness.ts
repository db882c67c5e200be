/** What stands between a report and a formal document. */
import type { z } from 'zod';
import type { exportPlaceSchema, overriddenPlaceSchema, ReportContent } from '../../../shared/contract.ts';
import { renderBinding, tableText } from '../../../shared/domain/binding-text.ts';
import { bindingsOf, carriedParagraphs } from '../../../shared/domain/document.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { headingItemsOf } from '../../../shared/domain/roll/open-items.ts';
import { unresolvedBy } from './layout-model.ts';

export type ExportPlace = z.infer<typeof exportPlaceSchema>;
export type OverriddenPlace = z.infer<typeof overriddenPlaceSchema>;

export interface Readiness {
  /** Places of the prose whose number is missing, carried over, or has changed under what a person wrote there. */
  unresolved: ExportPlace[];
  /** Places that a person wrote over and whose number has not changed since; they do not stand in the way. */
  overridden: OverriddenPlace[];
  /** Paragraphs with text that are still marked as taken over from an earlier year. */
  carriedParagraphs: number;
  /** Years, dates and numbers in headings that stand as they did last year. */
  staleHeadings: { chapterId: string; text: string }[];
}

/** All places in reading order. `lastYearHeadings`: those of the report this one was begun from, without markers. */
export function readiness(
  { report, chapters }: ReportContent,
  book: NumberBook,
  lastYearHeadings: ReadonlySet<string>,
): Readiness {
  const unresolved: ExportPlace[] = [];
  const overridden: OverriddenPlace[] = [];
  const staleHeadings: Readiness['staleHeadings'] = [];
  let awaiting = 0;
  for (const { chapter, marker } of numberChapters(chapters)) {
    for (const binding of bindingsOf(chapter.body)) {
      const state = unresolvedBy(renderBinding(binding, report.year, book).state);
      const place = {
        chapterId: chapter.id,
        bindingId: binding.id,
        indicatorId: binding.indicatorId,
        indicatorName: book.indicator(binding.indicatorId)?.name ?? binding.indicatorId,
      };
      if (state !== null) unresolved.push({ ...place, state });
      else if (binding.override !== undefined) {
        const { text, reason } = binding.override;
        overridden.push({ ...place, text, reason, instead: tableText(binding, report.year, book).text });
      }
    }
    for (const { text } of headingItemsOf(chapter, marker, lastYearHeadings)) {
      staleHeadings.push({ chapterId: chapter.id, text });
    }
    awaiting += carriedParagraphs(chapter.body);
  }
  return { unresolved, overridden, carriedParagraphs: awaiting, staleHeadings };
}
