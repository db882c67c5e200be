/** How wide the columns of a printed table are, and in which size its type fits into the page. */
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { textAreaWidth } from '../../../shared/domain/format-profile.ts';
import { textWidth } from './text-width.ts';

/** White at each side of a cell, in twips. */
export const cellMargin = 60;

export interface TableColumns {
  /** Type size in half-points. */
  size: number;
  /** In twips; together exactly the width asked for. */
  widths: number[];
  /** Whether every word and number stands whole; otherwise even the smallest size is too large for the width. */
  fits: boolean;
}

/** Full-width characters that a name keeps in a line, however many years stand beside it. */
const shortestName = 4;
/** Lines that a name may take before a smaller size is tried: two fit into one line of the grid. */
const mostNameLines = 2;

/**
 * Columns for a table whose first column is a name that may be broken into lines, while units and numbers stay in one
 * line. The largest size is taken in which that holds; where even the smallest is too large, number columns share what
 * the name leaves, and their text is broken. `total` is in twips: the text area's width unless it is told.
 */
export function tableColumns(
  rows: readonly (readonly string[])[],
  format: FormatProfile,
  total = textAreaWidth(format),
): TableColumns {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widest = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => textWidth(row[column] ?? ''))),
  );
  const smallest = Math.min(...format.tableSizes);
  for (const size of format.tableSizes) {
    const [name = 0, ...others] = widest.map((width) => Math.ceil(width * size * 10) + 2 * cellMargin);
    const left = total - sum(others);
    const shortest = shortestName * size * 10 + 2 * cellMargin;
    if (left >= Math.max(shortest, name / mostNameLines)) {
      return { size, widths: spread([Math.min(name, left), ...others], total), fits: true };
    }
    if (size === smallest) {
      const shared = Math.floor((total - shortest) / Math.max(1, others.length));
      return { size, widths: spread([shortest, ...others.map(() => shared)], total), fits: false };
    }
  }
  return { size: smallest, widths: spread(widest, total), fits: true };
}

/** The same for a table as it stands in the report, its header first. */
export function columnsOf(
  header: readonly string[],
  rows: readonly (readonly { text: string }[])[],
  format: FormatProfile,
  total?: number,
): TableColumns {
  return tableColumns([header, ...rows.map((cells) => cells.map(({ text }) => text))], format, total);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** What the text does not need goes to all columns alike, the odd twips to the first. */
function spread(widths: readonly number[], total: number): number[] {
  const spare = total - sum(widths);
  const each = Math.floor(spare / Math.max(1, widths.length));
  return widths.map((width, index) => width + each + (index === 0 ? spare - each * widths.length : 0));
}
