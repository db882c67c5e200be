import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGate } from '../../../../src/main/core/gate.ts';

it('an exclusive work is alone, whatever is asked for in whatever order, and failures hold nobody up', async () => {
  const works = fc.array(fc.record({ exclusive: fc.boolean(), fails: fc.boolean(), turns: fc.nat(3) }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(works, async (list) => {
      const gate = createGate();
      let shared = 0;
      let exclusive = 0;
      const ends = list.map(async ({ exclusive: alone, fails, turns }) => {
        const work = async () => {
          if (alone) exclusive += 1;
          else shared += 1;
          for (let turn = 0; turn <= turns; turn += 1) {
            expect(exclusive === 0 || (exclusive === 1 && shared === 0)).toBe(true);
            await delay(0);
          }
          if (alone) exclusive -= 1;
          else shared -= 1;
          if (fails) throw new RangeError('asked for');
          return 'done';
        };
        const outcome = alone ? gate.exclusive(work) : gate.shared(work);
        await (fails ? expect(outcome).rejects.toThrow(RangeError) : expect(outcome).resolves.toBe('done'));
      });
      await Promise.all(ends);
    }),
    { numRuns: 30 },
  );
});
