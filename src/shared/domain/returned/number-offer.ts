/** Whether a number that the leader changed can be written back into the table, and as what. Pure. */
import { readShown } from '../binding/read-back.ts';
import { isValueFormat } from '../binding/value-text.ts';
import { tableText } from '../binding-text.ts';
import { parseCellInput } from '../cell-input.ts';
import { Decimal, plainText } from '../decimal.ts';
import type { BindingAttributes } from '../document.ts';
import type { Indicator, Observation } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import { shownValue } from '../shown-value.ts';

/**
 * Why the table is not offered. `formula`: its number is calculated; `footing`: it is a part that is shown so that a
 * total adds up; `rounded`: the text leaves open which number is meant; `phrase`: it tells a change or several years;
 * `overridden`: words of a person stand here, not the table's; `unreadable`: no number that the indicator can have;
 * `unknown`: the indicator is gone.
 */
export const tableRefusals = [
  'formula',
  'footing',
  'rounded',
  'phrase',
  'overridden',
  'unreadable',
  'unknown',
] as const;
export type TableRefusal = (typeof tableRefusals)[number];

export type TableOffer = { value: string; refusal: null } | { value: null; refusal: TableRefusal };

const refused = (refusal: TableRefusal): TableOffer => ({ value: null, refusal });

/** The cell as it would be written. */
export function correctedObservation(
  book: NumberBook,
  indicatorId: string,
  year: number,
  value: string,
  source: string,
): Observation {
  const { note, evidence } = book.cell(indicatorId, year);
  return {
    indicatorId,
    year,
    entry: { kind: 'number', value },
    state: 'confirmed',
    source: source.slice(0, 120),
    note,
    evidence,
  };
}

/**
 * Offered only where the place would then show exactly what the file shows, and the text names a number to the last digit
 * that the indicator is kept with.
 */
export function offerForPlace(
  text: string,
  binding: BindingAttributes,
  reportYear: number,
  book: NumberBook,
): TableOffer {
  const { indicatorId, format, override } = binding;
  const year = reportYear + binding.yearOffset;
  const indicator = book.indicator(indicatorId);
  if (indicator === undefined) return refused('unknown');
  if (override !== undefined) return refused('overridden');
  const blocked = blockedBy(indicator, year, book);
  if (blocked !== null) return refused(blocked);
  if (!isValueFormat(format)) return refused(format.style === 'threshold' ? 'rounded' : 'phrase');
  const read = readShown(text, format, indicator);
  if (read?.kind !== 'number') return refused('unreadable');
  const { least, most } = read;
  if (least === null || most === null) return refused('rounded');
  const step = new Decimal(most).minus(least);
  if (step.greaterThan(new Decimal(10).pow(-indicator.precision))) return refused('rounded');
  const value = plainText(new Decimal(least).plus(most).dividedBy(2));
  const entry = parseCellInput(value, indicator);
  if (!entry.ok || entry.value.kind !== 'number') return refused('unreadable');
  const after = book.replace([correctedObservation(book, indicatorId, year, entry.value.value, '')]);
  const shown = tableText(binding, reportYear, after).text;
  return shown === text ? { value: entry.value.value, refusal: null } : refused('rounded');
}

/** A number of a table of the document; it stands there without unit. */
export function offerForCell(text: string, indicatorId: string, year: number, book: NumberBook): TableOffer {
  const indicator = book.indicator(indicatorId);
  if (indicator === undefined) return refused('unknown');
  const blocked = blockedBy(indicator, year, book);
  if (blocked !== null) return refused(blocked);
  const entry = parseCellInput(text, indicator);
  if (!entry.ok || entry.value.kind !== 'number') return refused('unreadable');
  const { value } = entry.value;
  const after = book.replace([correctedObservation(book, indicatorId, year, value, '')]);
  const isShown = indicator.kind === 'date' || shownValue(after, indicatorId, year)?.text === text;
  return isShown ? { value, refusal: null } : refused('rounded');
}

function blockedBy(indicator: Indicator, year: number, book: NumberBook): TableRefusal | null {
  if (indicator.formula !== null) return 'formula';
  return book.footing(indicator.id, year) === null ? null : 'footing';
}
