import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindingStylesFor,
  formatFamily,
  formatGroups,
  offeredFormats,
  roundLimit,
} from '../../../../../src/shared/domain/binding/offered-formats.ts';
import { bindingFormatSchema } from '../../../../../src/shared/domain/binding-format.ts';
import { indicatorKinds } from '../../../../../src/shared/domain/model.ts';
import { anyFormat, anyIndicator, anyNumber } from './arbitraries.ts';
import { count, day, type Given, given, money, rate, shown } from './shown.ts';

const anyYear: fc.Arbitrary<Given> = fc.oneof(
  { weight: 5, arbitrary: anyNumber.map((value) => given(value)) },
  fc.constantFrom<Given>({ entry: { kind: 'empty' } }, { entry: { kind: 'notApplicable' } }),
);

describe('any place', () => {
  it('never throws, has text exactly when it is not missing, and no minus zero, exponent or blank', () => {
    fc.assert(
      fc.property(anyIndicator, anyFormat, anyYear, anyYear, (indicator, format, now, before) => {
        const { text, state } = shown(indicator, format, now, before);
        expect(text === '').toBe(state === 'missing');
        expect(text).not.toMatch(/-0(\.0*)?(?![\d.])|[eE]\+|NaN|Infinity|undefined|\s/);
        const phrased = ['growth', 'change', 'size'].includes(format.style);
        if (phrased) expect(text).not.toContain('-');
      }),
      { numRuns: 5000 },
    );
  });

  it('says 余, 多, 近 and 约 only of a number that was changed, on the right side', () => {
    const steps = fc.constantFrom('10', '100', '1000', '10000');
    const small = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(steps, small, (to, value) => {
        const read = (format: object) =>
          shown(count, bindingFormatSchema.parse({ ...format, to, unit: false }), given(String(value))).text;
        const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]) * (text.includes('万') ? 10_000 : 1);
        for (const word of ['余', '多']) {
          const text = read({ style: 'over', word });
          expect(text.includes(word)).toBe(numberIn(text) < value);
          expect(numberIn(text)).toBeLessThanOrEqual(value);
        }
        const near = read({ style: 'about', word: '近' });
        expect(near.includes('近')).toBe(numberIn(near) > value);
        expect(numberIn(near)).toBeGreaterThanOrEqual(value);
        const around = read({ style: 'about', word: '约' });
        expect(around.includes('约')).toBe(numberIn(around) !== value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('offeredFormats', () => {
  it('offers the plain number first, days only as days, and a rate one phrase', () => {
    expect(bindingStylesFor(count)[0]).toEqual({ style: 'plain', unit: true });
    expect(offeredFormats(count).map(({ group }) => group)).toEqual([...formatGroups]);
    expect(offeredFormats(money)[0]?.formats.map(({ style }) => style)).toEqual([
      'plain',
      'decimal',
      'integer',
    ]);
    expect(bindingStylesFor(rate).map(formatFamily)).toEqual([
      ...['plain', 'percent', 'growth', 'size growth', 'threshold', 'range'],
    ]);
    expect(bindingStylesFor(day).map(({ style }) => style)).toEqual(['date', 'date', 'date']);
  });

  it('offers valid formats, each once', () => {
    for (const kind of indicatorKinds) {
      for (let precision = 0; precision <= 6; precision += 1) {
        const formats = bindingStylesFor({ kind, precision, unit: '件' });
        expect(new Set(formats.map((format) => JSON.stringify(format))).size).toBe(formats.length);
        for (const format of formats) expect(bindingFormatSchema.parse(format)).toEqual(format);
      }
    }
  });

  it.each([
    ['58', '50'],
    ['36520', '30000'],
    ['0.96', '0.9'],
    ['0', '100'],
    ['-5', '100'],
    [null, '100'],
  ])('of %s the limit offered is %s', (value, limit) => {
    expect(roundLimit(value)).toBe(limit);
  });
});
