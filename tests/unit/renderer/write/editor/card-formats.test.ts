import { describe, expect, it } from 'vitest';
import { cardFormats } from '../../../../../src/renderer/features/write/editor/card-formats.ts';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { tableText } from '../../../../../src/shared/domain/binding-text.ts';
import { bookOf, count, given, indicatorOf, place } from '../../../shared/domain/binding/shown.ts';

const plain: BindingFormat = { style: 'plain', unit: true };

/** What the card of a place in this format lists for 353 after 350, by group. */
function listed(inUse: BindingFormat, ...years: string[]) {
  const book = bookOf(
    count,
    years.map((one) => given(one)),
  );
  const read = (format: BindingFormat) => tableText(place(format), 2024, book).text;
  const groups = cardFormats(indicatorOf(count), inUse, years[0] ?? null, read);
  return {
    groups,
    texts: Object.fromEntries(groups.map(({ group, formats }) => [group, formats.map(read)])),
  };
}

describe('the card of a place', () => {
  it('offers each way of showing the number once, by what it reads', () => {
    expect(listed(plain, '353', '350', '300').texts).toEqual({
      number: ['353件'],
      approximate: ['350余件', '近360件', '约350件'],
      comparison: ['较上年增长0.9%', '0.9%', '较上年增加3件', '3件', '超过300件', '300～353件'],
      other: ['三百五十三件', '第353'],
    });
  });

  it('has the format in use with its own parameters, in its place', () => {
    const inUse: BindingFormat = { style: 'over', to: '100', word: '多', unit: true };
    const { groups, texts } = listed(inUse, '353', '350', '300');
    expect(texts.approximate).toEqual(['300多件', '近360件', '约350件']);
    expect(groups[1]?.formats).toContain(inUse);
  });

  it('keeps the format in use even where it reads as another, or is not offered', () => {
    const wan: BindingFormat = { style: 'tenThousand', places: 2, unit: true };
    expect(listed(wan, '353', '350').texts.approximate).toContain('353件');
    const fixed: BindingFormat = { style: 'decimal', places: 1, unit: true };
    expect(listed(fixed, '353', '350').texts.other?.[0]).toBe('353.0件');
  });

  it('offers everything while there is no number to tell formats apart', () => {
    const { groups } = listed(plain);
    expect(groups.flatMap(({ formats }) => formats.map(({ style }) => style))).toEqual(
      expect.arrayContaining([
        'plain',
        'over',
        'tenThousand',
        'hundredMillion',
        'growth',
        'range',
        'ordinal',
      ]),
    );
  });
});
