/** What was not saved, taken into its report in one transaction; what stood before is kept as a state of its history. */
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Observation } from '../../../shared/domain/model.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import { requireEditableReport } from '../handlers/reports.ts';
import { keepState } from '../history/keep-state.ts';
import { readChapters, setChapterRemoved, writeChapter } from '../storage/queries/chapters.ts';
import { readIndicatorFormula, readObservation, writeObservation } from '../storage/queries/numbers.ts';
import { readReport, updateReport } from '../storage/queries/reports.ts';
import { reportGone, requireUnsaved, withUnsaved } from './with-unsaved.ts';

/** Cells of indicators that are gone or computed now cannot be written; they stay in the journal. */
function writableCells({ database }: WriteContext, cells: readonly Observation[]): Observation[] {
  return cells.filter(({ indicatorId }) => readIndicatorFormula(database, indicatorId)?.formula === null);
}

export function acceptUnsaved(context: WriteContext, id: string): MethodOutput<'journal.accept'> {
  const { database, now } = context;
  const work = requireUnsaved(context, id);
  if (readReport(database, work.report.id) === null) throw reportGone(work);
  const report = requireEditableReport(context, work.report.id);
  const items = [...work.items.values()].map(({ item }) => item);
  const before = keepState(context, report.id, 'restore');
  const { report: head, changed } = withUnsaved(context, report, items);
  for (const chapter of changed) {
    // A window that still shows the text before must meet a conflict, not overwrite this.
    writeChapter(database, report.id, { ...chapter, revision: chapter.revision + 1 }, now);
    setChapterRemoved(database, chapter.id, null);
  }
  updateReport(database, { ...head, state: report.state, updatedAt: now });
  const numbersAfter = writableCells(
    context,
    items.flatMap((item) => (item.kind === 'numbers' ? item.observations : [])),
  );
  const numbersBefore = numbersAfter.map((cell) => readObservation(database, cell.indicatorId, cell.year));
  for (const cell of numbersAfter) writeObservation(database, cell, now);
  const stored = readReport(database, report.id);
  if (stored === null) throw new ExpectedFailure('report.notFound');
  return {
    savedAt: now,
    content: { report: stored, chapters: readChapters(database, report.id) },
    before: before.id,
    numbersBefore,
    numbersAfter,
  };
}
