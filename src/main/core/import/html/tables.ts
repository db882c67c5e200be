/** Tables of a web page. Source: HTML Standard 4.9.12 (forming a table). */
import type { TableCell, TableRow } from '../table-rows.ts';
import { mostColumns } from '../table-rows.ts';
import type { PageElement } from './bounded-tree.ts';
import { attributeOf, headingLevelOf } from './element-kinds.ts';

/** Longer cells of several lines hold a text, not a value. */
const longestCell = 400;
const sections = new Set(['thead', 'tbody', 'tfoot']);

/** Cells of each row. */
export function cellsOf(table: PageElement): PageElement[][] {
  return elementsOf(table)
    .flatMap((child) => (sections.has(child.tagName) ? elementsOf(child) : [child]))
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'));
}

/**
 * Whether a table only arranges the page: no row has two cells, or a cell holds a table, a heading or a text.
 * `textOf` gives a cell's lines.
 */
export function isLayout(rows: readonly PageElement[][], textOf: (cell: PageElement) => string): boolean {
  if (rows.every((row) => row.length < 2)) return true;
  return rows.flat().some((cell) => {
    if (holdsStructure(cell)) return true;
    const text = textOf(cell);
    return text.length > longestCell && text.split('\n').length > 3;
  });
}

function holdsStructure(cell: PageElement): boolean {
  const waiting = elementsOf(cell);
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.tagName === 'table' || headingLevelOf(element) !== null) return true;
    waiting.push(...elementsOf(element));
  }
  return false;
}

/** Rows with merged cells told: a cell that reaches down goes on in the rows below. */
export function gridOf(rows: readonly PageElement[][], textOf: (cell: PageElement) => string): TableRow[] {
  /** For each column that a cell reaches down into: that cell's columns, and rows to come. */
  let reaching: { column: number; span: number; rows: number }[] = [];
  return rows.map((row, index) => {
    const cells: TableCell[] = [];
    const next: typeof reaching = [];
    let column = 0;
    const continueFrom = (limit: number) => {
      for (const from of reaching.filter((each) => each.column >= column && each.column <= limit)) {
        if (from.column > column) break;
        cells.push({ text: '', span: from.span, continuesAbove: true });
        column += from.span;
      }
    };
    for (const cell of row) {
      continueFrom(mostColumns);
      const span = Math.min(spanOf(cell, 'colspan'), mostColumns);
      // A cell that reaches down to 0 rows reaches to the table's end.
      const down = Math.min(spanOf(cell, 'rowspan') || rows.length, rows.length - index);
      if (down > 1 && column < mostColumns) next.push({ column, span: Math.max(1, span), rows: down });
      cells.push({ text: textOf(cell), span: Math.max(1, span), continuesAbove: false });
      column += Math.max(1, span);
    }
    continueFrom(mostColumns);
    // One for each column: where cells overlap, the later one holds.
    const byColumn = new Map([...reaching, ...next].map((each) => [each.column, each]));
    reaching = [...byColumn.values()]
      .map((each) => ({ ...each, rows: each.rows - 1 }))
      .filter((each) => each.rows > 0)
      .sort((a, b) => a.column - b.column);
    return { before: 0, cells, notes: [] };
  });
}

function spanOf(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const value = /^\s*(\d{1,5})/.exec(attributeOf(cell, name) ?? '1')?.[1];
  return value === undefined ? 1 : Number(value);
}

function elementsOf(parent: PageElement): PageElement[] {
  return parent.childNodes.filter((child): child is PageElement => 'tagName' in child);
}
