/** The session's changes of the number tables, each a step of the journal. */
import type { ChangedTables, TableRecords } from '../../../shared/contract/indicator-methods.ts';
import type { MethodInput, NumberTables } from '../../../shared/contract.ts';
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

/** The commands that change indicators or topics. */
export type TableCommand =
  | 'indicator.save'
  | 'indicator.move'
  | 'indicator.retire'
  | 'indicator.remove'
  | 'topic.save';

/** Indicators and topics that one act changed, as they were and as they are. */
export interface TableStep {
  before: TableRecords;
  after: TableRecords;
}

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
  tableWords: (step: TableStep) => Omit<UndoStep, Direction>;
  /** See ReportSession.recordStep. */
  record: (step: UndoStep) => () => boolean;
  forget: (step: UndoStep) => void;
  /** Takes over the lists of topics and indicators as the core has them now. */
  adopt: (changed: ChangedTables) => void;
}

/** What else an act changed in this window, to be taken back and done again together with its cells. */
export type BesideNumbers = Record<Direction, () => void>;

/** Every change is shown first and sent after; a refused one is taken back, cell by cell where nobody wrote since. */
export function createNumberActions(options: NumberActionsOptions) {
  const { call, tell, tables, show } = options;
  /** Changes of indicators go one after another, and cells wait for them: an indicator must be there to hold one. */
  let tableWork: Promise<unknown> = Promise.resolve();
  let tableWorks = 0;
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
    if (tableWorks > 0) await tableWork;
    const outcome = await queue.push(cells);
    if (outcome.ok) return done(null);
    takeBack(cells, before);
    options.forget(recorded);
    tell({ kind: 'refused', failure: outcome.error });
    return outcome;
  };

  const stepOf = (step: NumberStep, beside?: BesideNumbers): UndoStep => {
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
    return recorded;
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

  const restore = async (records: TableRecords) => {
    const outcome = await inTurn(() => call('indicator.restore', records));
    adopt(outcome);
    return outcome;
  };

  return {
    async setObservations(observations: Observation[], beside?: BesideNumbers): Promise<Outcome<null>> {
      if (observations.length === 0) return done(null);
      const step = { before: cellsBefore(tables().observations, observations), after: observations };
      // Shown at once: the next act need not wait until the core has the cells.
      const recorded = stepOf(step, beside);
      options.record(recorded);
      return write(step.after, step.before, recorded);
    },
    async changeTables<M extends TableCommand>(
      method: M,
      input: MethodInput<M>,
    ): Promise<Outcome<ChangedTables>> {
      const outcome: Outcome<ChangedTables> = await inTurn(() => call(method, input));
      adopt(outcome);
      if (outcome.ok) {
        const { before, after } = outcome.value;
        options.record({
          ...options.tableWords({ before, after }),
          undo: () => restore(before),
          redo: () => restore(after),
        });
      }
      return outcome;
    },
    adoptObservations(before: Observation[], after: Observation[], savedAt: string): () => boolean {
      const undo = options.record(stepOf({ before, after }));
      show(after);
      options.monitor.rest(savedAt);
      return undo;
    },
    async flush() {
      await tableWork;
      await queue.flush();
    },
    isDirty: () => queue.isDirty() || tableWorks > 0,
    unsaved: queue.unsaved,
  };
}
