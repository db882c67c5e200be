/** The fill handle: the marked block repeated over the block it was dragged to. */
import type { CellBlock, CellPosition } from './cell-selection.ts';

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

function positiveRemainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
