import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadBack, readShown } from '../../../../../src/shared/domain/binding/read-back.ts';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { tableText } from '../../../../../src/shared/domain/binding-text.ts';
import { Decimal } from '../../../../../src/shared/domain/decimal.ts';
import {
  anyFormat,
  anyIndicator,
  anyNumber,
  anyPhraseFormat,
  anySeriesFormat,
  anyValueFormat,
} from './arbitraries.ts';
import { bookOf, count, type Described, day, given, money, place, rate, shown, yuan } from './shown.ts';

describe('a place read back', () => {
  const wan: BindingFormat = { style: 'tenThousand', places: 1, unit: true };
  const number = (least: string | null, most: string | null): ReadBack => ({ kind: 'number', least, most });
  it.each<[Described, BindingFormat, string, ReadBack | null]>([
    [count, { style: 'plain', unit: true }, '58件', number('57.5', '58.5')],
    [yuan, wan, '3.6万元', number('35500', '36500')],
    [money, wan, '3.6亿元', number('35500', '36500')],
    [money, { style: 'over', to: '100', unit: true }, '300余万元', number('300', '400')],
    [count, { style: 'about', to: '10', word: '近', unit: true }, '近360件', number('350', '360')],
    [count, { style: 'about', to: '10', word: '约', unit: true }, '约360件', number('355', '365')],
    [count, { style: 'chinese', unit: true }, '两件', number('1.5', '2.5')],
    [count, { style: 'plain', unit: true, zero: '无' }, '无', number('0', '0')],
    [count, { style: 'threshold', limit: '50', first: true, unit: true }, '首次超过50件', number('50', null)],
    [count, { style: 'threshold', limit: '60', first: false, unit: true }, '不到60件', number(null, '60')],
    [rate, { style: 'range', years: 3, unit: true }, '95.1%～96.6%', number('95.05', '96.65')],
    [day, { style: 'date', form: 'full' }, '2025年3月15日', number('20250315', '20250315')],
    [day, { style: 'date', form: 'month' }, '2025年3月', null],
    [count, { style: 'plain', unit: true }, '不适用', null],
    [count, { style: 'plain', unit: true }, '', null],
    [count, { style: 'plain', unit: true }, '58户', null],
    [
      count,
      { style: 'growth' },
      '较上年增长26.1%',
      { kind: 'change', direction: 'up', size: '26.1', unit: '%' },
    ],
    [
      count,
      { style: 'growth' },
      '较上年增加12件',
      { kind: 'change', direction: 'up', size: '12', unit: '件' },
    ],
    [rate, { style: 'change' }, '与上年持平', { kind: 'change', direction: 'same', size: null, unit: '' }],
    [count, { style: 'growth' }, '今年增长26.1%', null],
    [count, { style: 'size', of: 'growth' }, '26.1%', null],
  ])('%j %j %s', (indicator, format, text, read) => {
    expect(readShown(text, format, indicator)).toEqual(read);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(anyIndicator, anyFormat, fc.string({ unit: 'grapheme' }), (indicator, format, text) => {
        readShown(text, format, indicator);
      }),
    );
  });

  it('gives the number back within what is shown, for every format of a number', () => {
    fc.assert(
      fc.property(
        anyIndicator.filter(({ kind }) => kind !== 'date'),
        fc.oneof({ weight: 6, arbitrary: anyValueFormat }, anySeriesFormat),
        anyNumber,
        anyNumber,
        (indicator, format, now, before) => {
          // The other years of a range are the year before's, so that it always has all of them.
          const years = [now, ...Array.from({ length: 10 }, () => before)].map((one) => given(one));
          const { text } = tableText(place(format), 2024, bookOf(indicator, years));
          const read = readShown(text, format, indicator);
          expect(read?.kind, text).toBe('number');
          if (read?.kind !== 'number') return;
          const { least, most } = read;
          expect(least === null || new Decimal(now).greaterThanOrEqualTo(least), `${text} of ${now}`).toBe(
            true,
          );
          expect(most === null || new Decimal(now).lessThanOrEqualTo(most), `${text} of ${now}`).toBe(true);
        },
      ),
      { numRuns: 12_000 },
    );
  });

  it('gives the direction and the size of every phrase back', () => {
    fc.assert(
      fc.property(
        anyIndicator.filter(({ kind }) => kind !== 'date'),
        anyPhraseFormat,
        fc.integer({ min: -500, max: 200_000 }),
        fc.integer({ min: -500, max: 200_000 }),
        (indicator, format, now, before) => {
          const years = [given(String(now)), given(String(before))];
          const read = readShown(shown(indicator, format, ...years).text, format, indicator);
          expect(read?.kind).toBe('change');
          if (read?.kind !== 'change') return;
          // «基本持平» is also said of a growth that rounds to 0%.
          if (read.direction === 'same')
            expect(Math.abs(now - before) * 1000).toBeLessThan(Math.abs(before) + 1);
          else expect(read.direction).toBe(now > before ? 'up' : 'down');
          if (read.size !== null && read.unit !== '%') expect(Number(read.size)).toBe(Math.abs(now - before));
          if (
            read.size !== null &&
            read.unit === '%' &&
            indicator.kind !== 'rate' &&
            indicator.unit !== '%'
          ) {
            expect(Math.abs(Number(read.size) - Math.abs((now - before) / before) * 100)).toBeLessThan(
              0.0501,
            );
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
