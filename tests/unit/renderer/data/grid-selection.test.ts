import { describe, expect, it } from 'vitest';
import {
  type CellPosition,
  cellsOf,
  type GridShape,
  nextCell,
  nextEditableInColumn,
  nextEditableInReadingOrder,
  selectionInside,
  singleCell,
} from '../../../../src/renderer/features/data/cell-selection.ts';
import { blocksOfFill, planFill } from '../../../../src/renderer/features/data/fill-block.ts';
import { selectionAfter } from '../../../../src/renderer/features/data/grid-moves.ts';
import { planPaste } from '../../../../src/renderer/features/data/place-paste.ts';

/** Six rows of four columns: row 0 and 3 divide, row 2 is a formula; columns 1 and 2 are typed. */
const shape: GridShape = {
  rows: 6,
  columns: 4,
  canStand: (row) => row !== 0 && row !== 3,
  canEdit: ({ row, column }) => [1, 4, 5].includes(row) && (column === 1 || column === 2),
};
const at = (row: number, column: number): CellPosition => ({ row, column });

describe('moving', () => {
  it('steps over dividing rows and stays at the border', () => {
    expect(nextCell(shape, at(2, 1), 'down')).toEqual(at(4, 1));
    expect(nextCell(shape, at(1, 1), 'up')).toEqual(at(1, 1));
    expect(nextCell(shape, at(1, 1), 'down', true)).toEqual(at(5, 1));
    expect(nextCell(shape, at(1, 3), 'right')).toEqual(at(1, 3));
  });

  it('goes with Enter to the next cell that can be typed, below formulas and dividing rows', () => {
    expect(nextEditableInColumn(shape, at(1, 2), 'down')).toEqual(at(4, 2));
    expect(nextEditableInColumn(shape, at(4, 2), 'up')).toEqual(at(1, 2));
    expect(nextEditableInColumn(shape, at(5, 2), 'down')).toEqual(at(5, 2));
    expect(nextEditableInColumn(shape, at(1, 0), 'down')).toEqual(at(2, 0));
  });

  it('goes with Tab through the typed cells of all rows, and out of the grid after the last', () => {
    expect(nextEditableInReadingOrder(shape, at(1, 1), 'right')).toEqual(at(1, 2));
    expect(nextEditableInReadingOrder(shape, at(1, 2), 'right')).toEqual(at(4, 1));
    expect(nextEditableInReadingOrder(shape, at(5, 2), 'right')).toBeNull();
    expect(nextEditableInReadingOrder(shape, at(1, 1), 'left')).toBeNull();
  });

  it('extends the block from its anchor', () => {
    const intent = { do: 'move', direction: 'down', extend: true, toEdge: false } as const;
    expect(selectionAfter(intent, shape, singleCell(at(1, 1)), 10)).toEqual({
      anchor: at(1, 1),
      end: at(2, 1),
    });
    expect(selectionAfter({ do: 'undo' }, shape, singleCell(at(1, 1)), 10)).toBeUndefined();
    expect(selectionAfter({ do: 'selectAll' }, shape, singleCell(at(4, 1)), 10)).toEqual({
      anchor: at(1, 0),
      end: at(5, 3),
    });
  });

  it('goes to the first and the last cell of the grid, over dividing rows', () => {
    const last = { do: 'corner', corner: 'last', extend: false } as const;
    expect(selectionAfter(last, shape, singleCell(at(2, 1)), 10)).toEqual(singleCell(at(5, 3)));
    const first = { do: 'corner', corner: 'first', extend: true } as const;
    expect(selectionAfter(first, shape, singleCell(at(2, 1)), 10)).toEqual({
      anchor: at(2, 1),
      end: at(1, 0),
    });
  });

  it('goes by as many rows as are in sight', () => {
    const page = { do: 'page', direction: 'down', extend: false } as const;
    expect(selectionAfter(page, shape, singleCell(at(1, 1)), 2)).toEqual(singleCell(at(4, 1)));
    expect(selectionAfter(page, shape, singleCell(at(1, 1)), 20)).toEqual(singleCell(at(5, 1)));
  });

  it('lets go of a selection that the grid no longer has', () => {
    expect(selectionInside({ ...shape, rows: 5 }, singleCell(at(5, 1)))).toBeNull();
    expect(selectionInside(shape, { anchor: at(1, 1), end: at(9, 1) })).toEqual(singleCell(at(1, 1)));
  });

  it('takes the cells of a block without its dividing rows', () => {
    const rows = cellsOf(shape, { anchor: at(4, 1), end: at(2, 1) }).map(({ row }) => row);
    expect(rows).toEqual([2, 4]);
  });
});

describe('blocksOfFill', () => {
  const block = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right });
  it('repeats the first row or column of the marked block over the rest of it', () => {
    expect(blocksOfFill(shape, block(1, 5, 1, 2), 'down')).toEqual({
      from: block(1, 1, 1, 2),
      to: block(1, 5, 1, 2),
    });
    expect(blocksOfFill(shape, block(1, 5, 1, 2), 'right')).toEqual({
      from: block(1, 5, 1, 1),
      to: block(1, 5, 1, 2),
    });
  });

  it('repeats the row above (the column before) a single one, over dividing rows; at the border nothing', () => {
    expect(blocksOfFill(shape, block(4, 4, 1, 1), 'down')).toEqual({
      from: block(2, 2, 1, 1),
      to: block(2, 4, 1, 1),
    });
    expect(blocksOfFill(shape, block(4, 4, 2, 2), 'right')).toMatchObject({ from: block(4, 4, 1, 1) });
    expect(blocksOfFill(shape, block(1, 1, 1, 1), 'down')).toBeNull();
    expect(blocksOfFill(shape, block(1, 1, 0, 0), 'right')).toBeNull();
  });
});

describe('planPaste', () => {
  it('leaves alone what a merged cell covers', () => {
    const plan = planPaste(shape, singleCell(at(4, 1)), [
      ['1', null],
      [null, '4'],
    ]);
    expect(plan.placed).toEqual([
      { position: at(4, 1), text: '1' },
      { position: at(5, 2), text: '4' },
    ]);
  });

  it('lays a table down from the upper left corner, over dividing rows', () => {
    const plan = planPaste(shape, { anchor: at(4, 2), end: at(1, 1) }, [
      ['1', '2'],
      ['', ''],
      ['3', '4'],
    ]);
    expect(plan.placed).toEqual([
      { position: at(1, 1), text: '1' },
      { position: at(1, 2), text: '2' },
      { position: at(4, 1), text: '3' },
      { position: at(4, 2), text: '4' },
    ]);
    expect(plan).toMatchObject({ rowsLeftOut: 0, columnsLeftOut: 0, readOnlyLeftOut: 0 });
  });

  it('says what was left out', () => {
    const plan = planPaste(shape, singleCell(at(5, 2)), [['1', '2', '3'], ['4']]);
    expect(plan.placed).toEqual([{ position: at(5, 2), text: '1' }]);
    expect(plan).toMatchObject({ rowsLeftOut: 1, columnsLeftOut: 1, readOnlyLeftOut: 1 });
  });

  it('fills the whole selection with one single cell', () => {
    const plan = planPaste(shape, { anchor: at(1, 1), end: at(4, 2) }, [['7']]);
    expect(plan.placed.map(({ position }) => position)).toEqual([at(1, 1), at(1, 2), at(4, 1), at(4, 2)]);
    expect(plan.readOnlyLeftOut).toBe(2);
  });
});

describe('planFill', () => {
  it('repeats the block downwards and upwards', () => {
    const from = { top: 4, bottom: 5, left: 1, right: 1 };
    expect(planFill(from, { top: 4, bottom: 7, left: 1, right: 1 })).toEqual([
      { position: at(6, 1), from: at(4, 1) },
      { position: at(7, 1), from: at(5, 1) },
    ]);
    expect(planFill(from, { top: 3, bottom: 5, left: 1, right: 1 })).toEqual([
      { position: at(3, 1), from: at(5, 1) },
    ]);
  });
});
