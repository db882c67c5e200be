/**
 * What a table or chart of the report shows: its rows, years and cells, from the numbers of one book. The editor, the
 * data place and the exported document draw the same content. Its words are printed, so they stand here and are Chinese.
 */
import { dayText } from './binding/day-text.ts';
import { ownUnit } from './binding/number-text.ts';
import { roundHalfUp } from './decimal.ts';
import type { FigureAttributes, FigureForm } from './figure.ts';
import type { Indicator } from './model.ts';
import type { Cell, NumberBook } from './number-book.ts';
import { shownValue } from './shown-value.ts';

/**
 * `missing`: a number that has to be there and is not. `gap`: a year in which the indicator was not yet or is no longer
 * kept, which nobody is asked for.
 */
export type FigureCellState = 'confirmed' | 'carried' | 'missing' | 'gap';

export interface FigureCell {
  year: number;
  /** As printed, without unit: the number at its indicator's precision, «—» for not applicable, '' where there is none. */
  text: string;
  /** The same number for drawing, a decimal as text; null where there is none or it is a day. */
  value: string | null;
  state: FigureCellState;
  /** The number was adjusted so that the parts of a total add up to it (footing.ts). */
  adjusted: boolean;
}

export interface FigureRow {
  indicatorId: string;
  name: string;
  /** Empty where the number needs none. */
  unit: string;
  kind: Indicator['kind'] | 'unknown';
  /** See Indicator. */
  retiredAfter: number | null;
  /** One for each year. */
  cells: FigureCell[];
}

export interface FigureContent {
  form: FigureForm;
  title: string;
  /** Oldest first; the last is the report's. */
  years: number[];
  rows: FigureRow[];
}

export const notApplicableSign = '—';
const unknownName = '【指标已不存在】';
const mostYearsInWords = 6;

/** An earlier year before this one may be left out when nobody kept any of the numbers then. */
const yearsAlwaysShown = 2;

/**
 * The content of a figure in a report of `reportYear`. Never throws.
 *
 * - Numbers are rounded half up to the indicator's precision, as in the text, and adjusted where the parts of a total are
 *   to add up. Zero is «0», not applicable «—», and a
 *   cell without a number is empty: nothing is ever filled in.
 * - A number is `missing` in the report's own year, in the year before, and between two years that have one. Before an
 *   indicator's first number there is a `gap`: nobody kept it then. After the year in which it was retired, too.
 * - First years in which no indicator has anything are left out, down to the report's year and the one before.
 * - An indicator that does not exist is a row of its own with a missing number, so that it cannot be overlooked.
 */
export function figureContent(
  { form, title, indicatorIds, years }: FigureAttributes,
  reportYear: number,
  book: NumberBook,
): FigureContent {
  const all = Array.from({ length: years }, (_, index) => reportYear - years + 1 + index);
  const rows = [...new Set(indicatorIds)].map((id) => figureRow(id, all, reportYear, book));
  const first = all.findIndex((_, index) => rows.some(({ cells }) => cells[index]?.text !== ''));
  const skipped = Math.min(first === -1 ? all.length : first, Math.max(0, all.length - yearsAlwaysShown));
  return {
    form,
    title: title.trim(),
    years: all.slice(skipped),
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(skipped) })),
  };
}

function figureRow(
  indicatorId: string,
  years: readonly number[],
  reportYear: number,
  book: NumberBook,
): FigureRow {
  const indicator = book.indicator(indicatorId);
  const known = years.map((year) => book.cell(indicatorId, year));
  const firstKept = known.findIndex(({ entry }) => entry.kind !== 'empty');
  return {
    indicatorId,
    name: indicator?.name ?? unknownName,
    unit: indicator === undefined || indicator.kind === 'date' ? '' : ownUnit(indicator),
    kind: indicator?.kind ?? 'unknown',
    retiredAfter: indicator?.retiredAfter ?? null,
    cells: known.map((cell, index) => {
      const year = years[index] ?? reportYear;
      const isRetired = year > (indicator?.retiredAfter ?? reportYear);
      const isBeforeAll = year < reportYear - 1 && (firstKept === -1 || index < firstKept);
      return figureCell(cell, year, { indicator, book, notAskedFor: isRetired || isBeforeAll });
    }),
  };
}

function figureCell(
  { entry, state }: Cell,
  year: number,
  around: { indicator: Indicator | undefined; book: NumberBook; notAskedFor: boolean },
): FigureCell {
  const { indicator, book, notAskedFor } = around;
  const none = { year, value: null, adjusted: false };
  if (indicator === undefined || entry.kind === 'empty') {
    return { ...none, text: '', state: notAskedFor ? 'gap' : 'missing' };
  }
  if (entry.kind === 'notApplicable') return { ...none, text: notApplicableSign, state };
  if (indicator.kind === 'date') return { ...none, text: dayText(entry.value, 'full') ?? entry.value, state };
  const shown = shownValue(book, indicator.id, year);
  const text = shown?.text ?? roundHalfUp(entry.value, indicator.precision);
  return { year, text, value: text, state, adjusted: shown?.adjusted === true };
}

export function hasCell(content: FigureContent, meets: (cell: FigureCell) => boolean): boolean {
  return content.rows.some(({ cells }) => cells.some(meets));
}

/** A table as lines of cells: 指标, 单位 and the years, then a line for each indicator. */
export function figureTable(content: FigureContent): string[][] {
  return [
    tableHeader(content),
    ...content.rows.map(({ name, unit, cells }) => [name, unit, ...cells.map(({ text }) => text)]),
  ];
}

export function tableHeader({ years }: FigureContent): string[] {
  return ['指标', '单位', ...yearTitles(years)];
}

/** Many years stand without 年, which would cost a table's columns two sizes of type. */
export function yearTitles(years: readonly number[]): string[] {
  return years.map((year) => (years.length > mostYearsInWords ? `${year}` : `${year}年`));
}

/** All numbers in words, for those who cannot see the drawing: «排查纠纷数（件）：2023年46，2024年58». */
export function figureInWords({ rows }: FigureContent): string {
  return rows
    .map(({ name, unit, cells }) => {
      const values = cells.map(({ year, text }) => `${year}年${text === '' ? '无数据' : text}`);
      return `${name}${unit === '' ? '' : `（${unit}）`}：${values.join('，')}`;
    })
    .join('；');
}
