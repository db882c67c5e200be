/** Which cells of the grid are marked. A new view begins at its first missing number. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { type CellSelection, selectionInside, singleCell } from './cell-selection.ts';
import { dataView, viewKey } from './data-view.ts';
import { shapeOf, startingSelection, thisYearColumn } from './grid-layout.ts';
import type { NumberRow, NumberView } from './number-rows.ts';

/** Null in a view without indicators. */
export function useGridSelection(
  view: NumberView,
  rows: readonly NumberRow[],
): { selection: CellSelection | null; select: (selection: CellSelection) => void } {
  const wanted = useStore(dataView, (state) => state.wantedIndicatorId);
  const key = `${viewKey(view)} ${wanted ?? ''}`;
  const begin = () => ({ key, selection: wantedSelection(rows, wanted) ?? startingSelection(rows) });
  const [marked, setMarked] = useState(begin);
  const kept =
    marked.key !== key || marked.selection === null ? null : selectionInside(shapeOf(rows), marked.selection);
  // Adjusted while drawing, so that the old selection is never shown over the new rows.
  if (kept === null && rows.length > 0) setMarked(begin());
  return { selection: kept, select: (selection) => setMarked({ key, selection }) };
}

function wantedSelection(rows: readonly NumberRow[], wanted: string | null): CellSelection | null {
  const row = rows.findIndex((one) => one.kind === 'indicator' && one.indicator.id === wanted);
  return row < 0 ? null : singleCell({ row, column: thisYearColumn });
}
