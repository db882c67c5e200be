/** Every act on the number tables, from the grid as from the pane beside the text: one act, one step of undo. */
import type { Observation } from '../../../shared/domain/model.ts';
import { indicatorSight } from '../../app/number-step-words.ts';
import { reportSession } from '../../app/report-session.ts';
import { translate } from '../../i18n/index.ts';
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
import { afterAct, type RejectedText, rejectedTextIn, withTouchedFrom } from './rejected-texts.ts';

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

function carryOut(
  cells: readonly TableCell[],
  observations: Observation[],
  rejected: readonly RejectedText[],
): void {
  const before = rejectedStore.getState().all;
  const touched = cells.map(({ indicator, year }) => ({ indicatorId: indicator.id, year }));
  const all = afterAct(before, touched, rejected);
  const { setObservations, recordStep } = reportSession.getState();
  if (all.length === before.length && rejected.length === 0) {
    // The session shows the cells at once and tells the person itself, should the core refuse them.
    void setObservations(observations);
    return;
  }
  const put = (from: readonly RejectedText[]) => {
    rejectedStore.setState(({ all: now }) => ({ all: withTouchedFrom(now, from, touched) }));
    return undefined;
  };
  const texts = { undo: () => put(before), redo: () => put(all) };
  texts.redo();
  if (observations.length > 0) void setObservations(observations, texts);
  else recordStep({ ...texts, ...wordsOfTexts(cells, before, rejected) });
}

/** What is told of an act that changed no number: «数据 · 调解纠纷 填的「很多」». */
function wordsOfTexts(
  cells: readonly TableCell[],
  before: readonly RejectedText[],
  now: readonly RejectedText[],
) {
  const ids = new Set(cells.map(({ indicator }) => indicator.id));
  return {
    describe() {
      const [only, ...more] = cells;
      if (only === undefined || more.length > 0)
        return translate('common:undone.cells', { name: only?.indicator.name ?? '', count: cells.length });
      const { text } = rejectedTextIn(now, only) ?? rejectedTextIn(before, only) ?? { text: '' };
      return translate('common:undone.rejected', { name: only.indicator.name, text });
    },
    ...indicatorSight(
      () => reportSession.getState().tables,
      ({ id }) => ids.has(id),
    ),
  };
}
