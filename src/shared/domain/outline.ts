/** The chapter tree in reading order, with levels and computed markers. Source of the markers: GB/T 9704-2012, 7.3.3. */
import type { Numbering } from './format-profile-schema.ts';
import type { Chapter } from './model.ts';
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
