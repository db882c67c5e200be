/** The decimal that a reader sees for an indicator: rounded, and adjusted where a total's parts are to add up. */
import { Decimal, plainText, roundHalfUp } from './decimal.ts';
import { footedParts } from './footing.ts';
import type { NumberBook } from './number-book.ts';

export interface ShownValue {
  /** With the indicator's own digits after the point. */
  text: string;
  /** Whether footing made it another than ordinary rounding would. */
  adjusted: boolean;
  /** The number itself with up to six digits after the point, to be told beside an adjusted one. */
  exact: string;
}

const exactPlaces = 6;
/** Totals of totals of totals: more is no table that anybody prints. */
const deepestTotal = 16;

/** Null where the cell holds no number. Where a part of a total is missing, its other parts are rounded as usual. */
export function shownValue(book: NumberBook, indicatorId: string, year: number): ShownValue | null {
  return shown(book, indicatorId, year, 0);
}

function shown(book: NumberBook, indicatorId: string, year: number, depth: number): ShownValue | null {
  const indicator = book.indicator(indicatorId);
  const { entry } = book.cell(indicatorId, year);
  if (indicator === undefined || entry.kind !== 'number') return null;
  const rounded = roundHalfUp(entry.value, indicator.precision);
  const footed = footedText(book, indicatorId, year, depth);
  const text = footed ?? rounded;
  const exact = plainText(new Decimal(roundHalfUp(entry.value, exactPlaces)));
  return { text, adjusted: text !== rounded, exact };
}

function footedText(book: NumberBook, indicatorId: string, year: number, depth: number): string | null {
  const footing = depth < deepestTotal ? book.footing(indicatorId, year) : null;
  if (footing === null) return null;
  // The total itself may be a part: its parts add up to what is shown of it.
  const total = shown(book, footing.totalId, year, depth + 1);
  const precision = book.indicator(footing.totalId)?.precision;
  if (total === null || precision === undefined) return null;
  const parts = footing.partIds.map((id) => book.cell(id, year).entry);
  const values = parts.flatMap((entry) => (entry.kind === 'number' ? [entry.value] : []));
  if (values.length < parts.length) return null;
  return footedParts(values, total.text, precision)?.[footing.partIds.indexOf(indicatorId)] ?? null;
}
