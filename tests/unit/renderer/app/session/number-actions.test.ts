import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createNumberActions } from '../../../../../src/renderer/app/session/number-actions.ts';
import { withCells } from '../../../../../src/renderer/app/session/number-history.ts';
import { createSaveMonitor } from '../../../../../src/renderer/app/session/save-monitor.ts';
import type { SessionNotice } from '../../../../../src/renderer/app/session/session-notices.ts';
import type { UndoStep } from '../../../../../src/renderer/app/session/undo-journal.ts';
import type { TableRecords } from '../../../../../src/shared/contract/indicator-methods.ts';
import type { NumberTables } from '../../../../../src/shared/contract.ts';
import type { Observation } from '../../../../../src/shared/domain/model.ts';
import { type Failure, failed, type Outcome } from '../../../../../src/shared/errors.ts';
import { createFakeTimers } from '../../fake-timers.ts';

const cell = (indicatorId: string, value: string): Observation => ({
  indicatorId,
  year: 2024,
  entry: { kind: 'number', value },
  state: 'confirmed',
  source: '',
  note: '',
  evidence: '',
});

function setUp(failures: { error: Failure; ok: false }[] = []) {
  const time = createFakeTimers();
  const sent: string[][] = [];
  const notices: SessionNotice[] = [];
  const steps: UndoStep[] = [];
  let tables: NumberTables = { topics: [], offices: [], indicators: [], observations: [cell('a', '1')] };
  const call: Call = async (method, input) => {
    expect(method).toBe('numbers.set');
    if ('observations' in input) {
      sent.push(input.observations.map(({ indicatorId, entry }) => `${indicatorId}=${textOf(entry)}`));
    }
    const answer: Outcome<never> | undefined = failures.shift();
    return answer ?? JSON.parse('{"ok":true,"value":{"savedAt":"2025-02-01T00:00:00Z","previous":[]}}');
  };
  const actions = createNumberActions({
    call,
    timers: time.timers,
    monitor: createSaveMonitor(() => {}),
    tell: (notice) => notices.push(notice),
    tables: () => tables,
    show: (changed) => {
      tables = { ...tables, observations: withCells(tables.observations, changed) };
    },
    ...wordless,
    record(step) {
      steps.push(step);
      return () => {
        if (steps.at(-1) !== step) return false;
        step.undo();
        return true;
      };
    },
    forget: (step) => steps.splice(steps.indexOf(step), 1),
    adopt: () => {},
  });
  const shown = () => tables.observations.map(({ indicatorId, entry }) => `${indicatorId}=${textOf(entry)}`);
  return { ...time, actions, sent, notices, steps, shown };
}

const wordless = {
  words: () => ({ describe: () => '' }),
  tableWords: () => ({ describe: () => '' }),
  forget: () => {},
};

function textOf(entry: Observation['entry']): string {
  return entry.kind === 'number' ? entry.value : entry.kind;
}

describe('a step that another command has written', () => {
  it('is shown without being sent, and undone and redone as one step', async () => {
    const { actions, shown, sent, steps } = setUp();
    const before = [cell('a', '1'), { ...cell('b', '0'), entry: { kind: 'empty' as const } }];
    const undo = actions.adoptObservations(before, [cell('a', '7'), cell('b', '8')], '2025-02-01T00:00:00Z');
    expect(shown()).toEqual(['a=7', 'b=8']);
    expect(sent).toEqual([]);
    expect(undo()).toBe(true);
    expect(shown()).toEqual(['a=1', 'b=empty']);
    expect(sent).toEqual([['a=1', 'b=empty']]);
    steps[0]?.redo();
    expect(shown()).toEqual(['a=7', 'b=8']);
  });

  it('is not undone over what was typed since', async () => {
    const { actions, shown } = setUp();
    const undo = actions.adoptObservations([cell('a', '1')], [cell('a', '7')], '2025-02-01T00:00:00Z');
    await actions.setObservations([cell('a', '9')]);
    expect(undo()).toBe(false);
    expect(shown()).toEqual(['a=9']);
  });
});

describe('number actions', () => {
  it('shows a change at once, saves it, and can undo and redo it', async () => {
    const { actions, shown, sent, steps, pass } = setUp();
    const saving = actions.setObservations([cell('a', '2'), cell('b', '0')]);
    expect(shown()).toEqual(['a=2', 'b=0']);
    expect(await saving).toEqual({ ok: true, value: null });
    steps[0]?.undo();
    expect(shown()).toEqual(['a=1', 'b=empty']);
    steps[0]?.redo();
    expect(shown()).toEqual(['a=2', 'b=0']);
    await pass(0);
    expect(sent).toEqual([
      ['a=2', 'b=0'],
      ['a=1', 'b=empty'],
      ['a=2', 'b=0'],
    ]);
  });

  it('keeps a change that could not be saved, and repeats it in order', async () => {
    const { actions, shown, sent, pass } = setUp([failed('storage.full')]);
    void actions.setObservations([cell('a', '2')]);
    void actions.setObservations([cell('a', '3')]);
    await pass(0);
    expect(shown()).toEqual(['a=3']);
    expect(actions.isDirty()).toBe(true);
    await pass(1000);
    expect(sent).toEqual([['a=2'], ['a=2'], ['a=3']]);
    expect(actions.isDirty()).toBe(false);
  });

  it('takes back what the core refuses, says why, and forgets the step', async () => {
    const { actions, shown, notices, steps } = setUp([failed('observation.computed', { name: 'a' })]);
    const outcome = await actions.setObservations([cell('a', '2')]);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'observation.computed' } });
    expect(shown()).toEqual(['a=1']);
    expect(notices).toMatchObject([{ kind: 'refused', failure: { code: 'observation.computed' } }]);
    expect(steps).toEqual([]);
  });

  it('leaves alone a cell that was written again after the refused change', async () => {
    const { actions, shown } = setUp([failed('input.invalid')]);
    const first = actions.setObservations([cell('a', '2'), cell('b', '5')]);
    const second = actions.setObservations([cell('a', '3')]);
    await Promise.all([first, second]);
    expect(shown()).toEqual(['a=3', 'b=empty']);
  });
});

const records = (removed: boolean): TableRecords => ({
  indicators: [
    {
      indicator: {
        id: 'new',
        name: '新',
        unit: '件',
        kind: 'count',
        precision: 0,
        topicId: 't',
        officeId: null,
        formula: null,
        retiredAfter: null,
        footing: false,
      },
      position: 0,
      removed,
    },
  ],
  topics: [],
});

describe('changes of indicators', () => {
  it('are steps of the same history, sent in order with the cells', async () => {
    const sent: string[] = [];
    const steps: UndoStep[] = [];
    const answer = (before: boolean, after: boolean) =>
      JSON.stringify({
        ok: true,
        value: {
          savedAt: '2025-02-01T00:00:00Z',
          id: 'new',
          topics: [],
          indicators: [],
          before: records(before),
          after: records(after),
        },
      });
    const call: Call = async (method, input) => {
      sent.push(
        method === 'indicator.restore' ? `${method} ${JSON.stringify(input).includes('true')}` : method,
      );
      if (method === 'numbers.set') {
        return JSON.parse('{"ok":true,"value":{"savedAt":"2025-02-01T00:00:00Z","previous":[]}}');
      }
      return JSON.parse(method === 'indicator.restore' ? answer(false, true) : answer(true, false));
    };
    const adopted: string[] = [];
    const actions = createNumberActions({
      call,
      timers: createFakeTimers().timers,
      monitor: createSaveMonitor(() => {}),
      tell: () => {},
      tables: () => ({ topics: [], offices: [], indicators: [], observations: [] }),
      show: () => {},
      adopt: ({ id }) => adopted.push(id),
      ...wordless,
      record(step) {
        steps.push(step);
        return () => false;
      },
    });
    const making = actions.changeTables('indicator.retire', { id: 'new', after: 2024 });
    expect(actions.isDirty()).toBe(true);
    await making;
    await actions.setObservations([cell('new', '1')]);
    const [retiring, typing] = steps;
    expect(steps).toHaveLength(2);
    typing?.undo();
    await retiring?.undo();
    const redone = retiring?.redo();
    typing?.redo();
    await redone;
    await actions.flush();
    expect(sent).toEqual([
      ...['indicator.retire', 'numbers.set', 'numbers.set', 'indicator.restore true'],
      ...['indicator.restore false', 'numbers.set'],
    ]);
    expect(adopted).toEqual(['new', 'new', 'new']);
  });

  it('that are refused leave no step, and one that can no longer be undone says why', async () => {
    const refusal: Outcome<never> = failed('indicator.inUse', { name: '新' });
    const told: SessionNotice[] = [];
    let answers: unknown[] = [refusal];
    const steps: UndoStep[] = [];
    const actions = createNumberActions({
      call: async () => answers.shift() as never,
      timers: createFakeTimers().timers,
      monitor: createSaveMonitor(() => {}),
      tell: (notice) => told.push(notice),
      tables: () => ({ topics: [], offices: [], indicators: [], observations: [] }),
      show: () => {},
      adopt: () => {},
      ...wordless,
      record(step) {
        steps.push(step);
        return () => false;
      },
    });
    expect(await actions.changeTables('indicator.remove', { id: 'new' })).toEqual(refusal);
    expect([steps, told]).toEqual([[], []]);
    const value = {
      savedAt: '',
      id: 'new',
      topics: [],
      indicators: [],
      before: records(true),
      after: records(false),
    };
    answers = [{ ok: true, value }, refusal];
    await actions.changeTables('indicator.remove', { id: 'new' });
    expect(steps).toHaveLength(1);
    // The timeline tells it; see undo-actions.
    expect(await steps[0]?.undo()).toEqual(refusal);
  });
});
