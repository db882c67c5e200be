/** Tables told by their columns: a .pdf knows text and places, not rows and cells. */
import type { PdfLine, PdfSegment } from './lines.ts';

export interface TableBlock {
  /** Index of the first line and of the one after the last. */
  from: number;
  to: number;
  rows: string[][];
}

interface Column {
  x: number;
  end: number;
}

/** No table on paper has more. */
const mostColumns = 40;

/**
 * Blocks of neighbouring lines whose segments stand in common columns; at least two lines have two cells
 * or more. A cell of several lines becomes as many rows: where the file draws no more than text, nothing tells them
 * apart from rows of their own.
 */
export function findTables(lines: readonly PdfLine[]): TableBlock[] {
  const blocks: TableBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const cells = lines[at]?.segments.length ?? 0;
    const block = cells < 2 || cells > mostColumns ? null : blockFrom(lines, at);
    if (block !== null) blocks.push(block);
    at = block?.to ?? at + 1;
  }
  return blocks;
}

function blockFrom(lines: readonly PdfLine[], from: number): TableBlock | null {
  const first = lines[from];
  if (first === undefined) return null;
  let columns: Column[] = first.segments.map(({ x, end }) => ({ x, end }));
  let to = from + 1;
  let lastFull = to;
  let fullRows = 1;
  // A table goes on across the end of a page.
  for (let line = lines[to]; line !== undefined; line = lines[to]) {
    const next = fitted(columns, line.segments);
    if (next === null) break;
    columns = next;
    to += 1;
    if (line.segments.length >= 2) {
      fullRows += 1;
      lastFull = to;
    }
  }
  if (fullRows < 2) return null;
  const rows = lines.slice(from, lastFull).map(({ segments }) => rowOf(segments, columns));
  return { from, to: lastFull, rows };
}

/** Every segment stands in exactly one cell: that of the column it overlaps, or else, having no width, the nearest. */
function rowOf(segments: readonly PdfSegment[], columns: readonly Column[]): string[] {
  const cells = columns.map((): string[] => []);
  for (const segment of segments) {
    const distances = columns.map((column) => distance(column, segment));
    cells[distances.indexOf(Math.min(...distances))]?.push(segment.text);
  }
  return cells.map((texts) => texts.join(' '));
}

/** Points between a column and a segment; 0 where they touch or overlap. */
function distance(column: Column, segment: PdfSegment): number {
  return Math.max(0, segment.x - column.end, column.x - segment.end);
}

/** The columns widened by a line's segments, or null if one of these stands in two of them or in none. */
function fitted(columns: readonly Column[], segments: readonly PdfSegment[]): Column[] | null {
  const hits = segments.map((segment) => columns.filter((column) => overlaps(column, segment)));
  const taken = hits.map((hit) => hit[0]);
  if (hits.some((hit) => hit.length !== 1) || new Set(taken).size !== segments.length) return null;
  const widened = columns.map((column) => {
    const segment = segments[taken.indexOf(column)];
    return segment === undefined
      ? column
      : { x: Math.min(column.x, segment.x), end: Math.max(column.end, segment.end) };
  });
  // A column that grew into its neighbour was none.
  const apart = widened.every((column, index) => {
    const next = widened[index + 1];
    return next === undefined || column.end < next.x;
  });
  return apart ? widened : null;
}

function overlaps(column: Column, segment: PdfSegment): boolean {
  return segment.x < column.end && segment.end > column.x;
}
