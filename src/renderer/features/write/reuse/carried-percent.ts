/** How much of a text stands in carried paragraphs that nobody has confirmed, in whole per cent. */
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import { carriedShare } from '../../../../shared/domain/roll/staleness.ts';

/** Bodies are never changed in place, so each is measured once. */
const known = new WeakMap<ChapterDocument, number>();

/** A little is never told as nothing, and nearly all never as all. */
function percent(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

export function carriedPercent(chapter: Chapter): number {
  const measured = known.get(chapter.body) ?? percent(carriedShare([chapter]).get(chapter.id) ?? 0);
  known.set(chapter.body, measured);
  return measured;
}

/** Of all chapters together. */
export function carriedPercentOfAll(chapters: readonly Chapter[]): number {
  const [first] = chapters;
  if (!first) return 0;
  const content = chapters.flatMap(({ body }) => body.content);
  return percent(carriedShare([{ ...first, body: { type: 'doc', content } }]).get(first.id) ?? 0);
}
