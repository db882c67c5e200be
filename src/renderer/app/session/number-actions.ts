/** The session's changes of the number tables, each a step of the journal. */
import type { NumberTables } from '../../../shared/contract.ts';
import type { Observation } from '../../../shared/domain/model.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { cellKey, cellsBefore, type NumberStep } from './number-history.ts';
import { createNumberQueue } from './number-queue.ts';
import type { SaveMonitor } from './save-monitor.ts';
import type { TellSession } from './session-notices.ts';
import type { Timers } from './timers.ts';
import type { Direction } from './undo-actions.ts';
import type { UndoStep } from './undo-journal.ts';

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
  /** How a step is told of and where it is seen. */
  words: (step: NumberStep) => Omit<UndoStep, Direction>;
  record: (step: UndoStep) => void;
  forget: (step: UndoStep) => void;
}

/** What else an act changed in this window, to be taken back and done again together with its cells. */
export type BesideNumbers = Record<Direction, () => void>;

/** Every change is shown first and sent after; a refused one is taken back, cell by cell where nobody wrote since. */
export function createNumberActions(options: NumberActionsOptions) {
  const { call, tell, tables, show } = options;
  const queue = createNumberQueue({
    send: (observations) => call('numbers.set', { observations }),
    timers: options.timers,
    monitor: options.monitor,
    isRefusal: (failure) => refusals.includes(failure.code),
  });

  const takeBack = (written: Observation[], before: Observation[]) => {
    const current = new Map(tables().observations.map((cell) => [cellKey(cell), cell]));
    const untouched = new Set(written.filter((cell) => current.get(cellKey(cell)) === cell).map(cellKey));
    show(before.filter((cell) => untouched.has(cellKey(cell))));
  };

  const write = async (cells: Observation[], before: Observation[], recorded: UndoStep) => {
    show(cells);
    const outcome = await queue.push(cells);
    if (outcome.ok) return done(null);
    takeBack(cells, before);
    options.forget(recorded);
    tell({ kind: 'refused', failure: outcome.error });
    return outcome;
  };

  return {
    async setObservations(observations: Observation[], beside?: BesideNumbers): Promise<Outcome<null>> {
      if (observations.length === 0) return done(null);
      const step = { before: cellsBefore(tables().observations, observations), after: observations };
      // Shown at once: the next act need not wait until the core has the cells.
      const recorded: UndoStep = {
        ...options.words(step),
        undo() {
          beside?.undo();
          void write(step.before, step.after, recorded);
        },
        redo() {
          beside?.redo();
          void write(step.after, step.before, recorded);
        },
      };
      options.record(recorded);
      return write(step.after, step.before, recorded);
    },
    flush: queue.flush,
    isDirty: queue.isDirty,
  };
}
