import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type KeptState,
  type StateReason,
  stateReasons,
} from '../../../../../src/shared/domain/history/report-state.ts';
import { statesToRemove } from '../../../../../src/shared/domain/history/thin-states.ts';

const now = new Date(2025, 5, 20, 15);
const minutes = (count: number) => new Date(now.getTime() - count * 60_000).toISOString();

function state(id: string, minutesAgo: number, reason: StateReason = 'work'): KeptState {
  return { id, keptAt: minutes(minutesAgo), reason, characters: 10, sha256: 'x' };
}

const dayInMinutes = 24 * 60;

test('all of today stay, of an earlier day the newest', () => {
  const states = [
    state('now', 0),
    state('morning', 300),
    state('yesterday late', dayInMinutes),
    state('yesterday early', dayInMinutes + 200),
    state('last month', 30 * dayInMinutes),
  ];
  expect(statesToRemove(states, now)).toEqual(['yesterday early']);
});

test('after a year only what left the program, was final or was asked for stays', () => {
  const old = 400 * dayInMinutes;
  const states = stateReasons.map((reason, index) => state(reason, old + index, reason));
  expect(statesToRemove(states, now).sort()).toEqual(['import', 'restore', 'roll', 'work']);
});

test('what was exported does not count as the newest of its day', () => {
  const states = [state('export', dayInMinutes, 'export'), state('work', dayInMinutes + 60)];
  expect(statesToRemove(states, now)).toEqual([]);
});

test('a state from the future stays, and pushes nothing out', () => {
  const states = [state('future', -3 * dayInMinutes), state('yesterday', dayInMinutes)];
  expect(statesToRemove(states, now)).toEqual([]);
});

test('thinning twice is thinning once, and leaves each day of the last year something', () => {
  const states = fc.array(
    fc.record({
      id: fc.uuid(),
      keptAt: fc.integer({ min: 0, max: 500 * dayInMinutes }).map(minutes),
      reason: fc.constantFrom(...stateReasons),
      characters: fc.constant(0),
      sha256: fc.constant(''),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(states, (all) => {
      const gone = new Set(statesToRemove(all, now));
      const left = all.filter(({ id }) => !gone.has(id));
      expect(statesToRemove(left, now)).toEqual([]);
      const days = (list: readonly KeptState[]) =>
        new Set(
          list
            .map(({ keptAt }) => new Date(keptAt))
            .filter((at) => now.getTime() - at.getTime() <= 365 * dayInMinutes * 60_000)
            .map((at) => at.toDateString()),
        );
      expect(days(left)).toEqual(days(all));
    }),
  );
});
