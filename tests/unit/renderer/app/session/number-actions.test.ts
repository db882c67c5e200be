import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createNumberActions } from '../../../../../src/renderer/app/session/number-actions.ts';
import { withCells } from '../../../../../src/renderer/app/session/number-history.ts';
import { createSaveMonitor } from '../../../../../src/renderer/app/session/save-monitor.ts';
import type { SessionNotice } from '../../../../../src/renderer/app/session/session-notices.ts';
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
    adopt: () => {},
    onHistory: () => {},
  });
  const shown = () => tables.observations.map(({ indicatorId, entry }) => `${indicatorId}=${textOf(entry)}`);
  return { ...time, actions, sent, notices, shown };
}

function textOf(entry: Observation['entry']): string {
  return entry.kind === 'number' ? entry.value : entry.kind;
}

describe('number actions', () => {
  it('shows a change at once, saves it, and can undo and redo it', async () => {
    const { actions, shown, sent } = setUp();
    const saving = actions.setObservations([cell('a', '2'), cell('b', '0')]);
    expect(shown()).toEqual(['a=2', 'b=0']);
    expect(await saving).toEqual({ ok: true, value: null });
    await actions.undoNumbers();
    expect(shown()).toEqual(['a=1', 'b=empty']);
    await actions.redoNumbers();
    expect(shown()).toEqual(['a=2', 'b=0']);
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
    const { actions, shown, notices } = setUp([failed('observation.computed', { name: 'a' })]);
    const outcome = await actions.setObservations([cell('a', '2')]);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'observation.computed' } });
    expect(shown()).toEqual(['a=1']);
    expect(notices).toMatchObject([{ kind: 'refused', failure: { code: 'observation.computed' } }]);
    await actions.undoNumbers();
    expect(shown()).toEqual(['a=1']);
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
    let canUndo = 0;
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
      onHistory: (history) => {
        canUndo = history.done.length;
      },
    });
    const making = actions.changeTables('indicator.retire', { id: 'new', after: 2024 });
    expect(actions.isDirty()).toBe(true);
    await making;
    await actions.setObservations([cell('new', '1')]);
    expect(canUndo).toBe(2);
    await actions.undoNumbers();
    await actions.undoNumbers();
    expect(canUndo).toBe(0);
    const redone = actions.redoNumbers();
    await actions.redoNumbers();
    await redone;
    expect(sent).toEqual([
      ...['indicator.retire', 'numbers.set', 'numbers.set', 'indicator.restore true'],
      ...['indicator.restore false', 'numbers.set'],
    ]);
    expect(adopted).toEqual(['new', 'new', 'new']);
  });

  it('that are refused leave no step, and one that can no longer be undone is told', async () => {
    const refusal: Outcome<never> = failed('indicator.inUse', { name: '新' });
    const told: SessionNotice[] = [];
    let answers: unknown[] = [refusal];
    let canUndo = 0;
    const actions = createNumberActions({
      call: async () => answers.shift() as never,
      timers: createFakeTimers().timers,
      monitor: createSaveMonitor(() => {}),
      tell: (notice) => told.push(notice),
      tables: () => ({ topics: [], offices: [], indicators: [], observations: [] }),
      show: () => {},
      adopt: () => {},
      onHistory: (history) => {
        canUndo = history.done.length;
      },
    });
    expect(await actions.changeTables('indicator.remove', { id: 'new' })).toEqual(refusal);
    expect([canUndo, told]).toEqual([0, []]);
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
    expect(canUndo).toBe(1);
    await actions.undoNumbers();
    expect(told).toEqual([{ kind: 'refused', failure: refusal.ok ? null : refusal.error }]);
    expect(canUndo).toBe(0);
  });
});
