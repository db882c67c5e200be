/** What stands between a report and a formal document. */
import type { z } from 'zod';
import type { exportPlaceSchema, ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { bindingsOf, type ParagraphNode } from '../../../shared/domain/document.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';

export type ExportPlace = z.infer<typeof exportPlaceSchema>;

export interface Readiness {
  /** Places of the prose whose number is missing or carried over, in reading order. */
  unresolved: ExportPlace[];
  /** Paragraphs with text that are still marked as taken over from an earlier year. */
  carriedParagraphs: number;
}

/** Blank paragraphs are not printed, so they wait for no decision. */
function isBlank({ content = [] }: ParagraphNode): boolean {
  return content.every((node) => node.type === 'text' && node.text.trim() === '');
}

export function readiness({ report, chapters }: ReportContent, book: NumberBook): Readiness {
  const unresolved: ExportPlace[] = [];
  let carriedParagraphs = 0;
  for (const { chapter } of numberChapters(chapters)) {
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
    carriedParagraphs += chapter.body.content.filter(
      (paragraph) => paragraph.attrs.carriedFrom !== null && !isBlank(paragraph),
    ).length;
  }
  return { unresolved, carriedParagraphs };
}
