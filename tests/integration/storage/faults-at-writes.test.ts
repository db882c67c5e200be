import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildShim } from '../../faults/writes/call-shim.ts';
import { everyCall, spread } from '../../faults/writes/choice.ts';
import { faults, suits } from '../../faults/writes/faults.ts';
import { injectInto } from '../../faults/writes/inject.ts';
import type { Injection } from '../../faults/writes/injection.ts';
import { operations } from '../../faults/writes/operations.ts';

const root = mkdtempSync(join(tmpdir(), 'xiangbao-faults-'));
const library = join(root, 'failing-calls.so');
const missing = buildShim(library);
const note = missing === null ? '' : ` (skipped: ${missing})`;
afterAll(() => rmSync(root, { recursive: true, force: true }));

// `npm run faults -- writes` lets every call of every operation fail.
describe.skipIf(missing !== null)(`faults at single writes${note}`, () => {
  test.each(operations.map((operation, index) => ({ ...operation, index })))(
    '$name: wholly there or wholly absent, and told as it is',
    { timeout: 120_000 },
    async ({ index, ...operation }) => {
      const report = await injectInto(operation, {
        root,
        library,
        lanes: 1,
        // Another place and another fault for each operation.
        choose: spread(1, 17 * index),
      });
      expect(report.failures).toEqual([]);
      expect(report.injected).toBeGreaterThan(0);
    },
  );
});

test('every call meets a fault, and both ends of a stretch of like calls every one', () => {
  const call = (number: number) => ({
    number,
    kind: 'write' as const,
    hit: false,
    path: number === 9 ? '/root/b' : '/root/a',
  });
  const all = Array.from({ length: 9 }, (_, index) => call(index + 1)).flatMap((one) =>
    faults.filter((fault) => suits(fault, one.kind)).map((fault): Injection => ({ call: one, fault })),
  );
  const counts = new Map<number, number>();
  for (const { call } of everyCall(all)) counts.set(call.number, (counts.get(call.number) ?? 0) + 1);
  expect([...counts]).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [number, [3, 4, 5, 6].includes(number) ? 1 : 7]),
  );
});
