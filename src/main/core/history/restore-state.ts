/** An earlier state in the place of what stands now. */
import type { StateContent } from '../../../shared/domain/history/report-state.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import type { WriteContext } from '../context.ts';
import { readChapter, readChapters, setChapterRemoved, writeChapter } from '../storage/queries/chapters.ts';
import { updateReport } from '../storage/queries/reports.ts';

/** Parents before their children, as the table's references want them. */
function parentsFirst(chapters: readonly Chapter[]): Chapter[] {
  const children = Map.groupBy(chapters, ({ parentId }) => parentId);
  const below = (parentId: string | null): Chapter[] =>
    (children.get(parentId) ?? []).flatMap((chapter) => [chapter, ...below(chapter.id)]);
  return below(null);
}

/**
 * Puts the chapters of `content` back as they were, those out of sight included, and the others out of sight. Each
 * revision grows, so that a window that still shows the text before meets a conflict and overwrites nothing.
 */
export function putBack(context: WriteContext, report: Report, content: StateContent): void {
  const { database, now } = context;
  const kept = new Set(content.chapters.map(({ id }) => id));
  for (const { id } of readChapters(database, report.id)) {
    if (!kept.has(id)) setChapterRemoved(database, id, now);
  }
  for (const chapter of parentsFirst(content.chapters)) {
    const revision = (readChapter(database, chapter.id)?.revision ?? 0) + 1;
    writeChapter(database, report.id, { ...chapter, revision }, now);
    setChapterRemoved(database, chapter.id, null);
  }
  updateReport(database, { ...report, ...content.report, updatedAt: now });
}
