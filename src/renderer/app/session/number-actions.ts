/** The session's actions on the number tables: set, undo, redo. */
import type { NumberTables } from '../../../shared/contract.ts';
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

export interface NumberActionsOptions {
  call: Call;
  timers: Timers;
  monitor: SaveMonitor;
  tell: TellSession;
  tables: () => NumberTables;
  /** Shows these cells in place of the old ones everywhere, at once. */
  show: (changed: Observation[]) => void;
  onHistory: (history: NumberHistory) => void;
}

/** Every change is shown first and sent after; a refused one is taken back, cell by cell where nobody wrote since. */
export function createNumberActions(options: NumberActionsOptions) {
  const { call, tell, tables, show } = options;
  let history = emptyNumberHistory;
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
    const outcome = await queue.push(cells);
    if (outcome.ok) return done(null);
    takeBack(cells, before);
    remember(withoutStep(history, step));
    tell({ kind: 'refused', failure: outcome.error });
    return outcome;
  };

  const undoNumbers = async (): Promise<void> => {
    const undo = withUndo(history);
    if (!undo) return;
    remember(undo.history);
    await write(undo.step.before, undo.step.after, undo.step);
  };

  return {
    forgetHistory: () => remember(emptyNumberHistory),
    async setObservations(observations: Observation[]): Promise<Outcome<null>> {
      if (observations.length === 0) return done(null);
      const step = { before: cellsBefore(tables().observations, observations), after: observations };
      remember(withStep(history, step));
      return write(step.after, step.before, step);
    },
    adoptObservations(before: Observation[], after: Observation[], savedAt: string): () => boolean {
      const step = { before, after };
      remember(withStep(history, step));
      show(after);
      options.monitor.rest(savedAt);
      return () => {
        if (history.done.at(-1) !== step) return false;
        void undoNumbers();
        return true;
      };
    },
    undoNumbers,
    async redoNumbers(): Promise<void> {
      const redo = withRedo(history);
      if (!redo) return;
      remember(redo.history);
      await write(redo.step.after, redo.step.before, redo.step);
    },
    flush: queue.flush,
    isDirty: queue.isDirty,
  };
}
