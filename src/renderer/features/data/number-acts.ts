/** Every act on the number tables, from the grid as from the pane beside the text: one act, one step of undo. */
import type { Observation } from '../../../shared/domain/model.ts';
import { reportSession } from '../../app/report-session.ts';
import {
  type ActionChanges,
  changesOfAction,
  changesOfRemarks,
  changesOfTexts,
  type Remarks,
  type TableCell,
  type TypedCell,
} from './cell-changes.ts';
import type { CellAction } from './grid-keys.ts';
import { rejectedStore } from './rejected-store.ts';
import { afterAct, type RejectedText } from './rejected-texts.ts';

/** Types texts into cells. Returns what was no number; everything else is taken. */
export function typeTexts(typed: readonly TypedCell[]): RejectedText[] {
  const { observations, rejected } = changesOfTexts(reportSession.getState().book, typed);
  carryOut(typed, observations, rejected);
  return rejected;
}

/** 沿用去年, 确认, 不适用, 清空. */
export function actOnCells(action: CellAction, cells: readonly TableCell[]): ActionChanges {
  const changes = changesOfAction(reportSession.getState().book, action, cells);
  carryOut(cells, changes.observations, []);
  return changes;
}

export function writeRemarks(cell: TableCell, remarks: Remarks): void {
  carryOut([], changesOfRemarks(reportSession.getState().book, cell, remarks), []);
}

/** Drops the rejected text of a cell, so that its number shows again. */
export function dropRejected(cell: TableCell): void {
  carryOut([cell], [], []);
}

/** Takes back the latest act, a rejected text included. */
export function undoAct(): void {
  const { latest } = rejectedStore.getState();
  if (latest !== null) rejectedStore.setState({ all: latest.before, latest: null });
  if (latest === null || latest.changedNumbers) void reportSession.getState().undoNumbers();
}

export function redoAct(): void {
  rejectedStore.setState({ latest: null });
  void reportSession.getState().redoNumbers();
}

function carryOut(
  cells: readonly TableCell[],
  observations: Observation[],
  rejected: readonly RejectedText[],
): void {
  const before = rejectedStore.getState().all;
  const touched = cells.map(({ indicator, year }) => ({ indicatorId: indicator.id, year }));
  const all = afterAct(before, touched, rejected);
  const changedRejected = all.length !== before.length || rejected.length > 0;
  if (changedRejected || observations.length > 0) {
    rejectedStore.setState({
      all,
      latest: changedRejected ? { before, changedNumbers: observations.length > 0 } : null,
    });
  }
  // The session shows the cells at once and tells the person itself, should the core refuse them.
  if (observations.length > 0) void reportSession.getState().setObservations(observations);
}
