/** Where the cursor of the grid stands and what is marked around it. Pure: the grid component only draws it. */

export interface CellPosition {
  row: number;
  column: number;
}

/** `anchor` is the cell that is typed into; `end` the opposite corner of the marked block. */
export interface CellSelection {
  anchor: CellPosition;
  end: CellPosition;
}

export interface CellBlock {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The grid as the keyboard sees it. `canStand` is false for dividing rows, `canEdit` for what is never typed. */
export interface GridShape {
  rows: number;
  columns: number;
  canStand: (row: number) => boolean;
  canEdit: (position: CellPosition) => boolean;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export function singleCell(position: CellPosition): CellSelection {
  return { anchor: position, end: position };
}

export function blockOf(selection: CellSelection): CellBlock {
  const { anchor, end } = selection;
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  };
}

const steps: Record<Direction, CellPosition> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** The next cell in a direction, over dividing rows; the same cell at the border. `toEdge`: the last one. */
export function nextCell(
  shape: GridShape,
  from: CellPosition,
  direction: Direction,
  toEdge = false,
): CellPosition {
  const step = steps[direction];
  let standing = from;
  let candidate = { row: from.row + step.row, column: from.column + step.column };
  while (isInside(shape, candidate)) {
    if (shape.canStand(candidate.row)) {
      standing = candidate;
      if (!toEdge) break;
    }
    candidate = { row: candidate.row + step.row, column: candidate.column + step.column };
  }
  return standing;
}

/** The next cell of the same column that can be typed into; where there is none, the next cell at all. */
export function nextEditableInColumn(
  shape: GridShape,
  from: CellPosition,
  direction: 'up' | 'down',
): CellPosition {
  const step = steps[direction].row;
  for (let row = from.row + step; row >= 0 && row < shape.rows; row += step) {
    if (shape.canStand(row) && shape.canEdit({ row, column: from.column })) {
      return { row, column: from.column };
    }
  }
  return nextCell(shape, from, direction);
}

/** The next cell that can be typed into in reading order, into the following rows; null after the last one. */
export function nextEditableInReadingOrder(
  shape: GridShape,
  from: CellPosition,
  direction: 'left' | 'right',
): CellPosition | null {
  const step = direction === 'right' ? 1 : -1;
  const last = shape.rows * shape.columns - 1;
  for (
    let index = from.row * shape.columns + from.column + step;
    index >= 0 && index <= last;
    index += step
  ) {
    const position = { row: Math.floor(index / shape.columns), column: index % shape.columns };
    if (shape.canStand(position.row) && shape.canEdit(position)) return position;
  }
  return null;
}

/** The selection kept inside a grid that has become smaller or whose rows have changed. */
export function selectionInside(shape: GridShape, selection: CellSelection): CellSelection | null {
  if (!isInside(shape, selection.anchor) || !shape.canStand(selection.anchor.row)) return null;
  return isInside(shape, selection.end) ? selection : singleCell(selection.anchor);
}

/** All cells of the marked block, row by row, dividing rows left out. */
export function cellsOf(shape: GridShape, selection: CellSelection): CellPosition[] {
  const block = blockOf(selection);
  const cells: CellPosition[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    if (!shape.canStand(row)) continue;
    for (let column = block.left; column <= block.right; column += 1) cells.push({ row, column });
  }
  return cells;
}

function isInside(shape: GridShape, position: CellPosition): boolean {
  return (
    position.row >= 0 && position.row < shape.rows && position.column >= 0 && position.column < shape.columns
  );
}
