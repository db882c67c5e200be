import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chineseNumeral,
  chineseNumeralValue,
  chineseWholeNumber,
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

test.each([
  ['0', '零'],
  ['12', '十二'],
  ['10000', '一万'],
  ['10001', '一万零一'],
  ['10010', '一万零一十'],
  ['101000', '十万一千'],
  ['120012', '十二万零一十二'],
  ['100000000', '一亿'],
  ['100000001', '一亿零一'],
  ['100001000', '一亿零一千'],
  ['1200000000', '十二亿'],
  ['305000020000', '三千零五十亿零二万'],
])('%s in digits is %s', (digits, numeral) => {
  expect(chineseWholeNumber(digits)).toBe(numeral);
  expect(String(chineseNumeralValue(numeral))).toBe(digits);
});

test.each(['1000000000000', '-1', '1.5', '01', ''])('%j has no numeral', (digits) => {
  expect(chineseWholeNumber(digits)).toBeNull();
});

test('numerals up to 9999亿 read back as what they were written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(chineseNumeralValue(chineseWholeNumber(String(value)) ?? '')).toBe(value);
    }),
    { numRuns: 3000 },
  );
});
