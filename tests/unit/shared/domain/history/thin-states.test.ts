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

test('all of the two latest days of work stay, of an earlier day the newest', () => {
  const states = [
    state('now', 0),
    state('morning', 300),
    state('last Friday late', 3 * dayInMinutes),
    state('last Friday early', 3 * dayInMinutes + 200),
    state('last month late', 30 * dayInMinutes),
    state('last month early', 30 * dayInMinutes + 200),
  ];
  expect(statesToRemove(states, now)).toEqual(['last month early']);
});

/** A state on each of so many days before today. */
const daily = (count: number) =>
  Array.from({ length: count }, (_, index) => state(`${index + 1} days ago`, (index + 1) * dayInMinutes));

test('after a year of days of work only what left the program, was final or was asked for stays', () => {
  const old = 400 * dayInMinutes;
  const states = [...daily(365), ...stateReasons.map((reason, index) => state(reason, old + index, reason))];
  expect(statesToRemove(states, now).sort()).toEqual(['import', 'restore', 'roll', 'work']);
});

test('years in which nobody worked make nothing old', () => {
  const states = [state('now', 0), state('four years ago', 1500 * dayInMinutes)];
  expect(statesToRemove(states, now)).toEqual([]);
});

test('a clock that jumps ten years ahead takes away nothing of what was written before it jumped', () => {
  const ofToday = Array.from({ length: 40 }, (_, index) => state(`today ${index}`, index * 10));
  const before = [...ofToday, ...daily(300)];
  const jumped = new Date(now.getFullYear() + 10, now.getMonth(), now.getDate(), now.getHours());
  const wrong = (minutesLater: number) => ({
    ...state(`wrong ${minutesLater}`, 0),
    keptAt: new Date(jumped.getTime() + minutesLater * 60_000).toISOString(),
  });
  const after = [...before, wrong(0), wrong(10), wrong(20)];
  expect(statesToRemove(after, new Date(jumped.getTime() + 20 * 60_000))).toEqual(
    statesToRemove(before, now),
  );
  // And when it has been put right again, neither it nor what was kept meanwhile.
  expect(statesToRemove(after, now)).toEqual([]);
});

test('what was exported does not count as the newest of its day', () => {
  const states = [
    ...daily(2),
    state('export', 3 * dayInMinutes, 'export'),
    state('work', 3 * dayInMinutes + 60),
  ];
  expect(statesToRemove(states, now)).toEqual([]);
});

test('a state from the future stays, and pushes nothing out', () => {
  const states = [state('future', -3 * dayInMinutes), state('yesterday', dayInMinutes)];
  expect(statesToRemove(states, now)).toEqual([]);
});

test('thinning twice is thinning once, and leaves each day something', () => {
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
        new Set(list.map(({ keptAt }) => new Date(keptAt)).map((at) => at.toDateString()));
      expect(days(left)).toEqual(days(all));
    }),
  );
});
