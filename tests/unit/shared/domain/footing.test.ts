import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBinding } from '../../../../src/shared/domain/binding-text.ts';
import { Decimal, roundHalfUp } from '../../../../src/shared/domain/decimal.ts';
import { footedParts } from '../../../../src/shared/domain/footing.ts';
import { footingProblemOf } from '../../../../src/shared/domain/footing-check.ts';
import type { Indicator } from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { shownValue } from '../../../../src/shared/domain/shown-value.ts';
import { indicator, number, year } from '../../renderer/data/tables.ts';

function sum(values: readonly string[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0));
}

describe('footedParts', () => {
  it.each([
    [['33.333', '33.333', '33.334'], '100.0', 1, ['33.3', '33.3', '33.4']],
    [['33.4', '33.3', '33.3'], '100', 0, ['34', '33', '33']],
    [['1.5', '1.5'], '3', 0, ['2', '1']],
    [['2', '3'], '5', 0, ['2', '3']],
    [['-1.4', '3.7', '0.7'], '3', 0, ['-2', '4', '1']],
    [['-1.5', '-1.5'], '-3', 0, ['-1', '-2']],
    [['0.4', '0.4', '0.4'], '1', 0, ['1', '0', '0']],
    [['-0.4', '0.4'], '0', 0, ['0', '0']],
  ])('%j to %s', (parts, total, places, shown) => {
    expect(footedParts(parts, total, places)).toEqual(shown);
  });

  it('refuses a total that the parts cannot make', () => {
    expect(footedParts(['1.2', '1.2'], '9', 0)).toBeNull();
    expect(footedParts(['1', '1'], '3', 0)).toBeNull();
  });

  it('adds up exactly, moves no part by a unit of its last place, and always the same way', () => {
    const values = fc
      .integer({ min: -10_000_000, max: 10_000_000 })
      .map((value) => new Decimal(value).dividedBy(1000).toFixed());
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 2 }),
        (parts, places) => {
          const total = roundHalfUp(sum(parts).toFixed(), places);
          const shown = footedParts(parts, total, places);
          expect(shown).not.toBeNull();
          expect(sum(shown ?? []).toFixed(places)).toBe(total);
          const unit = new Decimal(10).pow(-places);
          for (const [index, part] of parts.entries()) {
            const moved = new Decimal(shown?.[index] ?? Number.NaN).minus(part).abs();
            expect(moved.lessThan(unit), `${part} → ${shown?.[index]}`).toBe(true);
          }
          expect(footedParts(parts, total, places)).toEqual(shown);
          const rounded = parts.map((part) => roundHalfUp(part, places));
          if (sum(rounded).equals(total)) expect(shown).toEqual(rounded);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const part = (id: string, more: Partial<Indicator> = {}) =>
  indicator(id, { unit: '%', kind: 'rate', precision: 1, ...more });
const total = (formula: string, more: Partial<Indicator> = {}) =>
  part('total', { formula, footing: true, ...more });
const thirds = [number('cases', year, '3'), ...['a', 'b', 'c'].map((id) => number(`${id}Cases`, year, '1'))];

describe('the parts of a total', () => {
  const cases = ['cases', 'aCases', 'bCases', 'cCases'].map((id) => indicator(id));
  const shares = ['a', 'b', 'c'].map((id) => part(id, { formula: `rate(${id}Cases, cases)` }));
  const book = createNumberBook({
    indicators: [...cases, ...shares, total('a + b + c')],
    observations: thirds,
  });

  it('are shown so that shares make 100 %, and say that they were adjusted', () => {
    expect(['a', 'b', 'c', 'total'].map((id) => shownValue(book, id, year)?.text)).toEqual([
      '33.4',
      '33.3',
      '33.3',
      '100.0',
    ]);
    expect(shownValue(book, 'a', year)).toEqual({ text: '33.4', adjusted: true, exact: '33.333333' });
    expect(shownValue(book, 'b', year)?.adjusted).toBe(false);
  });

  it('stand adjusted in plain text, and exactly in every other format', () => {
    const binding = { id: 'x', indicatorId: 'a', yearOffset: 0 };
    const plain = { ...binding, format: { style: 'plain', unit: true } as const };
    expect(renderBinding(plain, year, book).text).toBe('33.4%');
    const percent = { ...binding, format: { style: 'percent', places: 1 } as const };
    expect(renderBinding(percent, year, book).text).toBe('33.3%');
  });

  it('are rounded as usual while one is missing', () => {
    const open = createNumberBook({
      indicators: [part('a'), part('b'), total('a + b')],
      observations: [number('a', year, '1.26')],
    });
    expect(shownValue(open, 'a', year)).toMatchObject({ text: '1.3', adjusted: false });
    expect(shownValue(open, 'b', year)).toBeNull();
  });

  it('add up to what is shown of a total that is a part itself', () => {
    const nested = createNumberBook({
      indicators: [
        ...['a', 'b', 'c'].map((id) => part(id, { precision: 0 })),
        part('ab', { precision: 0, formula: 'a + b', footing: true }),
        total('sum(c, ab)', { precision: 0 }),
      ],
      observations: [number('a', year, '0.6'), number('b', year, '0.8'), number('c', year, '0.2')],
    });
    const shown = (id: string) => Number(shownValue(nested, id, year)?.text);
    expect(shown('ab') + shown('c')).toBe(shown('total'));
    expect(shown('a') + shown('b')).toBe(shown('ab'));
  });

  it.each<[string, string, Indicator[], string | null]>([
    ['a sum', 'a + b', [part('a'), part('b')], null],
    ['a difference', 'a - b', [part('a'), part('b')], 'noSum'],
    ['a number in the sum', 'a + 1', [part('a')], 'noSum'],
    ['a part twice', 'sum(a, a)', [part('a')], 'repeatedPart'],
    ['an unknown part', 'a + b', [part('a')], 'unknownPart'],
    ['another precision', 'a + b', [part('a'), part('b', { precision: 2 })], 'otherPrecision'],
    ['no formula', '', [], 'noFormula'],
    [
      'a part of another total',
      'a + b',
      [part('a'), part('b'), part('first', { formula: 'b', footing: true })],
      'partOfOther',
    ],
  ])('can be adjusted or not: %s', (_, formula, others, problem) => {
    expect(footingProblemOf(total(formula), others, year)).toBe(problem);
  });
});
