import type { ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import {
  type BindingAttributes,
  type ParagraphNode,
  paragraphText,
} from '../../../shared/domain/document.ts';
import { figureInText } from '../../../shared/domain/figure-print.ts';
import type { Numbering } from '../../../shared/domain/format-profile-schema.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import { standardNumbering } from '../../../shared/domain/numbering-form.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { printedBody } from '../../../shared/domain/printed.ts';
import { compareTexts } from '../../../shared/domain/roll/compare.ts';
import { applyClean, mergeChanges } from '../../../shared/domain/roll/merge.ts';
import { openItemsOf } from '../../../shared/domain/roll/open-items.ts';
import { paragraphPlain } from '../../../shared/domain/roll/sentences.ts';
import type { ReadContext } from '../context.ts';
import { readChapter, readChapters, writeChapter } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readReport, touchReport } from '../storage/queries/reports.ts';
import { type RollBase, readRollBases, writeRollBase } from '../storage/queries/roll-base.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireEditableReport, requireReport } from './reports.ts';

/** Longer ago, nobody in the office remembers why a sentence stands. */
const longestLineage = 10;

function lineageOf(context: Pick<ReadContext, 'database'>, id: string): ReportContent[] {
  const contents: ReportContent[] = [];
  const seen = new Set([id]);
  let next = requireReport(context, id).predecessorId;
  while (next !== null && contents.length < longestLineage && !seen.has(next)) {
    seen.add(next);
    const report = readReport(context.database, next);
    if (report === null) break;
    contents.push({ report, chapters: readChapters(context.database, next) });
    next = report.predecessorId;
  }
  return contents;
}

function missingMark({ indicatorId }: BindingAttributes, book: NumberBook): string {
  return `【缺：${book.indicator(indicatorId)?.name ?? ''}】`;
}

/** A report's text as it prints: paragraphs in reading order, headings with their markers, numbers as they read. */
export function textsOf(
  { report, chapters }: ReportContent,
  book: NumberBook,
  numbering: Numbering = standardNumbering,
): string[] {
  const show = (paragraph: ParagraphNode) =>
    paragraphText(
      paragraph,
      (binding) => renderBinding(binding, report.year, book).text || missingMark(binding, book),
      figureInText,
    );
  return numberChapters(chapters, numbering).flatMap(({ chapter, marker }) => [
    ...(chapter.kind === 'section' ? [`${marker}${chapter.heading}`] : []),
    ...printedBody(chapter.body, report.year, book)
      .content.map(show)
      .filter((text) => text !== ''),
  ]);
}

interface RolledChapter {
  chapter: Chapter;
  /** As displayed. */
  title: string;
  base: RollBase;
  /** Last year's chapter as it stands now. */
  theirs: Chapter;
}

/** The chapters of a report whose text came from last year, where last year's chapter still is. */
function rolledChapters(context: Pick<ReadContext, 'database'>, reportId: string): RolledChapter[] {
  const bases = new Map(readRollBases(context.database, reportId).map((base) => [base.chapterId, base]));
  const { numbering } = formatOf(context, requireReport(context, reportId));
  return numberChapters(readChapters(context.database, reportId), numbering).flatMap(
    ({ chapter, marker }) => {
      const base = bases.get(chapter.id);
      const theirs = base === undefined ? null : readChapter(context.database, base.predecessorChapterId);
      return base === undefined || theirs === null
        ? []
        : [{ chapter, title: `${marker}${chapter.heading}`, base, theirs }];
    },
  );
}

export const rollQueries = {
  'report.lineage': (context, { id }) => ({ contents: lineageOf(context, id) }),

  'report.openItems': (context, { id }) => {
    const report = requireReport(context, id);
    const chapters = readChapters(context.database, id);
    const old = report.predecessorId === null ? [] : readChapters(context.database, report.predecessorId);
    const lastYearTexts = old.flatMap(({ body }) => body.content.map(paragraphPlain));
    const { numbering } = formatOf(context, report);
    const lastYearHeadings = new Set(old.map(({ heading }) => heading));
    return { items: openItemsOf({ report, chapters, lastYearTexts, lastYearHeadings, numbering }) };
  },

  'report.compare': (context, { leftId, rightId }) => {
    const book = createNumberBook(readNumberTables(context.database));
    const [left, right] = [requireReport(context, leftId), requireReport(context, rightId)];
    // One form for both: another format alone must not show every heading as changed.
    const { numbering } = formatOf(context, left.year > right.year ? left : right);
    const textsIn = (report: Report) =>
      textsOf({ report, chapters: readChapters(context.database, report.id) }, book, numbering);
    return { pairs: compareTexts(textsIn(left), textsIn(right)) };
  },

  'report.rollChanges': (context, { id }) => {
    const { year } = requireReport(context, id);
    const book = createNumberBook(readNumberTables(context.database));
    const show = (binding: BindingAttributes) => renderBinding(binding, year, book).text;
    return {
      changes: rolledChapters(context, id).flatMap(({ chapter, title, base, theirs }) =>
        mergeChanges({ base: base.body, theirs: theirs.body, ours: chapter.body }, show).map((change) => ({
          chapterId: chapter.id,
          chapter: title,
          ...change,
        })),
      ),
    };
  },
} satisfies Partial<QueryHandlers>;

export const rollCommands = {
  'report.rollAgain': (context, { id }) => {
    const { database, now } = context;
    const report = requireEditableReport(context, id);
    const predecessor = report.predecessorId === null ? null : readReport(database, report.predecessorId);
    const carriedFrom = predecessor?.year ?? report.year - 1;
    let taken = 0;
    for (const { chapter, base, theirs } of rolledChapters(context, id)) {
      const versions = { base: base.body, theirs: theirs.body, ours: chapter.body };
      const merged = applyClean({ ...versions, carriedFrom });
      if (merged.taken === 0) continue;
      taken += merged.taken;
      const body = merged.document;
      writeChapter(database, id, { ...chapter, body, done: false, revision: chapter.revision + 1 }, now);
      // With nothing left in dispute, last year's text as it stands now is where the next comparison begins.
      const settled = mergeChanges({ ...versions, ours: body }).length === 0;
      if (settled) writeRollBase(database, { ...base, body: theirs.body });
    }
    if (taken > 0) touchReport(database, id, now);
    return { savedAt: now, taken };
  },
} satisfies Partial<CommandHandlers>;
