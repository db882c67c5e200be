/** What blocks a formal document, gathered by chapter in reading order. Pure. */

import type { MethodOutput } from '../../../shared/contract.ts';
import { carriedParagraphs } from '../../../shared/domain/document.ts';
import type { Look } from '../../../shared/domain/look.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';

export type Readiness = MethodOutput<'export.readiness'>;
type Unresolved = Readiness['unresolved'];

/** What the report's texts still owe, whatever the look. */
type OpenTexts = Pick<Readiness, 'unresolved' | 'carriedParagraphs' | 'staleHeadings'>;

/** Nothing stands between the report and a formal document of this look. Only the red head shows what it lacks. */
export function isReady(readiness: OpenTexts & Pick<Readiness, 'imprintMissing'>, look: Look): boolean {
  const { unresolved, carriedParagraphs, staleHeadings } = readiness;
  const open = unresolved.length + carriedParagraphs + staleHeadings.length;
  return open + missingElements(readiness, look).length === 0;
}

/** The elements that keep a formal document of this look back. */
export function missingElements(
  { imprintMissing }: Pick<Readiness, 'imprintMissing'>,
  look: Look,
): Readiness['imprintMissing'] {
  return look === 'formal' ? imprintMissing : [];
}

export interface OpenPoints {
  chapterId: string;
  /** Marker and heading; empty for a chapter without either. */
  name: string;
  numbers: Unresolved;
  /** Paragraphs with text still marked as carried over. */
  paragraphs: number;
  /** Last year's years, dates and numbers that its heading still holds. */
  stale: string[];
}

export function openPoints(
  numbered: readonly NumberedChapter[],
  { unresolved, staleHeadings }: Pick<Readiness, 'unresolved' | 'staleHeadings'>,
): OpenPoints[] {
  const byChapter = Map.groupBy(unresolved, (place) => place.chapterId);
  const headings = Map.groupBy(staleHeadings, (place) => place.chapterId);
  return numbered
    .map(({ chapter, marker }) => ({
      chapterId: chapter.id,
      name: `${marker}${chapter.heading}`,
      numbers: byChapter.get(chapter.id) ?? [],
      paragraphs: carriedParagraphs(chapter.body),
      stale: (headings.get(chapter.id) ?? []).map(({ text }) => text),
    }))
    .filter(({ numbers, paragraphs, stale }) => numbers.length + paragraphs + stale.length > 0);
}
