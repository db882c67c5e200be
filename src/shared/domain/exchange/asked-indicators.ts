/** Which indicators an office is asked for, and how far it is with them. */
import type { Indicator, Office } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import { isAskedFor } from '../topic-members.ts';

/** Calculated indicators and those retired before the year are not asked. In the order of the tables. */
export function askedOfOffice(indicators: readonly Indicator[], officeId: string, year: number): Indicator[] {
  return indicators.filter((indicator) => indicator.officeId === officeId && isAsked(indicator, year));
}

export interface OfficeProgress {
  office: Office;
  asked: number;
  /** Confirmed by a person, «not applicable» included. */
  filled: number;
  /** Still owed: in the order of the tables, what is missing and what only repeats last year. */
  owed: { indicator: Indicator; state: 'missing' | 'carried' }[];
}

/** How far each office that is asked for anything is; those that still owe something first, else in their own order. */
export function officeProgress(
  tables: { readonly offices: readonly Office[]; readonly indicators: readonly Indicator[] },
  book: NumberBook,
  year: number,
): OfficeProgress[] {
  const progress = tables.offices.flatMap((office) => {
    const asked = askedOfOffice(tables.indicators, office.id, year);
    if (asked.length === 0) return [];
    const owed = asked.flatMap((indicator) => {
      const { state } = book.cell(indicator.id, year);
      return state === 'confirmed' ? [] : [{ indicator, state }];
    });
    return [{ office, asked: asked.length, filled: asked.length - owed.length, owed }];
  });
  return progress.sort((one, other) => Number(one.owed.length === 0) - Number(other.owed.length === 0));
}

/** Indicators that no office is asked for: each is the clerk's own to find. */
export function unassignedIndicators(indicators: readonly Indicator[], year: number): Indicator[] {
  return indicators.filter((indicator) => indicator.officeId === null && isAsked(indicator, year));
}

/** What is calculated is asked of nobody. */
function isAsked(indicator: Indicator, year: number): boolean {
  return indicator.formula === null && isAskedFor(indicator, year);
}
