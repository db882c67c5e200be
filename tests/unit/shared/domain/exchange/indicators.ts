/** Indicators, numbers and returned rows for the tests of the exchange. */
import type { SuppliedRow, SuppliedWorkbook } from '../../../../../src/shared/domain/exchange/supply.ts';
import type { Indicator, Observation } from '../../../../../src/shared/domain/model.ts';

export function indicator(id: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: `指标${id}`,
    unit: '件',
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: 'o1',
    formula: null,
    retiredAfter: null,
    footing: false,
    ...changes,
  };
}

export function observation(
  indicatorId: string,
  year: number,
  value: string,
  state: Observation['state'] = 'confirmed',
): Observation {
  return { indicatorId, year, entry: { kind: 'number', value }, state, source: '', note: '', evidence: '' };
}

export function row(indicatorId: string, value: string, changes: Partial<SuppliedRow> = {}): SuppliedRow {
  return {
    sheet: '填报表',
    line: 8,
    indicatorId,
    name: `指标${indicatorId}`,
    unit: '件',
    value: { kind: 'number', value, percent: false },
    formula: false,
    merged: false,
    remark: '',
    ...changes,
  };
}

export function workbook(
  rows: SuppliedRow[],
  identity: Partial<NonNullable<SuppliedWorkbook['identity']>> | null = {},
): SuppliedWorkbook {
  return {
    identity: identity && {
      format: 1,
      workspaceId: 'w',
      organization: '某镇',
      year: 2024,
      officeId: 'o1',
      officeName: '甲办',
      issue: 1,
      ...identity,
    },
    rows,
    macros: false,
  };
}
