/** The columns of the grid, and how rows and columns are addressed as cells of the tables. */

import type { TableCell } from './cell-changes.ts';
import { blockOf, type CellPosition, type CellSelection, type GridShape } from './cell-selection.ts';
import type { NumberRow, YearCell } from './number-rows.ts';
import type { PasteTarget } from './paste-by-name.ts';

export const gridColumns = [
  'name',
  'unit',
  'yearBeforeLast',
  'lastYear',
  'thisYear',
  'difference',
  'growth',
  'office',
  'status',
  'references',
] as const;
export type GridColumn = (typeof gridColumns)[number];

const yearIndexes: Partial<Record<GridColumn, 0 | 1 | 2>> = { yearBeforeLast: 0, lastYear: 1, thisYear: 2 };
export const thisYearColumn = gridColumns.indexOf('thisYear');

/** The year's cell of a row under a column; undefined for all other columns and for dividing rows. */
export function yearCellAt(row: NumberRow | undefined, column: GridColumn | undefined): YearCell | undefined {
  const index = column === undefined ? undefined : yearIndexes[column];
  return row?.kind === 'indicator' && index !== undefined ? row.years[index] : undefined;
}

export function shapeOf(rows: readonly NumberRow[]): GridShape {
  return {
    rows: rows.length,
    columns: gridColumns.length,
    canStand: (row) => rows[row]?.kind === 'indicator',
    canEdit: (position) => tableCellAt(rows, position) !== undefined,
  };
}

/** The typed cell of the tables that stands at a position; undefined for names, differences, formulas. */
export function tableCellAt(rows: readonly NumberRow[], position: CellPosition): TableCell | undefined {
  const row = rows[position.row];
  const cell = yearCellAt(row, gridColumns[position.column]);
  if (row?.kind !== 'indicator' || cell === undefined || row.indicator.formula !== null) return undefined;
  return { indicator: row.indicator, year: cell.year };
}

/** Where typing begins: the first missing number of this year, else the first row; null in a grid without rows. */
export function startingSelection(rows: readonly NumberRow[]): CellSelection | null {
  const missing = rows.findIndex((row) => row.kind === 'indicator' && row.status === 'missing');
  const row = missing >= 0 ? missing : rows.findIndex(({ kind }) => kind === 'indicator');
  if (row < 0) return null;
  const anchor = { row, column: thisYearColumn };
  return { anchor, end: anchor };
}

/**
 * What a pasted table with names is placed into. Without a head of years, the first column of values lands under the
 * cursor where that stands under a year; elsewhere the columns lie as those of this grid do.
 */
export function pasteTarget(rows: readonly NumberRow[], year: number, selection: CellSelection): PasteTarget {
  const yearOf = (column: number) => {
    const index = yearIndexes[gridColumns[column] ?? 'name'];
    return index === undefined ? null : year - 2 + index;
  };
  const cursorYear = yearOf(blockOf(selection).left);
  const years = [year - 2, year - 1, year];
  return {
    indicators: rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator] : [])),
    year,
    years,
    yearsFromCursor: cursorYear === null ? null : years.filter((one) => one >= cursorYear),
    yearBehindNames: yearOf,
  };
}
