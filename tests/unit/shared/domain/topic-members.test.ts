import { describe, expect, it } from 'vitest';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { topicMembers } from '../../../../src/shared/domain/topic-members.ts';
import { indicator, number } from '../../renderer/data/tables.ts';

const indicators = [
  indicator('total', { formula: 'topic(disputes)' }),
  indicator('typed'),
  indicator('amount', { kind: 'amount' }),
  indicator('calculated', { formula: 'typed * 2' }),
  indicator('people', { unit: '人' }),
  indicator('rate', { kind: 'rate', unit: '件' }),
  indicator('elsewhere', { topicId: 'other' }),
  indicator('retired', { retiredAfter: 2023 }),
];

describe('the sum over a topic', () => {
  it('takes what is typed, counted or measured, of the same unit, in use, and never itself', () => {
    const of = (year: number) =>
      topicMembers(indicators, 'disputes', { id: 'total', unit: '件' }, year).map(({ id }) => id);
    expect(of(2023)).toEqual(['typed', 'amount', 'retired']);
    expect(of(2024)).toEqual(['typed', 'amount']);
  });

  it('follows its members through the years, and waits for one that is missing', () => {
    const book = createNumberBook({
      indicators: [...indicators, indicator('change', { formula: 'change(topic(disputes))' })],
      observations: [
        number('typed', 2023, '1'),
        number('amount', 2023, '2'),
        number('retired', 2023, '4'),
        number('typed', 2024, '8'),
      ],
    });
    expect(book.cell('total', 2023).entry).toEqual({ kind: 'number', value: '7' });
    expect(book.cell('total', 2024)).toMatchObject({ entry: { kind: 'empty' }, problem: null });
    const filled = book.replace([number('amount', 2024, '16')]);
    expect(filled.cell('total', 2024).entry).toEqual({ kind: 'number', value: '24' });
    expect(filled.cell('change', 2024).entry).toEqual({ kind: 'number', value: '17' });
    expect(book.cell('total', 2024).entry).toEqual({ kind: 'empty' });
    const less = filled.replace([number('retired', 2023, '0')]);
    expect(less.cell('change', 2024).entry).toEqual({ kind: 'number', value: '21' });
  });

  it('says that there is nothing to add', () => {
    const book = createNumberBook({
      indicators: [indicator('total', { unit: '亩', formula: 'topic(disputes)' }), indicator('typed')],
      observations: [],
    });
    expect(book.cell('total', 2024).problem).toBe('emptyTopic');
  });
});
