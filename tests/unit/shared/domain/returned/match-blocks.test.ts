import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchBlocks } from '../../../../../src/shared/domain/returned/match-blocks.ts';

const items = (texts: readonly string[]) =>
  texts.map((key) => ({ form: 'text' as const, key, words: key, places: '' }));
const match = (left: readonly string[], right: readonly string[]) => matchBlocks(items(left), items(right));

const first = '镇里成立工作专班统筹推进。';
const second = '各村设立代办点方便群众。';
const third = '调解员逐户走访听取意见。';
const fourth = '窗口午间不休息错时办理。';

describe('matchBlocks', () => {
  test('a moved paragraph is told once, at its new place', () => {
    expect(match([first, second, third, fourth], [second, third, fourth, first])).toEqual([
      { kind: 'pair', left: 1, right: 0 },
      { kind: 'pair', left: 2, right: 1 },
      { kind: 'pair', left: 3, right: 2 },
      { kind: 'moved', left: 0, right: 3 },
    ]);
  });

  test('of two paragraphs with the same words the numbers in them tell which was written on', () => {
    const at = (key: string, places: string) => ({ form: 'text' as const, key, words: key, places });
    expect(
      matchBlocks(
        [at('五十余件', 'id-1'), at('五十余件', 'id-2')],
        [at('五十余件另有一句。', 'id-1'), at('五十余件', 'id-2')],
      ),
    ).toEqual([
      { kind: 'pair', left: 0, right: 0 },
      { kind: 'pair', left: 1, right: 1 },
    ]);
  });

  test('short texts that stand elsewhere were struck out and put in', () => {
    expect(match(['特此报告。', first, second], [first, second, '特此报告。'])).toEqual([
      { kind: 'removed', left: 0 },
      { kind: 'pair', left: 1, right: 0 },
      { kind: 'pair', left: 2, right: 1 },
      { kind: 'added', right: 2 },
    ]);
  });

  test('a paragraph in two, and two in one, where the words are the same', () => {
    expect(match([first + second, third], [first, second, third])).toEqual([
      { kind: 'split', left: 0, right: [0, 1] },
      { kind: 'pair', left: 1, right: 2 },
    ]);
    expect(match([first, second, third], [first + second, third])).toEqual([
      { kind: 'joined', left: [0, 1], right: 0 },
      { kind: 'pair', left: 2, right: 1 },
    ]);
  });

  test('a split in which words changed is not sure: one changed, one put in', () => {
    const kinds = match([first + second, third], [first, `${second}再改。`, third]).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['added', 'pair', 'pair']);
  });

  test('one struck out beside one put in is one rewritten; beside others it is not', () => {
    expect(match([first, '工作成效', second], [first, '主要做法', second])[1]).toEqual({
      kind: 'pair',
      left: 1,
      right: 1,
    });
    const kinds = match([first, '工作成效', second], [first, '主要做法', '下步打算', second]).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['pair', 'removed', 'added', 'added', 'pair']);
  });

  test('each paragraph of both sides stands in exactly one match', () => {
    const text = fc.constantFrom(first, second, third, fourth, first + second, '', '特此报告。');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (left, right) => {
        const matches = match(left, right);
        const lefts = matches.flatMap((one) => (one.kind === 'added' ? [] : [one.left].flat()));
        const rights = matches.flatMap((one) => (one.kind === 'removed' ? [] : [one.right].flat()));
        expect(lefts.toSorted((a, b) => a - b)).toEqual(left.map((_, index) => index));
        expect(rights.toSorted((a, b) => a - b)).toEqual(right.map((_, index) => index));
      }),
    );
  });
});
