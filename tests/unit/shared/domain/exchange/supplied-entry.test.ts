import { describe, expect, test } from 'vitest';
import {
  entryOfValue,
  isoOfDay,
  sameEntry,
} from '../../../../../src/shared/domain/exchange/supplied-entry.ts';
import type { SheetValue } from '../../../../../src/shared/domain/exchange/supply.ts';
import { indicator } from './indicators.ts';

const count = indicator('a');
const money = indicator('b', { kind: 'amount', unit: '万元', precision: 2 });
const rate = indicator('c', { kind: 'rate', unit: '%', precision: 1 });
const day = indicator('d', { kind: 'date', unit: '' });
const text = (value: string): SheetValue => ({ kind: 'text', text: value });
const number = (value: string, percent = false): SheetValue => ({ kind: 'number', value, percent });
const is = (value: string) => ({ kind: 'number', value });

describe('a cell as an entry of its indicator', () => {
  test.each([
    ['a number', number('58'), count, is('58')],
    ['zero is not empty', number('0'), count, is('0')],
    ['thousands as text', text('1,234'), count, is('1234')],
    ['full-width digits', text('１２３'), count, is('123')],
    ['the unit behind it', text('12件'), count, is('12')],
    ['not applicable', text(' 不适用 '), count, { kind: 'notApplicable' }],
    ['blank', { kind: 'blank' } as const, count, { kind: 'empty' }],
    ['a percent cell of a rate', number('0.853', true), rate, is('85.3')],
    ['a plain rate', number('85.3'), rate, is('85.3')],
    ['money', number('3.6'), money, is('3.6')],
    ['a day', { kind: 'date', iso: '2024-05-01' } as const, day, is('20240501')],
    ['a day as text', text('2024年5月1日'), day, is('20240501')],
    ['a day with strokes', text('2024/5/1'), day, is('20240501')],
    ['a day as a whole number', number('20240501'), day, is('20240501')],
    ['a day that does not apply', text('不适用'), day, { kind: 'notApplicable' }],
  ])('%s', (_name, value, own, expected) => {
    expect(entryOfValue(value, own)).toEqual(expected);
  });

  test.each([
    ['words', text('许多'), count],
    ['another unit', text('12人次'), count],
    ['about', text('约10'), count],
    ['a fraction of a count', number('1.5'), count],
    ['less than nothing', number('-3'), count],
    ['a percentage of what is no rate', number('0.5', true), count],
    ['a day in a count', { kind: 'date', iso: '2024-05-01' } as const, count],
    ['a day that is none', text('2023-02-30'), day],
    ['an error', { kind: 'error', text: '#DIV/0!' } as const, count],
    ['a formula without result', { kind: 'uncomputed' } as const, count],
  ])('%s is no value', (_name, value, own) => {
    expect(entryOfValue(value, own)).toBeNull();
  });
});

test('numbers are the same by value; zero, empty and not applicable never are', () => {
  expect(sameEntry({ kind: 'number', value: '3.50' }, { kind: 'number', value: '3.5' })).toBe(true);
  expect(sameEntry({ kind: 'number', value: '0' }, { kind: 'empty' })).toBe(false);
  expect(sameEntry({ kind: 'empty' }, { kind: 'notApplicable' })).toBe(false);
});

test('a day is told apart from a number that looks like one', () => {
  expect(isoOfDay('20240229')).toBe('2024-02-29');
  expect(isoOfDay('20230229')).toBeNull();
  expect(isoOfDay('123')).toBeNull();
});
