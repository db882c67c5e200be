import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtOf, grouped, typingPreview } from '../../../../src/renderer/features/data/typing-preview.ts';
import type { Entry } from '../../../../src/shared/domain/model.ts';
import { indicator, screened } from './tables.ts';

const last = (value: string): Entry => ({ kind: 'number', value });
const copies = indicator('copies', { name: '发放资料', unit: '份' });

describe('typingPreview', () => {
  it.each([
    ['3.6万', copies, last('35000'), { kind: 'number', shown: '36,000', doubt: null }],
    ['三万六千', copies, { kind: 'empty' } as const, { kind: 'number', shown: '36,000', doubt: null }],
    ['', copies, last('1'), { kind: 'empty' }],
    ['不适用', copies, last('1'), { kind: 'notApplicable' }],
    ['1,23', copies, last('1'), { kind: 'refused', failure: { code: 'observation.grouping' } }],
    [
      '2025.3.15',
      indicator('day', { kind: 'date' }),
      last('20240315'),
      { kind: 'day', year: 2025, month: 3, day: 15 },
    ],
    [
      '46万',
      screened,
      last('46'),
      { kind: 'number', shown: '460,000', doubt: { kind: 'scale', times: '10,000', up: true, last: '46' } },
    ],
  ])('tells what %j will be', (text, of, before, told) => {
    expect(typingPreview(text, of, before)).toMatchObject(told);
  });

  it.each([
    ['58', '46', null],
    ['230', '46', null],
    ['231', '46', { kind: 'far', up: true }],
    ['9', '46', { kind: 'far', up: false }],
    ['10', '46', null],
    ['3.6', '36000', { kind: 'scale', times: '10,000', up: false }],
    ['35000', '36', { kind: 'scale', times: '1,000', up: true }],
    ['0', '46', null],
    ['46', '0', null],
    ['-46', '46', null],
  ])('doubts %s after %s: %j', (value, before, doubt) => {
    expect(doubtOf(value, before)).toEqual(doubt);
  });

  it('doubts neither a year that repeats the one before nor, the other way round, anything else', () => {
    const numbers = fc.integer({ min: 1, max: 10 ** 9 }).map(String);
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        expect(doubtOf(one, one)).toBeNull();
        const [there, back] = [doubtOf(one, other), doubtOf(other, one)];
        expect(there?.kind).toBe(back?.kind);
        if (there && back) expect(there.up).toBe(!back.up);
      }),
    );
  });

  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1234567.8912', '1,234,567.8912'],
    ['-1000', '-1,000'],
  ])('sets separators: %s', (value, shown) => {
    expect(grouped(value)).toBe(shown);
  });
});
