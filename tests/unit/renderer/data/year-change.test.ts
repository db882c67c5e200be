import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearChange } from '../../../../src/renderer/features/data/year-change.ts';
import type { Entry } from '../../../../src/shared/domain/model.ts';

const value = (text: string): Entry => ({ kind: 'number', value: text });
const count = { kind: 'count', precision: 0, unit: '件' } as const;
const amount = { kind: 'amount', precision: 2, unit: '万元' } as const;
const rate = { kind: 'rate', precision: 1, unit: '%' } as const;
const day = { kind: 'date', precision: 0, unit: '' } as const;

describe('yearChange', () => {
  it.each([
    ['46', '58', count, '+12', '26.1%', 'up'],
    ['12', '0', count, '−12', '−100%', 'down'],
    ['350', '350', count, '0', '0%', 'same'],
    ['0', '5', count, '+5', null, 'up'],
    ['1.83', '0.92', amount, '−0.91', '−49.7%', 'down'],
    ['0.1', '0.3', amount, '+0.20', '200%', 'up'],
    ['95.7', '96.6', rate, '+0.9', null, 'up'],
    ['-2', '1', amount, '+3.00', null, 'up'],
    ['2', '-1', amount, '−3.00', null, 'down'],
    // As the prose has it: from the two numbers as they are shown.
    ['95.92', '96.56', rate, '+0.7', null, 'up'],
    ['96.64', '96.6', rate, '0.0', null, 'nearly'],
    ['1.2', '1.204', amount, '0.00', '0%', 'nearly'],
    ['0', '0', count, '0', null, 'same'],
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

  it('calculates nothing with days', () => {
    const nothing = { difference: null, direction: null, growth: null };
    expect(yearChange(value('20240315'), value('20250315'), day)).toEqual(nothing);
  });

  it('turns round with the years', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const there = yearChange(value(String(a)), value(String(b)), count);
        const back = yearChange(value(String(b)), value(String(a)), count);
        const turned = { up: 'down', down: 'up', same: 'same', nearly: 'nearly' } as const;
        expect(back.direction).toBe(there.direction === null ? null : turned[there.direction]);
        expect(back.difference?.replace(/^[+−]/, '')).toBe(there.difference?.replace(/^[+−]/, ''));
      }),
    );
  });
});
