/** Pieces of text on a page → its lines, from top to bottom, each of one or more segments with wide gaps between. */
import { isChinese } from '../../../../shared/domain/text/characters.ts';
import type { PdfPiece } from './read-pages.ts';

export interface PdfSegment {
  text: string;
  x: number;
  end: number;
}

export interface PdfLine {
  /** Index of its page. */
  page: number;
  /** Baseline. */
  y: number;
  x: number;
  end: number;
  size: number;
  segments: [PdfSegment, ...PdfSegment[]];
}

/** Shares of the font size. */
const sameLine = 0.4;
/** Wider than what justification and the space between scripts make, narrower than the space between two cells. */
const wideGap = 0.9;
const wordGap = 0.15;
const samePlace = 0.25;

/** The lines of a page, and what is drawn twice at the same place (a way of making text bold). */
export function linesOf(pieces: readonly PdfPiece[], page: number): { lines: PdfLine[]; doubled: string[] } {
  const groups: PdfPiece[][] = [];
  let from: PdfPiece | null = null;
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    if (from !== null && piece.y - from.y <= sameLine * Math.max(from.size, piece.size)) {
      groups.at(-1)?.push(piece);
    } else {
      from = piece;
      groups.push([piece]);
    }
  }
  const doubled: string[] = [];
  const lines = groups.flatMap((group) => {
    const ordered = withoutDoubles(
      group.toSorted((a, b) => a.x - b.x),
      doubled,
    );
    const segments = segmentsOf(ordered);
    const [first, ...others] = segments;
    if (first === undefined) return [];
    const main = ordered.reduce((most, each) => (each.text.trim().length > most.text.length ? each : most));
    return [
      {
        page,
        y: main.y,
        x: first.x,
        end: (others.at(-1) ?? first).end,
        size: main.size,
        segments: [first, ...others] satisfies [PdfSegment, ...PdfSegment[]],
      },
    ];
  });
  return { lines, doubled };
}

/** The text of a line in one piece; wide gaps become two blanks, which carry no meaning beside Chinese. */
export function lineText(line: PdfLine): string {
  return line.segments.map(({ text }) => text).join('  ');
}

function withoutDoubles(ordered: readonly PdfPiece[], doubled: string[]): PdfPiece[] {
  const kept: PdfPiece[] = [];
  let before: PdfPiece | null = null;
  for (const piece of ordered) {
    if (piece.text.trim() === '') continue;
    if (
      before !== null &&
      before.text === piece.text &&
      piece.x - before.x <= samePlace * piece.size &&
      Math.abs(piece.y - before.y) <= samePlace * piece.size
    ) {
      doubled.push(piece.text);
    } else {
      kept.push(piece);
      before = piece;
    }
  }
  return kept;
}

function segmentsOf(ordered: readonly PdfPiece[]): PdfSegment[] {
  const segments: PdfSegment[] = [];
  for (const piece of ordered) {
    const last = segments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : piece.x - last.end;
    if (last === undefined || gap > wideGap * piece.size) {
      segments.push({ text: piece.text, x: piece.x, end: piece.x + piece.width });
    } else {
      last.text += gap > wordGap * piece.size ? ` ${piece.text}` : piece.text;
      last.end = Math.max(last.end, piece.x + piece.width);
    }
  }
  for (const segment of segments) segment.text = withoutScriptGaps(segment.text.trim());
  return segments;
}

/** Between Chinese and other scripts typesetting leaves a small gap, which pdf.js tells as a blank. */
function withoutScriptGaps(text: string): string {
  return text.replace(/\s+/g, (run, at: number) =>
    isChinese(text[at - 1]) || isChinese(text[at + run.length]) ? '' : run,
  );
}
