/** A short run of every target with fixed seeds; `npm run fuzz` is the long one. */
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../fuzz/random.ts';
import { targets } from '../../fuzz/targets/index.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** Inputs that cost more than a file: whole workspaces. */
const fewRuns = new Map([
  ['workspace', 3],
  ['command-line', 4],
  ['door', 2],
]);
const usualRuns = 12;

describe.each(targets)('$name', (target) => {
  test('holds its law on spoilt inputs, which are the same for the same seed', async () => {
    const folder = temporaryFolder();
    const prepared = await target.prepare(folder);
    const runs = fewRuns.get(target.name) ?? usualRuns;
    for (let seed = 1; seed <= runs; seed += 1) {
      const input = await prepared.make(createRandom(seed));
      expect(await prepared.make(createRandom(seed))).toEqual(input);
      await prepared.attempt(input);
    }
    await prepared.close?.();
  });
});

test('every target has a name of its own that the runner can be given', () => {
  const names = targets.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
});
