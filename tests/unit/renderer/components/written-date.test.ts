import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWrittenDate } from '../../../../src/renderer/components/written-date.ts';
import { writtenDate } from '../../../../src/shared/domain/written-date.ts';

it.each([
  ['2025年2月10日', '2025-02-10'],
  [' 2025 年 2 月 10 日 ', '2025-02-10'],
  ['２０２５年２月１０日', '2025-02-10'],
  ['2025-2-10', '2025-02-10'],
  ['2025.02.10', '2025-02-10'],
  ['20250210', '2025-02-10'],
  ['2024年2月29日', '2024-02-29'],
  ['2025年2月29日', null],
  ['2025年13月1日', null],
  ['2月10日', null],
  ['', null],
])('reads %s as %s', (text, expected) => {
  expect(parseWrittenDate(text)).toBe(expected);
});

it('reads back every date it writes', () => {
  const days = fc.date({ min: new Date('1949-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      expect(parseWrittenDate(writtenDate(iso))).toBe(iso);
    }),
  );
});
