/** What each row of the outline shows, computed from the chapters. Pure. */
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import {
  attachmentLabels,
  type NumberedChapter,
  withoutAttachments,
} from '../../../../shared/domain/outline.ts';
import { type ChapterMark, chapterMark } from '../chapter-mark.ts';
import { carriedPercent } from '../reuse/carried-percent.ts';

export interface OutlineRow {
  id: string;
  /** Depth in the tree, from 1. */
  level: number;
  /** «一、», «附件1»; empty for opening and closing. */
  marker: string;
  heading: string;
  kind: Chapter['kind'];
  done: boolean;
  runIn: boolean;
  mark: ChapterMark;
  /** How much of its own text is carried over and not confirmed, in per cent. */
  carried: number;
  /** Characters of the chapter and of all below it. */
  characters: number;
}

export interface OutlineSummary {
  rows: OutlineRow[];
  /** Of the report itself: how long a report usually is says nothing of its attachments. */
  characters: number;
}

/** `bodies`: the texts as they stand now, which the numbered chapters may lag behind. */
export function outlineRows(
  numbered: readonly NumberedChapter[],
  bodies: ReadonlyMap<string, ChapterDocument>,
  count: (body: ChapterDocument) => number,
): OutlineSummary {
  const below = new Map<string, { marks: ChapterMark[]; characters: number }>();
  const rows: OutlineRow[] = [];
  const depths = new Map<string, number>();
  for (const { chapter } of numbered) depths.set(chapter.id, (depths.get(chapter.parentId ?? '') ?? 0) + 1);
  const labels = attachmentLabels(numbered);
  const counted = new Set(withoutAttachments(numbered));
  let total = 0;
  // Children stand behind their parent in reading order, so from the end each parent finds its children counted.
  for (const one of numbered.toReversed()) {
    const { chapter } = one;
    const body = bodies.get(chapter.id) ?? chapter.body;
    const children = below.get(chapter.id);
    const mark = chapterMark({ body, done: chapter.done }, children?.marks);
    const own = count(body);
    const characters = own + (children?.characters ?? 0);
    if (counted.has(one)) total += own;
    if (chapter.parentId !== null) {
      const family = below.get(chapter.parentId) ?? { marks: [], characters: 0 };
      family.marks.push(mark);
      family.characters += characters;
      below.set(chapter.parentId, family);
    }
    const { id, heading, kind, done, runIn } = chapter;
    const carried = carriedPercent({ ...chapter, body });
    const level = depths.get(id) ?? one.level;
    const marker = labels.get(id) ?? one.marker;
    rows.push({ id, level, marker, heading, kind, done, runIn, mark, carried, characters });
  }
  return { rows: rows.reverse(), characters: total };
}
