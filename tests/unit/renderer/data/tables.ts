/** Small number tables for the tests of the place 数据. */
import type { Indicator, Observation } from '../../../../src/shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../../src/shared/domain/number-book.ts';

export const year = 2024;

export function indicator(id: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: id,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 'disputes',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...more,
  };
}

export function number(indicatorId: string, ofYear: number, value: string, more: Partial<Observation> = {}) {
  return {
    indicatorId,
    year: ofYear,
    entry: { kind: 'number', value },
    state: 'confirmed',
    source: '',
    note: '',
    evidence: '',
    ...more,
  } satisfies Observation;
}

export const screened = indicator('screened', { name: '排查纠纷', officeId: 'mediation' });
export const settled = indicator('settled', { name: '化解纠纷', officeId: 'mediation' });
export const settledRate = indicator('settledRate', {
  name: '化解率',
  unit: '%',
  kind: 'rate',
  precision: 1,
  formula: 'rate(settled, screened)',
});
export const lectures = indicator('lectures', { name: '宣讲', unit: '场', topicId: 'lawTalks' });
export const indicators = [screened, settled, settledRate, lectures];

export function bookOf(observations: readonly Observation[]): NumberBook {
  return createNumberBook({ indicators, observations });
}
