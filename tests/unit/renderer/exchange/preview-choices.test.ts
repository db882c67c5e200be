import { describe, expect, it } from 'vitest';
import {
  type Choices,
  choiceOf,
  choose,
  chooseAll,
  groupItems,
  isOutdated,
  takenItems,
} from '../../../../src/renderer/features/exchange/preview-choices.ts';
import type { PreviewItem } from '../../../../src/shared/contract.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { indicator, observation } from '../../shared/domain/exchange/indicators.ts';

function item(row: number, indicatorId: string, verdict: PreviewItem['verdict']): PreviewItem {
  return {
    grant: 'g',
    row,
    sheet: '填报表',
    line: row + 8,
    name: indicatorId,
    unit: '件',
    indicatorId,
    verdict,
    reasons: [],
    entry: verdict === 'unknown' ? null : { kind: 'number', value: String(row) },
    text: String(row),
    current: { kind: 'empty' },
    formula: false,
  };
}

const items = [
  item(0, 'a', 'new'),
  item(1, 'b', 'decide'),
  item(2, 'c', 'decide'),
  item(3, 'b', 'decide'),
  item(4, 'd', 'unknown'),
  item(5, 'e', 'same'),
];
const at = (row: number) => items[row] ?? item(row, '', 'unknown');
const none: Choices = new Map();
const rows = (choices: Choices) => takenItems(items, choices).map(({ row }) => row);

describe('choices in the preview', () => {
  it('puts rivals for one indicator together', () => {
    const { ready, decide, unknown, same } = groupItems(items);
    expect([ready, decide, unknown, same].map((group) => group.map(({ row }) => row))).toEqual([
      [0],
      [1, 3, 2],
      [4],
      [5],
    ]);
  });

  it('takes what is ready unless told otherwise, and nothing else unless told so', () => {
    expect(rows(none)).toEqual([0]);
    expect(rows(choose(items, none, at(0), 'keep'))).toEqual([]);
    expect(rows(choose(items, none, at(2), 'take'))).toEqual([0, 2]);
    expect(
      rows(
        new Map([
          ['g 4', 'take' as const],
          ['g 5', 'take' as const],
        ]),
      ),
    ).toEqual([0]);
  });

  it('leaves every other number for the same indicator', () => {
    const first = choose(items, none, at(1), 'take');
    expect(choiceOf(at(3), first)).toBe('keep');
    expect(rows(choose(items, first, at(3), 'take'))).toEqual([0, 3]);
  });

  it('is outdated once the table holds something else', () => {
    const known = indicator('a');
    const book = (value: string | null) =>
      createNumberBook({
        indicators: [known],
        observations: value === null ? [] : [observation('a', 2024, value)],
      });
    expect(isOutdated([at(0)], book(null), 2024)).toBe(false);
    expect(isOutdated([at(0)], book('7'), 2024)).toBe(true);
    const seen = { ...at(0), current: { kind: 'number' as const, value: '7' } };
    expect(isOutdated([seen], book('7.0'), 2024)).toBe(false);
  });

  it('takes a whole group but for rivals, which stay open', () => {
    const { decide } = groupItems(items);
    const all = chooseAll(items, none, decide, 'take');
    expect(rows(all)).toEqual([0, 2]);
    expect(choiceOf(at(1), all)).toBeNull();
    expect(rows(chooseAll(items, all, decide, 'keep'))).toEqual([0]);
  });
});
