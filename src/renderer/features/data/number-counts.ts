/** How far the reporting year's numbers are. Formulas fill themselves and are counted apart. */
import type { Indicator } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export interface NumberCounts {
  confirmed: number;
  carried: number;
  missing: number;
  formulas: number;
}

export function countNumbers(indicators: readonly Indicator[], book: NumberBook, year: number): NumberCounts {
  const counts: NumberCounts = { confirmed: 0, carried: 0, missing: 0, formulas: 0 };
  for (const indicator of indicators) {
    if (indicator.formula === null) counts[book.cell(indicator.id, year).state] += 1;
    else counts.formulas += 1;
  }
  return counts;
}

/** Cells that hold something, carried over or confirmed. */
export function filledOf(counts: NumberCounts): number {
  return counts.confirmed + counts.carried;
}

/** Cells that a person fills. */
export function typedTotalOf(counts: NumberCounts): number {
  return counts.confirmed + counts.carried + counts.missing;
}
