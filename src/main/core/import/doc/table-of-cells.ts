/** Collects the cells of a Word binary document's table and tells which columns each covers. */
import type { SourceParagraph } from '../source-document.ts';
import { mostColumns, type TableCell, type TableRow } from '../table-rows.ts';
import { findInterval } from './position-lists.ts';
import type { RowDefinition } from './properties.ts';

export interface CollectedRow {
  cells: SourceParagraph[][];
  definition: RowDefinition | null;
}

/** Edges no farther apart, in twips, are the same line. */
const tolerance = 20;

/** The rows on the grid that the edges of all cells make. */
export function rowsOnGrid(rows: readonly CollectedRow[]): TableRow[] {
  const lines: number[] = [];
  const edges = rows.flatMap(({ definition }) => definition?.edges ?? []);
  for (const edge of edges.sort((a, b) => a - b)) {
    if (lines.length === 0 || edge > (lines.at(-1) ?? edge) + tolerance) lines.push(edge);
  }
  const lineOf = (edge: number) =>
    edge >= (lines.at(-1) ?? edge)
      ? lines.length - 1
      : findInterval(lines.length - 1, (index) => lines[index] ?? Infinity, edge);
  return rows.map((row) => {
    const notes: SourceParagraph[] = [];
    const cells: TableCell[] = [];
    row.cells.forEach((paragraphs, index) => {
      const own = paragraphs.filter(({ place }) => place !== 'note');
      notes.push(...paragraphs.filter(({ place }) => place === 'note'));
      const texts = own.map(({ text }) => text.trim()).filter((each) => each !== '');
      const left = row.definition?.edges[index];
      const right = row.definition?.edges[index + 1];
      const span = left === undefined || right === undefined ? 1 : Math.max(1, lineOf(right) - lineOf(left));
      const flags = row.definition?.cells[index];
      const before = cells.at(-1);
      if (flags?.continuesLeft === true && texts.length === 0 && before !== undefined) {
        before.span += span;
      } else {
        cells.push({ text: texts.join('\n'), span, continuesAbove: flags?.continuesAbove === true });
      }
    });
    const first = row.definition?.edges[0];
    return { before: first === undefined ? 0 : Math.min(lineOf(first), mostColumns), cells, notes };
  });
}
