/**
 * What the prose shows for a binding. These words are part of the official document, which is Chinese in whatever
 * language the program is used; that is why they stand here and under binding/, and not in the locale files.
 */
import { phraseText } from './binding/phrase.ts';
import { rangeText, thresholdText } from './binding/series-text.ts';
import { isValueFormat, type ValueFormat, valueText } from './binding/value-text.ts';
import type { BindingFormat } from './binding-format.ts';
import { Decimal, withoutNoise } from './decimal.ts';
import type { BindingAttributes, Override } from './document.ts';
import type { Indicator, NumberState, PlaceState } from './model.ts';
import type { Cell, NumberBook } from './number-book.ts';
import { shownValue } from './shown-value.ts';

export { bindingStylesFor } from './binding/offered-formats.ts';

export interface BindingText {
  text: string;
  state: PlaceState;
}

/** What the tables alone say at a place. */
export interface TableText {
  text: string;
  state: NumberState;
}

/** The first year that a report can have; earlier numbers do not exist. */
const firstYear = 1949;

/**
 * The text of a binding in a report of `reportYear`, and the state of the place. Never throws.
 *
 * Where a person has written something else, that stands there: `overridden` as long as the tables would still show
 * what they showed when it was written, `sourceChanged` once they would not (also when the number has gone missing).
 * Everywhere else it is what the tables say.
 */
export function renderBinding(
  attributes: BindingAttributes,
  reportYear: number,
  book: NumberBook,
): BindingText {
  const table = tableText(attributes, reportYear, book);
  const { override } = attributes;
  if (override === undefined) return table;
  return { text: override.text, state: table.text === override.instead ? 'overridden' : 'sourceChanged' };
}

/**
 * What the tables say at a place, whatever a person wrote there.
 *
 * - A missing number has no text: '' and `missing`.
 * - A value that is not applicable reads «不适用», with the state of its cell: somebody decided that, and the word in
 *   the sentence makes the writer reword it.
 * - Only plain numbers that are parts of a total are shown so that they add up (footing.ts).
 * - What needs several years (growth, change, size, range) has nothing to say where one of them is missing or not
 *   applicable: '' and `missing`; no number ever stands for a missing one. Nothing is calculated with days either.
 * - The state is `carried` when any number is that the text was made from.
 */
export function tableText(
  { indicatorId, yearOffset, format }: Pick<BindingAttributes, 'indicatorId' | 'yearOffset' | 'format'>,
  reportYear: number,
  book: NumberBook,
): TableText {
  const indicator = book.indicator(indicatorId);
  const year = reportYear + yearOffset;
  const cell = book.cell(indicatorId, year);
  if (indicator === undefined || cell.entry.kind === 'empty') return nothing;
  const shown = indicator.kind === 'date' ? dayFormat(format) : format;
  if (isValueFormat(shown) || shown.style === 'threshold') {
    if (cell.entry.kind === 'notApplicable') return { text: '不适用', state: cell.state };
  }
  const isPart = shown.style === 'plain' && book.footing(indicatorId, year) !== null;
  const footed = isPart ? shownValue(book, indicatorId, year) : null;
  const now = footed?.adjusted === true ? new Decimal(footed.text) : numberIn(cell);
  if (now === null) return nothing;
  if (isValueFormat(shown)) return { text: valueText(now, shown, indicator), state: cell.state };
  return indicator.kind === 'date' ? nothing : comparedText(now, shown, { indicator, year, cell, book });
}

/** What a person writes at this place now, remembered with what the tables say at this time. */
export function overrideOf(
  written: Pick<Override, 'text' | 'reason'>,
  attributes: BindingAttributes,
  reportYear: number,
  book: NumberBook,
): Override {
  return { ...written, instead: tableText(attributes, reportYear, book).text };
}

const nothing: TableText = { text: '', state: 'missing' };

/** Days are only ever shown as days; a format that would round or weigh them shows the whole day. */
function dayFormat(format: BindingFormat): BindingFormat {
  return isValueFormat(format) && format.style !== 'date' ? { style: 'date', form: 'full' } : format;
}

function numberIn({ entry }: Cell): Decimal | null {
  return entry.kind === 'number' ? withoutNoise(new Decimal(entry.value)) : null;
}

interface Place {
  indicator: Indicator;
  year: number;
  cell: Cell;
  book: NumberBook;
}

/** The text of a format that looks at other years too. */
function comparedText(
  now: Decimal,
  format: Exclude<BindingFormat, ValueFormat>,
  { indicator, year, cell, book }: Place,
): TableText {
  const cellBefore = (years: number) => book.cell(indicator.id, year - years);
  const told = (text: string, others: readonly Cell[]): TableText => ({
    text,
    state: others.some(({ state }) => state === 'carried') ? 'carried' : cell.state,
  });
  switch (format.style) {
    case 'threshold': {
      const earlier = format.first ? knownBefore(indicator.id, year, book) : [];
      const values = earlier.flatMap((one) => numberIn(one) ?? []);
      return told(thresholdText(now, values, format, indicator), earlier);
    }
    case 'range': {
      const others = Array.from({ length: format.years - 1 }, (_, index) => cellBefore(index + 1));
      const values = others.flatMap((one) => numberIn(one) ?? []);
      if (values.length < others.length) return nothing;
      return told(rangeText([now, ...values], format, indicator), others);
    }
    default: {
      const last = cellBefore(1);
      const before = numberIn(last);
      if (before === null) return nothing;
      const saysFirst = format.style !== 'size' && (format.wording?.first ?? '') !== '';
      const earlier = saysFirst && before.isZero() ? knownBefore(indicator.id, year, book) : [last];
      const onlyZeroBefore = earlier.every((one) => numberIn(one)?.isZero() === true);
      return told(phraseText({ before, now, onlyZeroBefore }, format, indicator), earlier);
    }
  }
}

/** The cells of all earlier years that hold a number, latest first. */
function knownBefore(indicatorId: string, year: number, book: NumberBook): Cell[] {
  const cells: Cell[] = [];
  for (let earlier = year - 1; earlier >= firstYear; earlier -= 1) {
    const cell = book.cell(indicatorId, earlier);
    if (cell.entry.kind === 'number') cells.push(cell);
  }
  return cells;
}
