import { describe, expect, it } from 'vitest';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { overrideOf, renderBinding } from '../../../../../src/shared/domain/binding-text.ts';
import { withoutOverride } from '../../../../../src/shared/domain/document.ts';
import { bookOf, count, type Given, given, place } from './shown.ts';

const plain: BindingFormat = { style: 'plain', unit: true };
const growth: BindingFormat = { style: 'growth' };
const written = { text: '近60件', reason: '含年底未结的两件' };

/** Written over when the numbers were `then`; what the place is once they are `now`. */
function after(format: BindingFormat, then: Given[], now: Given[]) {
  const override = overrideOf(written, place(format), 2024, bookOf(count, then));
  return renderBinding(place(format, override), 2024, bookOf(count, now));
}

describe('a place that a person has written over', () => {
  it.each<[string, BindingFormat, Given[], Given[], string]>([
    ['nothing has changed', plain, [given('58')], [given('58')], 'overridden'],
    ['the number was only confirmed', plain, [given('58', 'carried')], [given('58')], 'overridden'],
    ['it was missing and still is', plain, [given(null)], [given(null)], 'overridden'],
    ['the number has changed', plain, [given('58')], [given('61')], 'sourceChanged'],
    ['the number has gone', plain, [given('58')], [given(null)], 'sourceChanged'],
    ['a number has come', plain, [given(null)], [given('58')], 'sourceChanged'],
    [
      'the year before has changed',
      growth,
      [given('58'), given('46')],
      [given('58'), given('40')],
      'sourceChanged',
    ],
    ['it changed without being seen here', plain, [given('58.1')], [given('58.2')], 'overridden'],
  ])('shows those words; when %s', (_name, format, then, now, state) => {
    expect(after(format, then, now)).toEqual({ text: '近60件', state });
  });

  it('keeps its words by remembering the new number, or takes the number by forgetting the words', () => {
    const later = bookOf(count, [given('61')]);
    const stale = place(plain, { ...written, instead: '58件' });
    const kept = { ...stale, override: overrideOf(written, stale, 2024, later) };
    expect(renderBinding(kept, 2024, later)).toEqual({ text: '近60件', state: 'overridden' });
    expect(renderBinding(withoutOverride(stale), 2024, later)).toEqual({ text: '61件', state: 'confirmed' });
    expect(withoutOverride(stale)).not.toHaveProperty('override');
  });
});
