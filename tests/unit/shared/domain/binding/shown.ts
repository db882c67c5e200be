/** Places of a report of 2024, for the tests of what they read. */
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { type BindingText, renderBinding } from '../../../../../src/shared/domain/binding-text.ts';
import type { Override } from '../../../../../src/shared/domain/document.ts';
import type { Entry, Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../../../src/shared/domain/number-book.ts';

export type Described = Pick<Indicator, 'kind' | 'precision' | 'unit'>;
export const count: Described = { kind: 'count', precision: 0, unit: '件' };
export const leaflets: Described = { kind: 'count', precision: 0, unit: '份' };
export const visits: Described = { kind: 'count', precision: 0, unit: '人次' };
export const money: Described = { kind: 'amount', precision: 2, unit: '万元' };
export const yuan: Described = { kind: 'amount', precision: 2, unit: '元' };
export const rate: Described = { kind: 'rate', precision: 1, unit: '%' };
export const day: Described = { kind: 'date', precision: 0, unit: '' };

export interface Given {
  entry: Entry;
  state?: Observation['state'];
}
export const given = (value: string | null, state: Observation['state'] = 'confirmed'): Given => ({
  entry: value === null ? { kind: 'empty' } : { kind: 'number', value },
  state,
});
export const notApplicable: Given = { entry: { kind: 'notApplicable' } };

export function indicatorOf(described: Described): Indicator {
  const rest = { topicId: 't', officeId: null, formula: null, retiredAfter: null, footing: false };
  return { id: 'x', name: '指标', ...rest, ...described };
}

/** The numbers of one indicator, this year's first, then the year before, and so on. */
export function bookOf(described: Described, years: readonly Given[], year = 2024): NumberBook {
  const rest = { state: 'confirmed', source: '', note: '', evidence: '' } as const;
  return createNumberBook({
    indicators: [indicatorOf(described)],
    observations: years.map((one, index) => ({ indicatorId: 'x', year: year - index, ...rest, ...one })),
  });
}

export function place(format: BindingFormat, override?: Override, yearOffset = 0) {
  const base = { id: 'b', indicatorId: 'x', yearOffset, format };
  return override === undefined ? base : { ...base, override };
}

/** What a place of this format shows whose indicator has these numbers, this year's first. */
export function shown(described: Described, format: BindingFormat, ...years: Given[]): BindingText {
  return renderBinding(place(format), 2024, bookOf(described, years));
}
