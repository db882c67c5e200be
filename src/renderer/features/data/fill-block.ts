/** Filling: a block repeated over a larger one, by the handle that is dragged or by key. */
import { type CellBlock, type CellPosition, type GridShape, nextCell } from './cell-selection.ts';

export interface FilledCell {
  position: CellPosition;
  from: CellPosition;
}

/** Every cell of `to` outside `from`, with the cell it repeats; counted from the upper left corner of `from`. */
export function planFill(from: CellBlock, to: CellBlock): FilledCell[] {
  const height = from.bottom - from.top + 1;
  const width = from.right - from.left + 1;
  const filled: FilledCell[] = [];
  for (let row = to.top; row <= to.bottom; row += 1) {
    for (let column = to.left; column <= to.right; column += 1) {
      const inside = row >= from.top && row <= from.bottom && column >= from.left && column <= from.right;
      if (inside) continue;
      filled.push({
        position: { row, column },
        from: {
          row: from.top + positiveRemainder(row - from.top, height),
          column: from.left + positiveRemainder(column - from.left, width),
        },
      });
    }
  }
  return filled;
}

/**
 * Ctrl+D and Ctrl+R: which block is repeated over which. The first row (column) of the marked block over the rest of it;
 * where only one row (column) is marked, the one before it is repeated, as in spreadsheets. Null at the border.
 */
export function blocksOfFill(
  shape: GridShape,
  block: CellBlock,
  direction: 'down' | 'right',
): { from: CellBlock; to: CellBlock } | null {
  const first = { row: block.top, column: block.left };
  if (direction === 'down') {
    const top = block.top < block.bottom ? block.top : nextCell(shape, first, 'up').row;
    if (top === block.bottom) return null;
    return { from: { ...block, top, bottom: top }, to: { ...block, top } };
  }
  const left = block.left < block.right ? block.left : nextCell(shape, first, 'left').column;
  if (left === block.right) return null;
  return { from: { ...block, left, right: left }, to: { ...block, left } };
}

function positiveRemainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
