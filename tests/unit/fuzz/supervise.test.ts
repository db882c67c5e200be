import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../../fuzz/random.ts';
import { supervise, usualLimits } from '../../fuzz/supervise.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import { type Doing, doingOf } from './failing-child.ts';

const limits = { ...usualLimits, hangMilliseconds: 5000, slowMilliseconds: 500 };

function seedOf(doing: Doing): number {
  let seed = 1;
  while (doingOf(createRandom(seed)) !== doing) seed += 1;
  return seed;
}

test('a bug, a broken law, a loop, a crash, too much memory and too much time are failures, and the runs go on', async () => {
  const supervision = supervise('failing', limits, join(import.meta.dirname, 'failing-child.ts'));
  onTestFinished(() => supervision.close());
  const told = async (doing: Doing) => {
    const { outcome, reason } = await supervision.run(seedOf(doing));
    return `${outcome}: ${reason.split('\n')[0]}`;
  };
  expect(await told('is well')).toBe('accepted: ');
  expect(await told('throws')).toBe('failed: TypeError: a bug');
  expect(await told('breaks its law')).toBe('failed: Error: law broken: nothing is lost');
  expect(await told('takes memory')).toMatch(/^failed: took \d+ MB more than before$/);
  expect(await told('takes time')).toMatch(/^failed: took \d+ ms of processor time$/);
  expect(await told('loops')).toBe('failed: did not end');
  expect(await told('crashes')).toMatch(/^failed: the process ended/);
  expect(await told('is well')).toBe('accepted: ');

  const path = join(temporaryFolder(), 'input');
  await supervision.write(seedOf('loops'), path);
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
});
