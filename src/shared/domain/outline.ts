/** The chapter tree in reading order, with levels and computed markers. Source of the markers: GB/T 9704-2012, 7.3.3. */
import type { Numbering } from './format-profile-schema.ts';
import type { Chapter, ChapterKind } from './model.ts';
import { markerOf, standardNumbering } from './numbering-form.ts';

/** Levels of headings in an official document: 一、 / （一） / 1. / （1）. */
export const deepestLevel = 4;

export interface NumberedChapter {
  chapter: Chapter;
  /** 1–4. */
  level: number;
  /** «一、», «（一）», «1.», «（1）» by the national standard; empty for a preamble, closing or attachment. */
  marker: string;
}

/** The marker of the `ordinal`-th numbered sibling (from 1) at `level` (1–4); deeper ones are numbered as the fourth. */
export function chapterMarker(
  level: number,
  ordinal: number,
  numbering: Numbering = standardNumbering,
): string {
  const [first, second, third, fourth] = numbering;
  return markerOf([first, second, third][level - 1] ?? fourth, ordinal);
}

/**
 * All chapters in reading order with level and marker. Siblings are ordered by position, then by id, so that the
 * result does not depend on the order of the input. Chapters whose parent is not in the list are left out. `numbering`: the forms
 * of the report's format.
 */
export function numberChapters(
  chapters: readonly Chapter[],
  numbering: Numbering = standardNumbering,
): NumberedChapter[] {
  const children = Map.groupBy(chapters, (chapter) => chapter.parentId);
  const ordered: NumberedChapter[] = [];
  const visit = (parentId: string | null, level: number) => {
    let ordinal = 0;
    const siblings = [...(children.get(parentId) ?? [])].sort(
      (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
    );
    for (const chapter of siblings) {
      if (chapter.kind === 'section') ordinal += 1;
      ordered.push({
        chapter,
        level,
        marker: chapter.kind === 'section' ? chapterMarker(level, ordinal, numbering) : '',
      });
      // Below an attachment the numbering begins afresh.
      visit(chapter.id, chapter.kind === 'attachment' ? 1 : level + 1);
    }
  };
  visit(null, 1);
  return ordered;
}

/** Whether a chapter of this kind is printed with a heading of its own. */
export function hasHeading(kind: ChapterKind): boolean {
  return kind === 'section' || kind === 'attachment';
}

/** «附件1», or «附件» where there is only one (GB/T 9704-2012, 7.3.7). `index` counts from 0. */
export function attachmentLabel(index: number, count: number): string {
  return count > 1 ? `附件${index + 1}` : '附件';
}

/** The labels of the attachments by chapter id. */
export function attachmentLabels(chapters: readonly NumberedChapter[]): ReadonlyMap<string, string> {
  const attachments = chapters.filter(({ chapter }) => chapter.kind === 'attachment');
  return new Map(
    attachments.map(({ chapter }, index) => [chapter.id, attachmentLabel(index, attachments.length)]),
  );
}

/** The report itself, without the attachments and what stands below them. */
export function withoutAttachments(chapters: readonly NumberedChapter[]): readonly NumberedChapter[] {
  const first = chapters.findIndex(({ chapter }) => chapter.kind === 'attachment');
  // They are the last of the root, so that everything behind the first belongs to one of them.
  return first === -1 ? chapters : chapters.slice(0, first);
}
