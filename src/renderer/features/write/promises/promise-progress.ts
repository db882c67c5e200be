/** How far last year's promises are answered, and where. Pure. */
import type { ParagraphNode } from '../../../../shared/domain/document.ts';
import { type BindingAttributes, paragraphText } from '../../../../shared/domain/document.ts';
import type { ReportPromise } from '../../../../shared/domain/promise.ts';

export function openPromises(promises: readonly ReportPromise[]): ReportPromise[] {
  return promises.filter(({ state }) => state === 'open');
}

const longestPassage = 2000;

/** A selected passage as it is linked: on one line, no longer than the contract allows. */
export function linkedPassage(selected: string): string {
  return selected.replace(/\s+/gu, ' ').trim().slice(0, longestPassage);
}

/**
 * Index of the paragraph that a linked passage stands in, or of the one that holds most of its beginning; null where it
 * was rewritten since, or the whole chapter was linked.
 */
export function passagePlace(
  paragraphs: readonly ParagraphNode[],
  passage: string,
  show: (binding: BindingAttributes) => string,
): number | null {
  if (passage === '') return null;
  const texts = paragraphs.map((paragraph) => paragraphText(paragraph, show));
  for (const length of [passage.length, 24, 12, 6]) {
    const index = texts.findIndex((text) => text.includes(passage.slice(0, length)));
    if (index !== -1) return index;
  }
  return null;
}
