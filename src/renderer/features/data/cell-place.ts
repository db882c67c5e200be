/** Where a cell is drawn, also when it is just being scrolled into sight. */
import type { CellPosition } from './cell-selection.ts';

export interface CellPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Before the grid has drawn anything. */
export const noPlace: CellPlace = { left: 0, top: 0, width: 0, height: 0 };

/**
 * In pixels from the upper left corner of `box`. The grid alone knows how far it is scrolled; its sheet of cells tells
 * that by where it stands.
 */
export function placeOfCell(
  box: HTMLElement,
  { row, column }: CellPosition,
  columnWidths: readonly number[],
  rowHeight: number,
): CellPlace {
  const sheet = box.querySelector('revogr-data[type="rgRow"]')?.getBoundingClientRect();
  if (sheet === undefined) return noPlace;
  const outer = box.getBoundingClientRect();
  const left = columnWidths.slice(0, column).reduce((sum, width) => sum + width, 0);
  return {
    left: sheet.left - outer.left - box.clientLeft + left,
    top: sheet.top - outer.top - box.clientTop + row * rowHeight,
    width: columnWidths[column] ?? 0,
    height: rowHeight,
  };
}

/** Scrolls the grid just so far that a cell is in sight. At once, where the grid itself waits for its next drawing. */
export function bringIntoSight(
  box: HTMLElement,
  { row, column }: CellPosition,
  columnWidths: readonly number[],
  rowHeight: number,
): void {
  const down = box.querySelector('.vertical-inner');
  if (down !== null) {
    down.scrollTop = nearestScroll(down.scrollTop, down.clientHeight, row * rowHeight, rowHeight);
  }
  const across = box.querySelector('revogr-viewport-scroll.rgCol');
  if (across !== null) {
    const left = columnWidths.slice(0, column).reduce((sum, width) => sum + width, 0);
    across.scrollLeft = nearestScroll(across.scrollLeft, across.clientWidth, left, columnWidths[column] ?? 0);
  }
}

/** The scroll position nearest to `scroll` at which a stretch from `start` lies within a view of `extent` pixels. */
function nearestScroll(scroll: number, extent: number, start: number, length: number): number {
  if (start < scroll) return start;
  return Math.max(scroll, start + length - extent);
}
