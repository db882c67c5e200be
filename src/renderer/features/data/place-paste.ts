/** Where the cells of a pasted table land in the grid by their position, as in spreadsheets. */
import { blockOf, type CellPosition, type CellSelection, type GridShape } from './cell-selection.ts';

export interface PlacedText {
  position: CellPosition;
  text: string;
}

export interface PastePlan {
  placed: PlacedText[];
  /** Pasted rows and columns for which the grid had no room. */
  rowsLeftOut: number;
  columnsLeftOut: number;
  /** Texts that would have landed on cells which are never typed (names, formulas, differences). */
  readOnlyLeftOut: number;
}

/**
 * Lays the table down from the upper left corner of the selection, as spreadsheets do: dividing rows are stepped
 * over, and one single cell fills the whole selection. Blank texts over read-only cells are not counted as left out;
 * `null` stands where nothing is pasted, because a merged cell covers the place.
 */
export function planPaste(
  shape: GridShape,
  selection: CellSelection,
  table: readonly (readonly (string | null)[])[],
): PastePlan {
  const block = blockOf(selection);
  const single = table.length === 1 && table[0]?.length === 1 ? (table[0][0] ?? undefined) : undefined;
  const targetRows: number[] = [];
  for (let row = block.top; row < shape.rows; row += 1) if (shape.canStand(row)) targetRows.push(row);
  const source =
    single === undefined
      ? table
      : targetRows
          .filter((row) => row <= block.bottom)
          .map(() => Array.from({ length: block.right - block.left + 1 }, () => single));

  const plan: PastePlan = { placed: [], rowsLeftOut: 0, columnsLeftOut: 0, readOnlyLeftOut: 0 };
  const width = source.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  plan.columnsLeftOut = Math.max(0, width - (shape.columns - block.left));
  source.forEach((cells, index) => {
    const row = targetRows[index];
    if (row === undefined) {
      plan.rowsLeftOut += 1;
      return;
    }
    cells.forEach((text, offset) => {
      const position = { row, column: block.left + offset };
      if (text === null || position.column >= shape.columns) return;
      if (shape.canEdit(position)) plan.placed.push({ position, text });
      else if (text.trim() !== '') plan.readOnlyLeftOut += 1;
    });
  });
  return plan;
}
