/** An indicator's numbers over the years, for the bars beside the grid. */
import { entryText } from '../../../shared/domain/cell-input.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export interface YearValue {
  year: number;
  value: string;
  text: string;
  isReportingYear: boolean;
}

/** As many years as the bars have room for. */
const yearsShown = 6;

/** The years up to the reporting year that have a number, oldest first; years without one are left out. */
export function yearValues(indicator: Indicator, book: NumberBook, reportingYear: number): YearValue[] {
  const values: YearValue[] = [];
  for (let year = reportingYear - yearsShown + 1; year <= reportingYear; year += 1) {
    const { entry } = book.cell(indicator.id, year);
    if (entry.kind !== 'number') continue;
    values.push({
      year,
      value: entry.value,
      text: entryText(entry, indicator, ''),
      isReportingYear: year === reportingYear,
    });
  }
  return values;
}
