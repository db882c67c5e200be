import { expect, test } from 'vitest';
import {
  askedOfOffice,
  officeProgress,
  unassignedIndicators,
} from '../../../../../src/shared/domain/exchange/asked-indicators.ts';
import { reminderSlip } from '../../../../../src/shared/domain/exchange/reminder-slip.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { indicator, observation } from './indicators.ts';

const indicators = [
  indicator('a'),
  indicator('b', { retiredAfter: 2023 }),
  indicator('c', { formula: 'a' }),
  indicator('d', { officeId: null }),
  indicator('e', { officeId: 'o2' }),
  indicator('f', { officeId: 'o2', kind: 'date', unit: '' }),
];
const offices = [
  { id: 'o1', name: '甲办' },
  { id: 'o2', name: '乙所' },
  { id: 'o3', name: '丙站' },
];
const book = createNumberBook({
  indicators,
  observations: [
    observation('a', 2024, '1'),
    observation('e', 2024, '2', 'carried'),
    observation('f', 2023, '20230501'),
  ],
});

test('calculated and retired indicators are not asked; those of nobody are told apart', () => {
  expect(askedOfOffice(indicators, 'o1', 2024).map(({ id }) => id)).toEqual(['a']);
  expect(askedOfOffice(indicators, 'o1', 2023).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(unassignedIndicators(indicators, 2024).map(({ id }) => id)).toEqual(['d']);
});

test('offices that still owe something come first; one that is asked nothing is not there', () => {
  const told = officeProgress({ offices, indicators }, book, 2024).map(({ office, asked, filled, owed }) => [
    office.name,
    asked,
    filled,
    owed.map(({ indicator: { id }, state }) => `${id} ${state}`),
  ]);
  expect(told).toEqual([
    ['乙所', 2, 0, ['e carried', 'f missing']],
    ['甲办', 1, 1, []],
  ]);
});

test('a slip names what is owed, and is not written to whoever owes nothing', () => {
  const [open, complete] = officeProgress({ offices, indicators }, book, 2024);
  if (open === undefined || complete === undefined) throw new Error('two offices are asked');
  const surroundings = {
    year: 2024,
    book,
    organization: '某镇人民政府',
    issue: { number: 2, issuedOn: '2025-01-06' },
    today: '2025-02-10',
  };
  expect(reminderSlip(complete, surroundings)).toBeNull();
  expect(reminderSlip(open, surroundings)).toMatchObject({
    title: '2024年度数据催报单',
    salutation: '乙所：',
    sentences: [
      expect.stringContaining('还有下列2项没有确定。填报表已于2025年1月6日发出（第2次）。'),
      expect.anything(),
    ],
    rows: [
      ['1', '指标e', '件', '—', '沿用上年，待核实'],
      ['2', '指标f', '', '2023年5月1日', '还没有数'],
    ],
    signature: '某镇人民政府',
    date: '2025年2月10日',
  });
  expect(reminderSlip(open, { ...surroundings, issue: null })?.sentences[0]).not.toContain('发出');
});
