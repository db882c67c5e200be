import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneAfterAnother } from '../../../../../src/main/node/pdf/one-after-another.ts';

describe('work done one after another', () => {
  it('never overlaps, keeps its order, and goes on after a failure', async () => {
    const inTurn = oneAfterAnother();
    const steps: string[] = [];
    const work = (name: string, fails: boolean) =>
      inTurn(async () => {
        steps.push(`${name} begins`);
        await nextTurn();
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const [a, b] = await Promise.allSettled([work('a', true), work('b', false)]);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
  });
});
