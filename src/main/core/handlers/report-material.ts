/** A report with everything that printing it needs. */
import type { ReportContent } from '../../../shared/contract.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import type { ReadContext } from '../context.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { requireReport } from './reports.ts';

export interface ReportMaterial {
  content: ReportContent;
  book: NumberBook;
  /** Of the report that this one was begun from, without markers. */
  lastYearHeadings: ReadonlySet<string>;
}

/** Throws `report.notFound`. */
export function readForExport(context: Pick<ReadContext, 'database'>, reportId: string): ReportMaterial {
  const report = requireReport(context, reportId);
  const content = { report, chapters: readChapters(context.database, reportId) };
  const book = createNumberBook(readNumberTables(context.database));
  const old = report.predecessorId === null ? [] : readChapters(context.database, report.predecessorId);
  return { content, book, lastYearHeadings: new Set(old.map(({ heading }) => heading)) };
}
