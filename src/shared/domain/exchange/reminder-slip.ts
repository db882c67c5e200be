/** 催报单: what an office still owes, as it is printed. Chinese, because it is handed to people of the unit. */
import { entryText } from '../cell-input.ts';
import type { NumberBook } from '../number-book.ts';
import { writtenDate } from '../written-date.ts';
import type { OfficeProgress } from './asked-indicators.ts';
import { isoOfDay } from './supplied-entry.ts';

export interface ReminderSlip {
  officeId: string;
  title: string;
  salutation: string;
  sentences: string[];
  /** 序号, 指标, 单位, 上年数, 情况. */
  rows: [string, string, string, string, string][];
  signature: string;
  /** The day it is written, «2025年1月6日». */
  date: string;
}

export interface SlipSurroundings {
  year: number;
  book: NumberBook;
  /** Name of the unit; empty where nobody has entered it. */
  organization: string;
  /** The latest sheet sent to the office, `issuedOn` as ISO date; null before the first. */
  issue: { number: number; issuedOn: string } | null;
  /** ISO date of the reader's own calendar. */
  today: string;
}

export const slipColumns = ['序号', '指标', '单位', '上年数', '情况'] as const;

/** One office's slip; null for an office that owes nothing. */
export function reminderSlip(progress: OfficeProgress, surroundings: SlipSurroundings): ReminderSlip | null {
  const { office, asked, filled, owed } = progress;
  const { year, book, organization, issue, today } = surroundings;
  if (owed.length === 0) return null;
  const sent = issue === null ? '' : `填报表已于${writtenDate(issue.issuedOn)}发出（第${issue.number}次）。`;
  return {
    officeId: office.id,
    title: `${year}年度数据催报单`,
    salutation: `${office.name}：`,
    sentences: [
      `${year}年度报告需要你单位提供${asked}项数据，已确定${filled}项，还有下列${owed.length}项没有确定。${sent}`,
      '请核实后填写，于　　月　　日前交回。没有发生的填 0，没有这项工作的写「不适用」，请不要空着。',
    ],
    rows: owed.map(({ indicator, state }, index) => [
      String(index + 1),
      indicator.name,
      indicator.unit,
      lastYearText(indicator, book, year),
      state === 'missing' ? '还没有数' : '沿用上年，待核实',
    ]),
    signature: organization,
    date: writtenDate(today),
  };
}

function lastYearText(
  indicator: OfficeProgress['owed'][number]['indicator'],
  book: NumberBook,
  year: number,
): string {
  const { entry } = book.cell(indicator.id, year - 1);
  const day = entry.kind === 'number' && indicator.kind === 'date' ? isoOfDay(entry.value) : null;
  return day === null ? entryText(entry, indicator, '不适用') || '—' : writtenDate(day);
}
