/** What an office is asked, as data: the sheet «填报表» before it is a file. Its words are Chinese, as it is printed. */

import { digitCount } from '../../../shared/domain/decimal.ts';
import { isoOfDay } from '../../../shared/domain/exchange/supplied-entry.ts';
import type { WorkbookIdentity } from '../../../shared/domain/exchange/supply.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export interface SheetRule {
  /** Holds for a permitted value; `{cell}` is the cell's address. */
  formula: string;
  /** Whether a person may insist on another value. */
  strict: boolean;
  message: string;
}

export interface OfficeSheetRow {
  indicatorId: string;
  name: string;
  unit: string;
  /** A number as spreadsheets keep it, a text, or null where there is nothing. */
  lastYear: number | string | null;
  thisYear: number | string | null;
  evidence: string;
  numberFormat: string;
  rule: SheetRule;
}

export interface OfficeSheet {
  title: string;
  subtitle: string;
  guidance: string[];
  identity: WorkbookIdentity;
  rows: OfficeSheetRow[];
}

const notApplicable = '不适用';
/** Digits that survive in a spreadsheet; a longer number is written as text. */
const keptDigits = 15;
const dayMilliseconds = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** The sheet of one office: its indicators in their order, last year's numbers, and what is known of this year's. */
export function officeSheet(
  identity: WorkbookIdentity,
  indicators: readonly Indicator[],
  book: NumberBook,
): OfficeSheet {
  const { year, organization, officeName, issue } = identity;
  return {
    title: `${organization}${year}年度数据填报表`,
    subtitle: `填报科室：${officeName}　　第${issue}次发出`,
    guidance: [
      `1. 只填浅黄色的格子：「本年数」填${year}年全年的数，「备注/依据」写明数据出自哪里（如台账、文件名）。`,
      '2. 没有发生的填 0；本科室没有这项工作的填「不适用」；还不知道的先空着，不要估。',
      '3. 只填数字，不写单位和「约」「余」；比率填百分号前面的数，85.3% 填 85.3；日期写成 2024-5-1 的样子。',
      '4. 请不要增删表中的行。填好后直接保存（.xlsx），按原路交回。',
    ],
    identity,
    rows: indicators.map((indicator) => {
      const current = book.cell(indicator.id, year);
      return {
        indicatorId: indicator.id,
        name: indicator.name,
        unit: indicator.unit,
        lastYear: cellOf(book.cell(indicator.id, year - 1).entry, indicator),
        // A number that only repeats last year's is not known; asking is what the sheet is for.
        thisYear: current.state === 'confirmed' ? cellOf(current.entry, indicator) : null,
        evidence: current.evidence,
        numberFormat: numberFormat(indicator),
        rule: ruleOf(indicator),
      };
    }),
  };
}

function cellOf(entry: Entry, indicator: Indicator): number | string | null {
  switch (entry.kind) {
    case 'empty':
      return null;
    case 'notApplicable':
      return notApplicable;
    case 'number': {
      const day = indicator.kind === 'date' ? isoOfDay(entry.value) : null;
      if (day !== null) return (Date.parse(`${day}T00:00:00Z`) - dayZero) / dayMilliseconds;
      return digitCount(entry.value) > keptDigits ? entry.value : Number(entry.value);
    }
  }
}

function numberFormat({ kind, precision }: Indicator): string {
  if (kind === 'date') return 'yyyy"年"m"月"d"日"';
  // A rate typed as «85%» turns a cell without a format into a percentage, which is understood when it comes back.
  if (kind === 'rate') return 'General';
  return precision === 0 ? '#,##0' : `#,##0.${'0'.repeat(precision)}`;
}

function ruleOf(indicator: Indicator): SheetRule {
  const either = (holds: string) => `OR({cell}="${notApplicable}",AND(ISNUMBER({cell}),${holds}))`;

  const { kind, precision } = indicator;
  switch (kind) {
    case 'count':
      return precision === 0
        ? {
            formula: either('{cell}>=0,{cell}=INT({cell})'),
            strict: true,
            message: '请填 0 或大于 0 的整数，不写单位；没有这项工作的填「不适用」。',
          }
        : {
            formula: either('{cell}>=0'),
            strict: true,
            message: '请填 0 或大于 0 的数，不写单位；没有这项工作的填「不适用」。',
          };
    case 'amount':
      return {
        formula: either('TRUE'),
        strict: true,
        message: `请填数字，不写单位（单位是${indicator.unit || '表中所列'}）；没有这项工作的填「不适用」。`,
      };
    case 'rate':
      return {
        formula: either('OR({cell}=0,{cell}>1),{cell}<=1000'),
        strict: false,
        message: '比率填百分号前面的数，85.3% 填 85.3。这个数看起来不对，确实如此请选「是」。',
      };
    case 'date':
      return {
        formula: either('{cell}>=DATE(1949,1,1),{cell}<DATE(2200,1,1)'),
        strict: true,
        message: '请填日期，如 2024-5-1；没有的填「不适用」。',
      };
  }
}
