import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearChange } from '../../../../src/renderer/features/data/year-change.ts';
import type { Entry } from '../../../../src/shared/domain/model.ts';

const value = (text: string): Entry => ({ kind: 'number', value: text });
const count = { kind: 'count', precision: 0 } as const;
const amount = { kind: 'amount', precision: 2 } as const;
const rate = { kind: 'rate', precision: 1 } as const;

describe('yearChange', () => {
  it.each([
    ['46', '58', count, '+12', '26.1%', 'up'],
    ['12', '0', count, '−12', '−100%', 'down'],
    ['350', '350', count, '0', '0%', 'same'],
    ['0', '5', count, '+5', null, 'up'],
    ['1.83', '0.92', amount, '−0.91', '−49.7%', 'down'],
    ['0.1', '0.3', amount, '+0.20', '200%', 'up'],
    ['95.7', '96.6', rate, '+0.9', null, 'up'],
    ['-2', '1', amount, '+3.00', '150%', 'up'],
    ['3', '4', count, '+1', '33.3%', 'up'],
    ['12345678901234567890', '12345678901234567891', count, '+1', '0%', 'up'],
  ] as const)('from %s to %s', (last, current, indicator, difference, growth, direction) => {
    expect(yearChange(value(last), value(current), indicator)).toEqual({ difference, growth, direction });
  });

  it('says nothing where a year has no number', () => {
    for (const open of [{ kind: 'empty' }, { kind: 'notApplicable' }] as const) {
      const nothing = { difference: null, direction: null, growth: null };
      expect(yearChange(open, value('5'), count)).toEqual(nothing);
      expect(yearChange(value('5'), open, count)).toEqual(nothing);
    }
  });

  it('turns round with the years', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const there = yearChange(value(String(a)), value(String(b)), count);
        const back = yearChange(value(String(b)), value(String(a)), count);
        const turned = { up: 'down', down: 'up', same: 'same' } as const;
        expect(back.direction).toBe(there.direction === null ? null : turned[there.direction]);
        expect(back.difference?.replace(/^[+−]/, '')).toBe(there.difference?.replace(/^[+−]/, ''));
      }),
    );
  });
});
