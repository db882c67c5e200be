import { expect, test } from 'vitest';
import {
  chineseNumeral,
  chineseNumeralValue,
} from '../../../../../src/shared/domain/text/chinese-numerals.ts';

test.each([
  [0, '零'],
  [10, '十'],
  [19, '十九'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1006, '一千零六'],
  [9999, '九千九百九十九'],
  [10_000, '10000'],
  [-1, '-1'],
  [1.5, '1.5'],
])('%d is written %s', (value, written) => {
  expect(chineseNumeral(value)).toBe(written);
});

test('every written numeral reads as the value it was written from', () => {
  for (let value = 0; value <= 9999; value += 1)
    expect(chineseNumeralValue(chineseNumeral(value))).toBe(value);
});
