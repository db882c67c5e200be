/** Where organ and date stand under a document without a seal. Source: GB/T 9704-2012, 7.3.5.2. */
import { textWidth } from './text-width.ts';

export interface SignaturePlacement {
  /** Distance of the organ's and the date's first character from the left edge of the text area, in characters. */
  organ: number;
  date: number;
}

/**
 * The organ stands `right` characters from the right edge, the date begins `shift` characters right of the organ's first.
 * A date longer than the organ stands `right` characters from the edge instead, and pushes the organ to the left.
 */
export function placeSignature(
  organ: string,
  date: string,
  grid: { characters: number; right: number; shift: number },
): SignaturePlacement {
  const edge = grid.characters - grid.right;
  const dateIsLonger = textWidth(date) > textWidth(organ);
  const organStart = dateIsLonger ? edge - textWidth(date) - grid.shift : edge - textWidth(organ);
  return { organ: Math.max(0, organStart), date: Math.max(0, organStart + grid.shift) };
}

/** Lines of a last paragraph that move to the next page with the signature: half a page. */
const mostLinesCarriedOver = 11;

/** Whether the paragraph before the signature moves with it as a whole where both do not fit on the page. */
export function movesWithSignature(text: string, charactersInLine: number): boolean {
  return textWidth(text) <= mostLinesCarriedOver * charactersInLine;
}
