/** Undo and redo of steps in the number tables; one step holds everything that one act changed. Pure. */
import type { TableRecords } from '../../../shared/contract/indicator-methods.ts';
import type { Observation } from '../../../shared/domain/model.ts';

export interface NumberStep {
  before: Observation[];
  after: Observation[];
  /** A step that changed indicators or topics, and no cell. */
  tables?: { before: TableRecords; after: TableRecords };
}

export interface NumberHistory {
  done: readonly NumberStep[];
  undone: readonly NumberStep[];
}

export const emptyNumberHistory: NumberHistory = { done: [], undone: [] };

const longestHistory = 200;

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

/** A new step ends what could be redone. */
export function withStep(history: NumberHistory, step: NumberStep): NumberHistory {
  return { done: [...history.done, step].slice(-longestHistory), undone: [] };
}

export function withUndo(history: NumberHistory): { history: NumberHistory; step: NumberStep } | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, step] } };
}

export function withRedo(history: NumberHistory): { history: NumberHistory; step: NumberStep } | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return { step, history: { done: [...history.done, step], undone: history.undone.slice(0, -1) } };
}

/** The history without a step that the core refused. */
export function withoutStep(history: NumberHistory, step: NumberStep): NumberHistory {
  const keep = (one: NumberStep) => one !== step;
  return { done: history.done.filter(keep), undone: history.undone.filter(keep) };
}
