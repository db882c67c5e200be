import { expect, it } from 'vitest';
import type { Call } from '../../../../src/renderer/api/client.ts';
import { createCollectStore, handedFile } from '../../../../src/renderer/features/exchange/collect-store.ts';
import { failed } from '../../../../src/shared/errors.ts';

const item = {
  grant: 'g1',
  row: 3,
  sheet: '填报表',
  line: 8,
  name: '调解',
  unit: '件',
  indicatorId: 'a',
  verdict: 'new',
  reasons: [],
  entry: { kind: 'number', value: '7' },
  text: '7',
  current: { kind: 'empty' },
  formula: false,
};
const file = {
  grant: 'g1',
  name: '甲.xlsx',
  sha256: 'sum',
  office: null,
  issue: null,
  year: null,
  blank: 0,
  macros: false,
  failure: null,
};

function setUp(answers: Record<string, unknown[]>) {
  const asked: { method: string; input: unknown }[] = [];
  const call: Call = async (method, input) => {
    asked.push({ method, input });
    return JSON.parse(JSON.stringify(answers[method]?.shift()));
  };
  return { collect: createCollectStore(call), asked };
}

const preview = { ok: true, value: { files: [file], items: [item] } };
const handed = handedFile({ grant: 'g1', name: '甲.xlsx' });

it('reads, takes in what is chosen as it was shown, and reads again', async () => {
  const accepted = { savedAt: '2025-01-01T00:00:00Z', previous: [], observations: [] };
  const { collect, asked } = setUp({
    'exchange.read': [preview, { ok: true, value: { files: [file], items: [] } }],
    'exchange.accept': [{ ok: true, value: accepted }],
  });
  collect.begin(2024);
  await collect.add([handed]);
  expect(collect.store.getState()).toMatchObject({ phase: 'shown', items: [item] });
  const adopted: unknown[] = [];
  expect(await collect.accept((numbers) => adopted.push(numbers))).toBe(true);
  expect(adopted).toEqual([accepted]);
  expect(asked.map(({ method }) => method)).toEqual(['exchange.read', 'exchange.accept', 'exchange.read']);
  expect(asked[1]?.input).toEqual({
    year: 2024,
    decisions: [{ grant: 'g1', row: 3, sha256: 'sum', indicatorId: 'a', expected: { kind: 'empty' } }],
  });
  expect(collect.store.getState().items).toEqual([]);
});

it('keeps the preview and says why when nothing was taken in', async () => {
  const refusal = failed('exchange.changedMeanwhile', { name: '调解' });
  const { collect } = setUp({ 'exchange.read': [preview], 'exchange.accept': [refusal] });
  collect.begin(2024);
  await collect.add([handed]);
  expect(
    await collect.accept(() => {
      throw new Error('nothing was accepted');
    }),
  ).toBe(false);
  expect(collect.store.getState()).toMatchObject({ phase: 'shown', items: [item], failure: refusal.error });
});

it('a file that cannot be handed over is told, another year begins anew', async () => {
  const { collect } = setUp({ 'exchange.read': [preview] });
  collect.begin(2024);
  const refusal = failed('file.tooLarge', { name: '乙.xlsx' });
  await collect.add([{ name: '乙.xlsx', receive: async () => refusal }]);
  expect(collect.store.getState()).toMatchObject({ phase: 'waiting', failure: refusal.error });
  await collect.add([handed]);
  collect.begin(2024);
  expect(collect.store.getState().files).toHaveLength(1);
  collect.begin(2023);
  expect(collect.store.getState()).toMatchObject({ phase: 'waiting', files: [], failure: null });
});

it('choices outlive another reading of the same file, not of a changed one', async () => {
  const changed = { ok: true, value: { files: [{ ...file, sha256: 'other' }], items: [item] } };
  const { collect } = setUp({ 'exchange.read': [preview, preview, changed] });
  collect.begin(2024);
  await collect.add([handed]);
  const [shown] = collect.store.getState().items;
  if (shown === undefined) throw new Error('the item is shown');
  collect.choose(shown, 'keep');
  await collect.read();
  expect([...collect.store.getState().choices.values()]).toEqual(['keep']);
  await collect.read();
  expect([...collect.store.getState().choices.values()]).toEqual([]);
});

it('knows the sheets of a folder one by one when they are read again', async () => {
  const { collect, asked } = setUp({ 'exchange.read': [preview, preview] });
  collect.begin(2024);
  await collect.add([handedFile({ grant: 'folder', name: '' })]);
  await collect.read();
  expect(asked.map(({ input }) => input)).toEqual([
    { year: 2024, grants: ['folder'] },
    { year: 2024, grants: ['g1'] },
  ]);
});
