/** What was not saved, as a person is told of it. */

import type { UnsavedEntry } from '../../../shared/contract/journal-methods.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { compareTexts } from '../../../shared/domain/roll/compare.ts';
import type { UnsavedItem } from '../../../shared/domain/unsaved.ts';
import {
  chapterTitles,
  type UnsavedSurroundings,
  unsavedParagraphs,
  unsavedText,
} from '../../../shared/domain/unsaved-text.ts';
import type { ReadContext } from '../context.ts';
import { formatOf } from '../handlers/format-profiles.ts';
import { textsOf } from '../handlers/roll.ts';
import type { UnsavedWork } from '../storage/journal/left-work.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readReport } from '../storage/queries/reports.ts';
import { isHeld, reportGone, requireUnsaved, withUnsaved } from './with-unsaved.ts';

function pieceOf(
  item: UnsavedItem,
  chapters: readonly Chapter[],
  around: UnsavedSurroundings,
): UnsavedEntry['pieces'][number] {
  if (item.kind === 'report') return { kind: item.kind, title: '', count: 1, state: 'newer' };
  if (item.kind === 'numbers') {
    return { kind: item.kind, title: '', count: item.observations.length, state: 'newer' };
  }
  const chapter = chapters.find(({ id }) => id === item.chapterId);
  const title = around.titles.get(item.chapterId) ?? (item.kind === 'body' ? item.heading : '');
  if (item.kind === 'heading') {
    return { kind: item.kind, title, count: 1, state: chapter === undefined ? 'gone' : 'newer' };
  }
  const count = [...unsavedParagraphs(item, around).join('').replace(/\s/gu, '')].length;
  const since = chapter !== undefined && chapter.revision > item.revision ? 'changedSince' : 'newer';
  return { kind: item.kind, title, count, state: chapter === undefined ? 'gone' : since };
}

/** Null where the workspace holds all of it. */
export function describeUnsaved(
  context: Pick<ReadContext, 'database' | 'journal'>,
  work: UnsavedWork,
): UnsavedEntry | null {
  const { database } = context;
  const report = readReport(database, work.report.id);
  const chapters = report === null ? [] : readChapters(database, report.id);
  const items = [...work.items.values()]
    .map(({ item }) => item)
    .filter((item) => !isHeld(context, report, chapters, item));
  if (items.length === 0) return null;
  const around: UnsavedSurroundings = {
    titles: chapterTitles(chapters, report === null ? undefined : formatOf(context, report).numbering),
    book: createNumberBook(readNumberTables(database)),
    year: work.report.year,
  };
  return {
    id: work.id,
    report: work.report,
    keptAt: work.at,
    state: report === null ? 'gone' : report.state === 'final' ? 'final' : 'ready',
    pieces: items.map((item) => pieceOf(item, chapters, around)),
    text: unsavedText(items, around),
  };
}

/** What stands now on the left, with what was not saved on the right. Throws journal.notFound, .reportGone. */
export function compareUnsaved(context: Pick<ReadContext, 'database' | 'journal'>, id: string) {
  const { database } = context;
  const work = requireUnsaved(context, id);
  const report = readReport(database, work.report.id);
  if (report === null) throw reportGone(work);
  const items = [...work.items.values()].map(({ item }) => item);
  const book = createNumberBook(readNumberTables(database));
  const { numbering } = formatOf(context, report);
  const after = withUnsaved(context, report, items);
  const now = textsOf({ report, chapters: readChapters(database, report.id) }, book, numbering);
  return compareTexts(now, textsOf({ report, chapters: after.chapters }, book, numbering));
}
