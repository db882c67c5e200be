/** From a point in a printed paragraph to the same point in its text. Pure. */
import { type ParagraphNode, paragraphText } from '../../../shared/domain/document.ts';
import type { PageBlock, PageSegment } from '../../../shared/domain/paged-document.ts';

/** Stands for a number or a figure, which is one character of a paragraph. */
const placeholder = '\ufffc';

function segmentsOf(block: PageBlock): PageSegment[] {
  return block.kind === 'text' ? block.lines.flatMap(({ segments }) => segments) : [];
}

/** Where something was pointed at: which piece of its block, and how many of its characters stand before the point. */
export interface PrintedPoint {
  segment: number;
  offset: number;
}

/** The printed words before and behind a point of a block, each number as one character. */
export function wordsAround(
  block: PageBlock,
  { segment, offset }: PrintedPoint,
): { before: string; after: string } {
  let before = '';
  let after = '';
  let lastBinding: string | null = null;
  segmentsOf(block).forEach(({ text, bindingId }, index) => {
    // A number that goes on in the next line, or in another font, is one number all the same.
    const goesOn = bindingId !== null && bindingId === lastBinding;
    lastBinding = bindingId;
    if (goesOn) return;
    const words = bindingId === null ? text : placeholder;
    const here = bindingId === null ? offset : 0;
    before += index < segment ? words : index === segment ? words.slice(0, here) : '';
    after += index > segment ? words : index === segment ? words.slice(here) : '';
  });
  return { before, after };
}

/** Characters compared on each side; the more agree, the surer the place. */
const widest = 12;

/**
 * The offset in the paragraph's text, numbers and figures counting one, at which these words stand around the caret; of
 * several the one nearest to where it was printed. Null where the words are not found: they may be a heading that runs
 * into the text, or have been changed since.
 */
export function offsetOfWords(
  paragraph: ParagraphNode,
  { before, after }: { before: string; after: string },
): number | null {
  const text = paragraphText(paragraph, () => placeholder, placeholder);
  for (let width = widest; width > 0; width -= 1) {
    const head = before.slice(-width);
    const words = head + after.slice(0, width);
    const found: number[] = [];
    for (let at = text.indexOf(words); at !== -1 && words !== ''; at = text.indexOf(words, at + 1)) {
      found.push(at + head.length);
    }
    const [nearest] = found.sort((a, b) => Math.abs(a - before.length) - Math.abs(b - before.length));
    if (nearest !== undefined) return nearest;
  }
  return null;
}
