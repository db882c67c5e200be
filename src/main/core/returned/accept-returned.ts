/** Stores what was decided about a returned file, and takes it back, each as one step. */

import type { ReturnedState, ReturnedWritten } from '../../../shared/contract/returned-methods.ts';
import type { ReportContent } from '../../../shared/contract.ts';
import { tableText } from '../../../shared/domain/binding-text.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import { applyReturned, type Decisions } from '../../../shared/domain/returned/apply-returned.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import { keepState } from '../history/keep-state.ts';
import { readChapters, writeChapter } from '../storage/queries/chapters.ts';
import { readObservation, writeObservation } from '../storage/queries/numbers.ts';
import { readReport, updateReport } from '../storage/queries/reports.ts';
import type { ComparedReport } from './compare-with-report.ts';

export interface AcceptedReturn {
  before: ReturnedState;
  after: ReturnedState;
  written: ReturnedWritten;
}

/** Throws returned.twoNumbers `{ name }`; nothing is stored then. */
export function acceptReturned(
  context: WriteContext,
  { content, book, comparison }: ComparedReport,
  decisions: Decisions,
  fileName: string,
): AcceptedReturn {
  const { report, chapters } = content;
  const applied = applyReturned({
    ...decisions,
    comparison,
    chapters,
    book,
    source: `领导修改稿 ${fileName}`,
    table: (binding) => tableText(binding, report.year, book).text,
    newId: context.newId,
  });
  const [name] = applied.contradictions;
  if (name !== undefined) throw new ExpectedFailure('returned.twoNumbers', { name });
  const changed = new Set(applied.chapters.map(({ id }) => id));
  const fields = Object.keys(applied.report) as (keyof typeof applied.report)[];
  const before: ReturnedState = {
    chapters: chapters.filter(({ id }) => changed.has(id)).map(textOf),
    report: Object.fromEntries(fields.map((field) => [field, report[field]])),
    observations: applied.observations.map(({ indicatorId, year }) =>
      readObservation(context.database, indicatorId, year),
    ),
  };
  const after: ReturnedState = {
    chapters: applied.chapters.map(textOf),
    report: applied.report,
    observations: applied.observations,
  };
  return { before, after, written: writeState(context, content, after) };
}

/** `state` in place of `expected`. Throws returned.changedMeanwhile where something else stands there now. */
export function restoreReturned(
  context: WriteContext,
  content: ReportContent,
  state: ReturnedState,
  expected: ReturnedState,
): ReturnedWritten {
  const texts = new Map(content.chapters.map((chapter) => [chapter.id, JSON.stringify(textOf(chapter))]));
  const asExpected =
    expected.chapters.every((text) => texts.get(text.id) === JSON.stringify(textOf(text))) &&
    Object.entries(expected.report).every(
      ([field, value]) => content.report[field as keyof typeof expected.report] === value,
    ) &&
    expected.observations.every(({ indicatorId, year, entry }) => {
      const stored = readObservation(context.database, indicatorId, year).entry;
      return JSON.stringify(stored) === JSON.stringify(entry);
    });
  if (!asExpected) throw new ExpectedFailure('returned.changedMeanwhile');
  return writeState(context, content, state);
}

function textOf({ id, heading, body }: Pick<Chapter, 'id' | 'heading' | 'body'>) {
  return { id, heading, body };
}

function patched(report: Report, patch: ReturnedState['report']): Report {
  return {
    ...report,
    title: patch.title ?? report.title,
    documentNumber: patch.documentNumber ?? report.documentNumber,
    addressee: patch.addressee ?? report.addressee,
    signature: patch.signature ?? report.signature,
    issuedOn: patch.issuedOn === undefined ? report.issuedOn : patch.issuedOn,
  };
}

function writeState(
  context: WriteContext,
  { report, chapters }: ReportContent,
  state: ReturnedState,
): ReturnedWritten {
  const { database, now } = context;
  // What the leader's changes replace can always be looked at again.
  keepState(context, report.id, 'work');
  const texts = new Map(state.chapters.map((text) => [text.id, text]));
  for (const chapter of chapters) {
    const text = texts.get(chapter.id);
    if (text === undefined) continue;
    const { heading, body } = text;
    writeChapter(database, report.id, { ...chapter, heading, body, revision: chapter.revision + 1 }, now);
  }
  for (const observation of state.observations) writeObservation(database, observation, now);
  updateReport(database, { ...patched(report, state.report), updatedAt: now });
  return {
    savedAt: now,
    report: readReport(database, report.id) ?? report,
    chapters: readChapters(database, report.id).filter(({ id }) => texts.has(id)),
    observations: state.observations,
  };
}
