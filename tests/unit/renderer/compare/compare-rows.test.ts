import { describe, expect, it } from 'vitest';
import { compareRows, countKinds } from '../../../../src/renderer/features/compare/compare-rows.ts';
import type { AlignedPair, AlignmentKind } from '../../../../src/shared/domain/alignment.ts';

const pairs = (['unchanged', 'unchanged', 'edited', 'unchanged', 'new'] satisfies AlignmentKind[]).map(
  (kind, index): AlignedPair => ({ kind, left: `左${index}`, right: `右${index}` }),
);

describe('compareRows', () => {
  it('lists every pair', () => {
    expect(compareRows(pairs, false).map((row) => ('pair' in row ? row.pair : null))).toEqual(pairs);
  });

  it('folds each run of equal paragraphs where only differences are wanted', () => {
    expect(compareRows(pairs, true)).toEqual([
      { index: 0, hidden: 2 },
      { index: 2, pair: pairs[2] },
      { index: 3, hidden: 1 },
      { index: 4, pair: pairs[4] },
    ]);
  });
});

describe('countKinds', () => {
  it('counts what there is', () => {
    expect(countKinds(pairs)).toEqual([
      { kind: 'unchanged', count: 3 },
      { kind: 'edited', count: 1 },
      { kind: 'new', count: 1 },
    ]);
  });
});
