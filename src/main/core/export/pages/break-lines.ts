/** Breaks a paragraph into lines. */
import { type Glyph, isBlank } from './glyphs.ts';
import { mayBreakBetween, mayHang } from './line-break-rules.ts';

export interface BrokenLine {
  glyphs: Glyph[];
  /** Its last mark stands outside the line. */
  hangs: boolean;
}

/** Widths in twips. */
export interface LineWidths {
  first: number;
  others: number;
}

/**
 * Every line takes as many glyphs as fit, ends where a line may end, and may let one mark hang over its end. A word
 * longer than a line is broken anywhere; blanks at the end of a line take no room. No glyph is lost: joined, the lines
 * are the paragraph.
 */
export function breakLines(glyphs: readonly Glyph[], widths: LineWidths): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = 0;
  while (start < glyphs.length) {
    const line = nextLine(glyphs, start, lines.length === 0 ? widths.first : widths.others);
    lines.push({ glyphs: glyphs.slice(start, line.end), hangs: line.hangs });
    start = line.end;
  }
  return lines;
}

/** A fraction of a twip: sums of parts of the type size are not exact. */
const tolerance = 0.01;

function nextLine(
  glyphs: readonly Glyph[],
  start: number,
  available: number,
): { end: number; hangs: boolean } {
  let width = 0;
  /** Behind the last glyph after which the line may end. */
  let lastBreak = start;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index];
    if (glyph === undefined) break;
    const next = glyphs[index + 1];
    const mayEnd = next === undefined || mayBreakBetween(glyph, next);
    if (!isBlank(glyph)) {
      const fits = width + glyph.width <= available + tolerance;
      if (!fits && mayHang(glyph.text) && mayEnd && index > start) return { end: index + 1, hangs: true };
      if (!fits && index > start) return { end: lastBreak > start ? lastBreak : index, hangs: false };
    }
    width += glyph.width;
    if (mayEnd) lastBreak = index + 1;
  }
  return { end: glyphs.length, hangs: false };
}
