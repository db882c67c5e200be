import { expect, it } from 'vitest';
import { sameJson } from '../../../../../src/renderer/app/session/same-json.ts';

it.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [[1, 2], [2, 1], false],
  [[1], { 0: 1 }, false],
  [null, {}, false],
  ['1', 1, false],
])('compares %j with %j: %s', (a, b, expected) => {
  expect(sameJson(a, b)).toBe(expected);
});
