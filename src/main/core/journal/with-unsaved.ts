/** A report as it would be with what was not saved. */

import { isDeepStrictEqual } from 'node:util';
import { emptyDocument } from '../../../shared/domain/document.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import type { UnsavedItem } from '../../../shared/domain/unsaved.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import type { UnsavedWork } from '../storage/journal/left-work.ts';
import { readChapter, readChapters } from '../storage/queries/chapters.ts';
import { readObservation } from '../storage/queries/numbers.ts';

type Reading = Pick<ReadContext, 'database' | 'journal'>;

/** Throws journal.notFound. */
export function requireUnsaved({ journal }: Pick<Reading, 'journal'>, id: string): UnsavedWork {
  const work = journal.list().find((one) => one.id === id);
  if (work === undefined) throw new ExpectedFailure('journal.notFound');
  return work;
}

export function reportGone({ report: { title, year } }: UnsavedWork): ExpectedFailure {
  return new ExpectedFailure('journal.reportGone', { name: title, year });
}

/** Whether the workspace holds the item already. A body whose chapter is out of sight is not held. */
export function isHeld(
  { database }: Pick<Reading, 'database'>,
  report: Report | null,
  chapters: readonly Chapter[],
  item: UnsavedItem,
): boolean {
  switch (item.kind) {
    case 'body':
    case 'heading': {
      const chapter = chapters.find(({ id }) => id === item.chapterId);
      // A mark on a chapter that is not there has nothing to stand on.
      if (chapter === undefined) return item.kind === 'heading' && item.patch.heading === undefined;
      return item.kind === 'body'
        ? isDeepStrictEqual(chapter.body, item.body)
        : isDeepStrictEqual(chapter, { ...chapter, ...item.patch });
    }
    case 'report':
      return report !== null && isDeepStrictEqual(report, { ...report, ...item.patch });
    case 'numbers':
      return item.observations.every((cell) =>
        isDeepStrictEqual(readObservation(database, cell.indicatorId, cell.year), cell),
      );
  }
}

/**
 * The chapter of a text or heading that is not in sight: as it was where it was put out of sight, else a new one of that
 * identity behind the others.
 */
function missingChapter(
  { database }: Pick<Reading, 'database'>,
  chapters: readonly Chapter[],
  id: string,
  heading: string,
): Chapter {
  return (
    readChapter(database, id) ?? {
      id,
      parentId: null,
      position: chapters.filter(({ parentId }) => parentId === null).length,
      kind: 'section',
      heading,
      runIn: false,
      templateChapterKey: null,
      body: emptyDocument(),
      done: false,
      revision: 0,
    }
  );
}

/** The chapters with the items laid over them, and the report's data likewise. */
export function withUnsaved(
  context: Pick<Reading, 'database'>,
  report: Report,
  items: readonly UnsavedItem[],
): { report: Report; chapters: Chapter[]; changed: Chapter[] } {
  const chapters = readChapters(context.database, report.id);
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const changed = new Set<string>();
  let head = report;
  for (const item of items) {
    if (item.kind === 'report') head = { ...head, ...item.patch } as Report;
    if (item.kind !== 'body' && item.kind !== 'heading') continue;
    const heading = item.kind === 'body' ? item.heading : item.patch.heading;
    const before =
      byId.get(item.chapterId) ??
      (heading === undefined ? undefined : missingChapter(context, chapters, item.chapterId, heading));
    if (before === undefined) continue;
    const after =
      item.kind === 'body' ? { ...before, body: item.body } : ({ ...before, ...item.patch } as Chapter);
    byId.set(after.id, after);
    changed.add(after.id);
  }
  const all = [...byId.values()];
  return { report: head, chapters: all, changed: all.filter(({ id }) => changed.has(id)) };
}
