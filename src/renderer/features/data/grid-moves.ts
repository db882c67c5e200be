/** Where the cursor goes for each moving key. */
import {
  type CellPosition,
  type CellSelection,
  type GridShape,
  nextCell,
  nextEditableInColumn,
  nextEditableInReadingOrder,
  singleCell,
} from './cell-selection.ts';
import type { GridIntent } from './grid-keys.ts';

/**
 * The selection after a moving key; `pageRows` are the rows in sight, which Page Up and Page Down step over. Null when the key leaves the grid (Tab after the last cell), undefined when the
 * intent does not move.
 */
export function selectionAfter(
  intent: GridIntent,
  shape: GridShape,
  selection: CellSelection,
  pageRows: number,
): CellSelection | null | undefined {
  switch (intent.do) {
    case 'move':
      return moved(selection, intent.extend, (from) =>
        nextCell(shape, from, intent.direction, intent.toEdge),
      );
    case 'page':
      return moved(selection, intent.extend, (from) => {
        let position = from;
        for (let step = 0; step < pageRows; step += 1) position = nextCell(shape, position, intent.direction);
        return position;
      });
    case 'corner':
      return moved(selection, intent.extend, () =>
        intent.corner === 'first' ? firstStanding(shape) : lastStanding(shape),
      );
    case 'nextRow':
      return singleCell(nextEditableInColumn(shape, selection.anchor, intent.direction));
    case 'nextField': {
      const next = nextEditableInReadingOrder(shape, selection.anchor, intent.direction);
      return next === null ? null : singleCell(next);
    }
    case 'selectAll': {
      return { anchor: firstStanding(shape), end: lastStanding(shape) };
    }
    default:
      return undefined;
  }
}

function moved(
  selection: CellSelection,
  extend: boolean,
  go: (from: CellPosition) => CellPosition,
): CellSelection {
  return extend ? { anchor: selection.anchor, end: go(selection.end) } : singleCell(go(selection.anchor));
}

function firstStanding(shape: GridShape): CellPosition {
  let row = 0;
  while (row < shape.rows - 1 && !shape.canStand(row)) row += 1;
  return { row, column: 0 };
}

function lastStanding(shape: GridShape): CellPosition {
  let row = shape.rows - 1;
  while (row > 0 && !shape.canStand(row)) row -= 1;
  return { row, column: shape.columns - 1 };
}
