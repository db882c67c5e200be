import { describe, expect, it } from 'vitest';
import type { BindingFormat } from '../../../../src/shared/domain/binding-format.ts';
import { renderBinding } from '../../../../src/shared/domain/binding-text.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { bookOf, count, given, indicatorOf, notApplicable, place, rate, shown } from './binding/shown.ts';

const plain: BindingFormat = { style: 'plain', unit: true };

describe('a place', () => {
  it('whose number is missing has no text, one that is not applicable says so', () => {
    expect(shown(count, plain, given(null))).toEqual({ text: '', state: 'missing' });
    const over: BindingFormat = { style: 'over', to: '10', unit: true };
    expect(shown(count, over, { ...notApplicable, state: 'carried' })).toEqual({
      text: '不适用',
      state: 'carried',
    });
  });

  it('whose number is carried over says so, and last year stands where it is asked for', () => {
    expect(shown(count, plain, given('58', 'carried'))).toEqual({ text: '58件', state: 'carried' });
    const book = bookOf(count, [given('58'), given('49')]);
    expect(renderBinding(place(plain, undefined, -1), 2024, book)).toEqual({
      text: '49件',
      state: 'confirmed',
    });
  });

  it('of an indicator that does not exist is missing', () => {
    const book = createNumberBook({ indicators: [], observations: [] });
    expect(renderBinding(place(plain), 2024, book)).toEqual({ text: '', state: 'missing' });
  });

  it('follows its formula: 86 → 82 is 95.3 %, 104 → 20 is 19.2 %', () => {
    const indicators = [
      { ...indicatorOf(count), id: 'part' },
      { ...indicatorOf(count), id: 'whole' },
      { ...indicatorOf(rate), formula: 'rate(part, whole)' },
    ];
    const text = (whole: string, part: string) => {
      const observations = Object.entries({ whole, part }).map(([indicatorId, value]) => ({
        ...{ indicatorId, year: 2024, state: 'confirmed' as const, source: '', note: '', evidence: '' },
        entry: { kind: 'number' as const, value },
      }));
      return renderBinding(place(plain), 2024, createNumberBook({ indicators, observations })).text;
    };
    expect(text('86', '82')).toBe('95.3%');
    expect(text('104', '20')).toBe('19.2%');
    expect(text('0', '0')).toBe('');
  });
});
