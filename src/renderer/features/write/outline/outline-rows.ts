/** What each row of the outline shows, computed from the chapters. Pure. */
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import type { Chapter } from '../../../../shared/domain/model.ts';
import type { NumberedChapter } from '../../../../shared/domain/outline.ts';
import { type ChapterMark, chapterMark } from '../chapter-mark.ts';
import { carriedPercent } from '../reuse/carried-percent.ts';

export interface OutlineRow {
  id: string;
  level: number;
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
  let total = 0;
  // Children stand behind their parent in reading order, so from the end each parent finds its children counted.
  for (const { chapter, level, marker } of numbered.toReversed()) {
    const body = bodies.get(chapter.id) ?? chapter.body;
    const children = below.get(chapter.id);
    const mark = chapterMark({ body, done: chapter.done }, children?.marks);
    const own = count(body);
    const characters = own + (children?.characters ?? 0);
    total += own;
    if (chapter.parentId !== null) {
      const family = below.get(chapter.parentId) ?? { marks: [], characters: 0 };
      family.marks.push(mark);
      family.characters += characters;
      below.set(chapter.parentId, family);
    }
    const { id, heading, kind, done, runIn } = chapter;
    const carried = carriedPercent({ ...chapter, body });
    rows.push({ id, level, marker, heading, kind, done, runIn, mark, carried, characters });
  }
  return { rows: rows.reverse(), characters: total };
}
