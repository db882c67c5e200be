/** The session's actions on the number tables: cells and indicators changed, undone, done again. */

import type { ChangedTables, TableRecords } from '../../../shared/contract/indicator-methods.ts';
import type { MethodInput, NumberTables } from '../../../shared/contract.ts';
import type { Observation } from '../../../shared/domain/model.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import {
  cellKey,
  cellsBefore,
  emptyNumberHistory,
  type NumberHistory,
  type NumberStep,
  withoutStep,
  withRedo,
  withStep,
  withUndo,
} from './number-history.ts';
import { createNumberQueue } from './number-queue.ts';
import type { SaveMonitor } from './save-monitor.ts';
import type { TellSession } from './session-notices.ts';
import type { Timers } from './timers.ts';

const refusals: readonly Failure['code'][] = [
  'input.invalid',
  'indicator.notFound',
  'observation.computed',
  'observation.notNumber',
];

/** The commands that change indicators or topics. */
export type TableCommand =
  | 'indicator.save'
  | 'indicator.move'
  | 'indicator.retire'
  | 'indicator.remove'
  | 'topic.save';

export interface NumberActionsOptions {
  call: Call;
  timers: Timers;
  monitor: SaveMonitor;
  tell: TellSession;
  tables: () => NumberTables;
  /** Shows these cells in place of the old ones everywhere, at once. */
  show: (changed: Observation[]) => void;
  /** Takes over the lists of topics and indicators as the core has them now. */
  adopt: (changed: ChangedTables) => void;
  onHistory: (history: NumberHistory) => void;
}

/** Every change is shown first and sent after; a refused one is taken back, cell by cell where nobody wrote since. */
export function createNumberActions(options: NumberActionsOptions) {
  const { call, tell, tables, show } = options;
  let history = emptyNumberHistory;
  /** Changes of indicators go one after another, and cells wait for them: an indicator must be there to hold one. */
  let tableWork: Promise<unknown> = Promise.resolve();
  let tableWorks = 0;
  const queue = createNumberQueue({
    send: (observations) => call('numbers.set', { observations }),
    timers: options.timers,
    monitor: options.monitor,
    isRefusal: (failure) => refusals.includes(failure.code),
  });

  const remember = (next: NumberHistory) => {
    history = next;
    options.onHistory(history);
  };

  const takeBack = (written: Observation[], before: Observation[]) => {
    const current = new Map(tables().observations.map((cell) => [cellKey(cell), cell]));
    const untouched = new Set(written.filter((cell) => current.get(cellKey(cell)) === cell).map(cellKey));
    show(before.filter((cell) => untouched.has(cellKey(cell))));
  };

  const write = async (cells: Observation[], before: Observation[], step: NumberStep) => {
    show(cells);
    if (tableWorks > 0) await tableWork;
    const outcome = await queue.push(cells);
    if (outcome.ok) return done(null);
    takeBack(cells, before);
    remember(withoutStep(history, step));
    tell({ kind: 'refused', failure: outcome.error });
    return outcome;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    tableWorks += 1;
    const turn = tableWork.then(async () => {
      await queue.flush();
      return work();
    });
    tableWork = turn.finally(() => {
      tableWorks -= 1;
    });
    return turn;
  };

  const adopt = (outcome: Outcome<ChangedTables>) => {
    if (!outcome.ok) return;
    options.adopt(outcome.value);
    options.monitor.rest(outcome.value.savedAt);
  };

  const restore = async (records: TableRecords, step: NumberStep) => {
    const outcome = await inTurn(() => call('indicator.restore', records));
    adopt(outcome);
    if (outcome.ok) return;
    remember(withoutStep(history, step));
    tell({ kind: 'refused', failure: outcome.error });
  };

  return {
    async changeTables<M extends TableCommand>(
      method: M,
      input: MethodInput<M>,
    ): Promise<Outcome<ChangedTables>> {
      const outcome: Outcome<ChangedTables> = await inTurn(() => call(method, input));
      adopt(outcome);
      if (outcome.ok) {
        const { before, after } = outcome.value;
        remember(withStep(history, { before: [], after: [], tables: { before, after } }));
      }
      return outcome;
    },
    forgetHistory: () => remember(emptyNumberHistory),
    async setObservations(observations: Observation[]): Promise<Outcome<null>> {
      if (observations.length === 0) return done(null);
      const step = { before: cellsBefore(tables().observations, observations), after: observations };
      remember(withStep(history, step));
      return write(step.after, step.before, step);
    },
    async undoNumbers(): Promise<void> {
      const undo = withUndo(history);
      if (!undo) return;
      remember(undo.history);
      const { before, after, tables: records } = undo.step;
      await (records ? restore(records.before, undo.step) : write(before, after, undo.step));
    },
    async redoNumbers(): Promise<void> {
      const redo = withRedo(history);
      if (!redo) return;
      remember(redo.history);
      const { before, after, tables: records } = redo.step;
      await (records ? restore(records.after, redo.step) : write(after, before, redo.step));
    },
    async flush() {
      await tableWork;
      await queue.flush();
    },
    isDirty: () => queue.isDirty() || tableWorks > 0,
  };
}
