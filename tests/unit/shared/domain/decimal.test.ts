import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, Decimal, plainText, roundHalfUp } from '../../../../src/shared/domain/decimal.ts';

describe('roundHalfUp', () => {
  it.each([
    ['0.5', 0, '1'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999999999999999999999999999999999999', 0, '2'],
    ['1.005', 2, '1.01'],
    ['-0.4', 0, '0'],
    ['-0.004', 2, '0.00'],
    ['0', 3, '0.000'],
    ['3.5', 2, '3.50'],
    ['9999999999999999999999999999999999999999', 0, '9999999999999999999999999999999999999999'],
    ['999999999999999999999999999999999999999.5', 0, '1000000000000000000000000000000000000000'],
    ['0.000000000000000000000000000000000000001', 6, '0.000000'],
  ])('%s to %i places is %s', (value, places, shown) => {
    expect(roundHalfUp(value, places)).toBe(shown);
  });

  it('is never further away than half a unit of the last place', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(6), (units, places) => {
        const value = new Decimal(units.toString()).dividedBy(new Decimal(10).pow(9));
        const distance = new Decimal(roundHalfUp(plainText(value), places)).minus(value).abs();
        expect(distance.times(2).lessThanOrEqualTo(new Decimal(10).pow(-places))).toBe(true);
      }),
    );
  });
});

describe('plainText', () => {
  it.each([
    ['1e30', '1000000000000000000000000000000'],
    ['1.50', '1.5'],
    ['-0', '0'],
    ['1e-20', '0.00000000000000000001'],
  ])('%s is %s', (value, text) => {
    expect(plainText(new Decimal(value))).toBe(text);
  });
});

describe('cellText', () => {
  it('cuts what is longer than 40 digits and refuses what cannot be cut', () => {
    expect(cellText(new Decimal(1).dividedBy(3))).toBe(`0.${'3'.repeat(39)}`);
    expect(cellText(new Decimal(1).dividedBy(3).times('1.5'))).toBe('0.5');
    expect(cellText(new Decimal('9'.repeat(40)))).toBe('9'.repeat(40));
    expect(cellText(new Decimal('9'.repeat(40)).plus(1))).toBeNull();
    expect(cellText(new Decimal(`${'9'.repeat(40)}.5`))).toBeNull();
    expect(cellText(new Decimal(10).pow(2000))).toBeNull();
  });
});
