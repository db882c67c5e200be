/** How far a report is, counted from what the session holds. Pure. */
import type { NumberTables } from '../../shared/contract.ts';
import { renderBinding } from '../../shared/domain/binding-text.ts';
import { conditionState } from '../../shared/domain/condition-holds.ts';
import { bindingsOf, carriedParagraphs, isBlankDocument } from '../../shared/domain/document.ts';
import type { Report } from '../../shared/domain/model.ts';
import type { NumberBook } from '../../shared/domain/number-book.ts';
import type { NumberedChapter } from '../../shared/domain/outline.ts';
import { conditionsOf, printedBody } from '../../shared/domain/printed.ts';
import { isAskedFor } from '../../shared/domain/topic-members.ts';

export interface ReportProgress {
  /** Numbers that the printed text shows, or that decide what is printed, and nobody has entered. */
  missing: number;
  /** Numbers of the year taken over and not confirmed, shown in the text or not. */
  carried: number;
  /** Places that a person wrote over and whose number has changed since. */
  changed: number;
  /** Chapters with such places, in reading order. */
  changedChapterIds: string[];
  /** Paragraphs carried over that await a decision, printed now or not. */
  carriedParagraphs: number;
  /** Chapters with such paragraphs, in reading order. */
  carriedChapterIds: string[];
  /** Chapters without text, of their own or below them, in reading order. */
  emptyChapterIds: string[];
}

interface Counted {
  report: Report;
  numbered: readonly NumberedChapter[];
  tables: NumberTables;
  book: NumberBook;
}

/** A number that is missing blocks only where the text shows it; one carried over could be wrong anywhere. */
export function reportProgress({ report, numbered, tables, book }: Counted): ReportProgress {
  const carried = new Set(
    tables.indicators
      .filter((indicator) => indicator.formula === null && isAskedFor(indicator, report.year))
      .filter(({ id }) => book.cell(id, report.year).state === 'carried')
      .map(({ id }) => id),
  );
  const missing = new Set<string>();
  const carriedChapterIds: string[] = [];
  const changedChapterIds: string[] = [];
  let awaiting = 0;
  let changed = 0;
  for (const { chapter } of numbered) {
    let changedHere = 0;
    const printed = printedBody(chapter.body, report.year, book);
    for (const binding of bindingsOf(printed)) {
      const { state } = renderBinding(binding, report.year, book);
      if (state === 'missing') missing.add(binding.indicatorId);
      if (state === 'sourceChanged') changedHere += 1;
    }
    for (const condition of conditionsOf(chapter.body)) {
      if (conditionState(condition, report.year, book) === 'missing') missing.add(condition.indicatorId);
    }
    changed += changedHere;
    if (changedHere > 0) changedChapterIds.push(chapter.id);
    const here = carriedParagraphs(chapter.body);
    awaiting += here;
    if (here > 0) carriedChapterIds.push(chapter.id);
  }
  return {
    missing: missing.size,
    carried: carried.size,
    changed,
    changedChapterIds,
    carriedParagraphs: awaiting,
    carriedChapterIds,
    emptyChapterIds: emptyChapterIds(numbered),
  };
}

function emptyChapterIds(numbered: readonly NumberedChapter[]): string[] {
  return numbered
    .filter(({ chapter }, index) => {
      const holdsOthers = numbered[index + 1]?.chapter.parentId === chapter.id;
      return !holdsOthers && isBlankDocument(chapter.body);
    })
    .map(({ chapter }) => chapter.id);
}
