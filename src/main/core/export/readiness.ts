/** What stands between a report and a formal document. */
import type { z } from 'zod';
import type { exportPlaceSchema, overriddenPlaceSchema, ReportContent } from '../../../shared/contract.ts';
import { renderBinding, tableText } from '../../../shared/domain/binding-text.ts';
import { conditionState } from '../../../shared/domain/condition-holds.ts';
import { type BindingAttributes, carriedParagraphs } from '../../../shared/domain/document.ts';
import type { FigureAttributes } from '../../../shared/domain/figure.ts';
import { figureContent } from '../../../shared/domain/figure-content.ts';
import { openNumbersOf } from '../../../shared/domain/figure-open.ts';
import { numberFigures } from '../../../shared/domain/figure-print.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { conditionsOf, printedBody } from '../../../shared/domain/printed.ts';
import { headingItemsOf } from '../../../shared/domain/roll/open-items.ts';
import { maskedPlaces } from './layout.ts';
import { type MissingImprint, missingImprint } from './layout-imprint.ts';
import type { MaskedPlace } from './layout-masking.ts';
import { unresolvedBy } from './layout-model.ts';

export type ExportPlace = z.infer<typeof exportPlaceSchema>;
export type OverriddenPlace = z.infer<typeof overriddenPlaceSchema>;

export interface Readiness {
  /**
   * Places of the prose, of tables and charts whose number is missing, carried over, or has changed under what a person
   * wrote there, chapter by chapter: first the numbers that are printed, in reading order, then the conditional passages
   * of which such a number decides whether they are.
   */
  unresolved: ExportPlace[];
  /** Places that a person wrote over and whose number has not changed since; they do not stand in the way. */
  overridden: OverriddenPlace[];
  /**
   * Paragraphs with text that are still marked as taken over from an earlier year; also those that no condition lets
   * through now, for a changed number prints them.
   */
  carriedParagraphs: number;
  /** Years, dates and numbers in headings that stand as they did last year. */
  staleHeadings: { chapterId: string; text: string }[];
  /** 公文要素 that a document with a red head must have and this report lacks. */
  imprintMissing: MissingImprint[];
  /** Private data that the 网上公开版 masks. */
  masked: MaskedPlace[];
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
  const numbered = numberChapters(chapters);
  const labels = numberFigures(numbered);
  for (const { chapter, marker } of numbered) {
    const printed = printedBody(chapter.body, report.year, book);
    for (const node of printed.content.flatMap(({ content }) => content ?? [])) {
      if (node.type === 'binding') {
        const place = placeOf(node.attrs, chapter.id, book);
        const state = unresolvedBy(renderBinding(node.attrs, report.year, book).state);
        const { override } = node.attrs;
        if (state !== null) unresolved.push({ ...place, state });
        else if (override !== undefined) {
          const { text, reason } = override;
          overridden.push({ ...place, text, reason, instead: tableText(node.attrs, report.year, book).text });
        }
      }
      if (node.type === 'figure') {
        const label = labels.get(node.attrs.id) ?? '';
        unresolved.push(...openFigure(node.attrs, label, chapter.id, report.year, book));
      }
    }
    for (const condition of conditionsOf(chapter.body)) {
      const state = conditionState(condition, report.year, book);
      if (state === 'confirmed') continue;
      unresolved.push({ ...placeOf(condition, chapter.id, book), state, condition: true });
    }
    for (const { text } of headingItemsOf(chapter, marker, lastYearHeadings)) {
      staleHeadings.push({ chapterId: chapter.id, text });
    }
    awaiting += carriedParagraphs(chapter.body);
  }
  return {
    unresolved,
    overridden,
    carriedParagraphs: awaiting,
    staleHeadings,
    imprintMissing: missingImprint(report, chapters),
    masked: maskedPlaces({ report, chapters }, book),
  };
}

function placeOf(
  { id: bindingId, indicatorId }: Pick<BindingAttributes, 'id' | 'indicatorId'>,
  chapterId: string,
  book: NumberBook,
): Omit<ExportPlace, 'state'> {
  const indicatorName = book.indicator(indicatorId)?.name ?? indicatorId;
  return { chapterId, bindingId, indicatorId, indicatorName };
}

function openFigure(
  figure: FigureAttributes,
  label: string,
  chapterId: string,
  reportYear: number,
  book: NumberBook,
): ExportPlace[] {
  const content = figureContent(figure, reportYear, book);
  return openNumbersOf(content).map(({ indicatorId, name, year, state }) => ({
    chapterId,
    bindingId: figure.id,
    indicatorId,
    indicatorName: name,
    state,
    figure: { label, year },
  }));
}
