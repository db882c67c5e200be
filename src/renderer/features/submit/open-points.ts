/** What blocks a formal document, gathered by chapter in reading order. Pure. */
import type { MethodOutput } from '../../../shared/contract.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';

type Unresolved = MethodOutput<'export.readiness'>['unresolved'];

export interface OpenPoints {
  chapterId: string;
  /** Marker and heading; empty for a chapter without either. */
  name: string;
  numbers: Unresolved;
  /** Paragraphs with text still marked as carried over. */
  paragraphs: number;
}

export function openPoints(numbered: readonly NumberedChapter[], unresolved: Unresolved): OpenPoints[] {
  const byChapter = Map.groupBy(unresolved, (place) => place.chapterId);
  return numbered
    .map(({ chapter, marker }) => ({
      chapterId: chapter.id,
      name: `${marker}${chapter.heading}`,
      numbers: byChapter.get(chapter.id) ?? [],
      paragraphs: chapter.body.content.filter(
        ({ attrs, content }) => attrs.carriedFrom !== null && (content ?? []).length > 0,
      ).length,
    }))
    .filter(({ numbers, paragraphs }) => numbers.length > 0 || paragraphs > 0);
}
