import { describe, expect, test } from 'vitest';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import type { BindingAttributes } from '../../../../../src/shared/domain/document.ts';
import type { Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { offerForCell, offerForPlace } from '../../../../../src/shared/domain/returned/number-offer.ts';

function indicator(id: string, rest: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: id,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...rest,
  };
}

function observation(indicatorId: string, value: string, year = 2024): Observation {
  return {
    indicatorId,
    year,
    entry: { kind: 'number', value },
    state: 'confirmed',
    source: '',
    note: '',
    evidence: '',
  };
}

const book = createNumberBook({
  indicators: [
    indicator('cases'),
    indicator('total', { formula: '[cases]+[other]' }),
    indicator('other'),
    indicator('money', { kind: 'amount', unit: '元', precision: 2 }),
    indicator('rate', { kind: 'rate', unit: '', precision: 1 }),
    indicator('part', { kind: 'amount', unit: '亩', precision: 1 }),
    indicator('rest', { kind: 'amount', unit: '亩', precision: 1 }),
    indicator('sum', { kind: 'amount', unit: '亩', precision: 1, formula: '[part]+[rest]', footing: true }),
    indicator('opened', { kind: 'date', unit: '' }),
  ],
  observations: [
    observation('cases', '58'),
    observation('cases', '50', 2023),
    observation('other', '2'),
    observation('money', '36000'),
    observation('rate', '96.6'),
    observation('part', '1.25'),
    observation('rest', '2.25'),
    observation('opened', '20240315'),
  ],
});

function offer(
  text: string,
  indicatorId: string,
  format: BindingFormat,
  rest: Partial<BindingAttributes> = {},
) {
  return offerForPlace(text, { id: 'p', indicatorId, yearOffset: 0, format, ...rest }, 2024, book);
}

const plain: BindingFormat = { style: 'plain', unit: true };

describe('offerForPlace', () => {
  test.each([
    ['60件', 'cases', plain, '60'],
    ['97.1%', 'rate', plain, '97.1'],
    ['2024年4月1日', 'opened', { style: 'date', form: 'full' }, '20240401'],
  ] satisfies [string, string, BindingFormat, string][])(
    '%s of %s can be written',
    (text, id, format, value) => {
      expect(offer(text, id, format)).toEqual({ value, refusal: null });
    },
  );

  test.each([
    ['近六十件', 'cases', plain, 'rounded'],
    ['六十余件', 'cases', plain, 'rounded'],
    ['60.5件', 'cases', plain, 'unreadable'],
    ['3.8万元', 'money', { style: 'tenThousand', places: 1, unit: true }, 'rounded'],
    ['62件', 'total', plain, 'formula'],
    ['1.4亩', 'part', plain, 'footing'],
    ['增长20%', 'cases', { style: 'growth' }, 'phrase'],
    ['60件', 'gone', plain, 'unknown'],
  ] satisfies [string, string, BindingFormat, string][])(
    '%s of %s cannot (case %#)',
    (text, id, format, refusal) => {
      expect(offer(text, id, format)).toEqual({ value: null, refusal });
    },
  );

  test('where a person wrote something else, the table has no say', () => {
    const override = { text: '五十余件', reason: '口径', instead: '58件' };
    expect(offer('60件', 'cases', plain, { override })).toEqual({ value: null, refusal: 'overridden' });
  });
});

describe('offerForCell', () => {
  test.each([
    ['60', 'cases', '60', null],
    ['97.1', 'rate', '97.1', null],
    ['97.14', 'rate', null, 'rounded'],
    ['—', 'cases', null, 'unreadable'],
    ['61', 'total', null, 'formula'],
    ['1.3', 'part', null, 'footing'],
  ])('%s of %s', (text, id, value, refusal) => {
    expect(offerForCell(text, id, 2024, book)).toEqual({ value, refusal });
  });
});
