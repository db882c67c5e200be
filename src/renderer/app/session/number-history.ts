/** A step in the number tables: every cell that one act changed, as it was and as it is. Pure. */
import type { Observation } from '../../../shared/domain/model.ts';

export interface NumberStep {
  before: Observation[];
  after: Observation[];
}

export function cellKey(cell: { indicatorId: string; year: number }): string {
  return `${cell.year} ${cell.indicatorId}`;
}

/** The same cells as they stand now; a cell nobody has filled is empty. */
export function cellsBefore(
  observations: readonly Observation[],
  changed: readonly Observation[],
): Observation[] {
  const current = new Map(observations.map((observation) => [cellKey(observation), observation]));
  return changed.map(
    (cell): Observation =>
      current.get(cellKey(cell)) ?? {
        indicatorId: cell.indicatorId,
        year: cell.year,
        entry: { kind: 'empty' },
        state: 'confirmed',
        source: '',
        note: '',
        evidence: '',
      },
  );
}

/** All observations with the changed cells in place of the old ones. */
export function withCells(
  observations: readonly Observation[],
  changed: readonly Observation[],
): Observation[] {
  const byCell = new Map(observations.map((observation) => [cellKey(observation), observation]));
  for (const cell of changed) byCell.set(cellKey(cell), cell);
  return [...byCell.values()];
}
