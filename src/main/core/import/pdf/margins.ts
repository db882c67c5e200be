/** Between which edges the text stands, learnt from the lines of all pages that are laid out alike. */
import type { PdfLine } from './lines.ts';

export interface Margins {
  left: number;
  right: number;
}

/** Points within which edges count as the same. */
const sameEdge = 2;
/** Lines that have to share an edge: one alone may hang out. */
const leastShare = 0.08;
/** Fewer lines say nothing about the pages of one side alone. */
const leastLines = 12;

/** Share of the page's width that the text takes at the least: where all lines are short, none of them is full. */
const leastColumn = 0.5;

/** Pages of one size belong together; left and right ones may have mirrored margins, and are learnt apart. */
export function learnMargins(
  lines: readonly PdfLine[],
  pages: readonly { width: number; height: number }[],
): (line: PdfLine) => Margins {
  const width = (page: number) => pages[page]?.width ?? 0;
  const size = (page: number) => `${Math.round(width(page))}×${Math.round(pages[page]?.height ?? 0)}`;
  const side = (page: number) => `${size(page)} ${page % 2}`;
  const known = new Map<string, Margins>();
  const learn = (key: string, group: readonly PdfLine[]) =>
    known.set(key, marginsOf(group, width(group[0]?.page ?? 0)));
  for (const [key, group] of Map.groupBy(lines, ({ page }) => size(page))) learn(key, group);
  for (const [key, group] of Map.groupBy(lines, ({ page }) => side(page))) {
    if (group.length >= leastLines) learn(key, group);
  }
  return ({ page, x, end }) => known.get(side(page)) ?? known.get(size(page)) ?? { left: x, right: end };
}

function marginsOf(lines: readonly PdfLine[], pageWidth: number): Margins {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b);
  const ends = lines.map(({ end }) => -end).sort((a, b) => a - b);
  const left = sharedEdge(starts, sameEdge);
  // Line ends differ by the mark that hangs out or went to the next line.
  const right = -sharedEdge(ends, sizes[sizes.length >> 1] ?? sameEdge);
  return { left, right: Math.max(right, left + pageWidth * leastColumn) };
}

/** The outermost of the sorted edges that enough others share. */
function sharedEdge(sorted: readonly number[], tolerance: number): number {
  const least = Math.max(2, Math.ceil(sorted.length * leastShare));
  const edge = sorted.find(
    (each, index) => (sorted[index + least - 1] ?? Number.POSITIVE_INFINITY) - each <= tolerance,
  );
  return edge ?? sorted[0] ?? 0;
}
