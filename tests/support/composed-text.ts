/** What stands on composed pages, line by line. */
import type { DocumentPage, PageLine } from '../../src/shared/domain/paged-document.ts';

export function lineText({ segments }: PageLine): string {
  return segments.map(({ text }) => text).join('');
}

/** All lines of the text area, tables included, in reading order. */
export function pageLines({ blocks }: DocumentPage): PageLine[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return block.lines;
    if (block.kind === 'table') return block.rows.flat().flatMap(({ lines }) => lines);
    return [];
  });
}

/** Lines whose middles are closer than this, in points, stand beside each other. */
const beside = 6;

/** The rows of a page from top to bottom, what stands beside each other joined from left to right. */
export function pageRows(page: DocumentPage): string[] {
  const rows: { middle: number; pieces: { left: number; text: string }[] }[] = [];
  for (const line of pageLines(page)) {
    const text = lineText(line);
    if (text.trim() === '') continue;
    const middle = line.top + line.height / 2;
    const piece = { left: line.segments[0]?.left ?? 0, text };
    const row = rows.find((other) => Math.abs(other.middle - middle) < beside);
    if (row === undefined) rows.push({ middle, pieces: [piece] });
    else row.pieces.push(piece);
  }
  return rows
    .sort((a, b) => a.middle - b.middle)
    .map(({ pieces }) =>
      pieces
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    );
}
