/** Reading a pasted table: which column holds names, which units, and which the numbers of which year. Pure. */
import type { Indicator } from '../../../shared/domain/model.ts';
import { halfWidth } from '../../../shared/domain/text/characters.ts';
import type { PastedTable } from './html-table.ts';
import { type FoundName, plainName } from './paste-names.ts';
import { yearOfHeads } from './paste-years.ts';

export interface NamedRow {
  row: number;
  name: string;
  found: FoundName<Indicator>;
}

/** The lines of a table that have a name, from the first one on that is no head. */
export interface NamedTable {
  table: PastedTable;
  /** The column of the names. */
  names: number;
  firstRow: number;
  rows: readonly NamedRow[];
}

export interface YearColumn {
  column: number;
  year: number;
}

/** Which years a table may be placed under. */
export interface YearTarget {
  /** The reporting year, and the years that the view shows. */
  year: number;
  years: readonly number[];
  /** Without a head of years: those from the cursor on to the right; null where it stands under no year. */
  yearsFromCursor: readonly number[] | null;
  /** Then the columns lie as those of the grid do: the year of the column so many behind the names, or null. */
  yearBehindNames: (columns: number) => number | null;
}

export interface YearColumns {
  columns: YearColumn[];
  /** Years of the head that the view does not show, or that stand over two columns. */
  otherYears: number[];
  doubledYears: number[];
}

const longestUnit = 12;
export const moneyUnits: readonly string[] = ['元', '万元', '亿元'];

/** Null where no line has the name of an indicator. */
export function namedTable(
  table: PastedTable,
  find: (text: string) => FoundName<Indicator>,
): NamedTable | null {
  const names = columnOfNames(table, find);
  if (names === null) return null;
  const rows = table.rows.flatMap((_, row) => {
    const name = textAt(table, row, names);
    return name === '' ? [] : [{ row, name, found: find(name) }];
  });
  const first = rows.findIndex(({ row, found }) => found.kind !== 'none' || hasNumber(table, row, names));
  return { table, names, firstRow: rows[first]?.row ?? 0, rows: rows.slice(first) };
}

/** Blank for what a merged cell covers. */
export function textAt(table: PastedTable, row: number, column: number): string {
  const cell = table.rows[row]?.[column];
  return cell === undefined || cell.covered ? '' : cell.text.trim();
}

/** The column with the most names of indicators, the leftmost of several; never the last one. */
function columnOfNames(table: PastedTable, find: (text: string) => FoundName<Indicator>): number | null {
  let best = { column: -1, count: 0 };
  const width = table.rows[0]?.length ?? 0;
  for (let column = 0; column < width - 1; column += 1) {
    const count = table.rows.filter((_, row) => {
      const text = textAt(table, row, column);
      return text !== '' && find(text).kind !== 'none';
    }).length;
    if (count > best.count) best = { column, count };
  }
  return best.count === 0 ? null : best.column;
}

/** A line with a number behind its name is no head, even if nobody knows the name. A year is no number here. */
function hasNumber(table: PastedTable, row: number, names: number): boolean {
  const texts = (table.rows[row] ?? []).slice(names + 1).map(({ text }) => halfWidth(text).trim());
  return texts.some((text) => /^[-+]?[\d., ]*\d%?$/.test(text) && !/^(?:19|20|21)\d{2}$/.test(text));
}

/** The column in which every line has a unit and none a number; null where there is none. */
export function columnOfUnits(
  { table, names, rows }: NamedTable,
  indicators: readonly Indicator[],
): number | null {
  const known = new Set([...indicators.map(({ unit }) => plainName(unit)), ...moneyUnits]);
  const width = table.rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    if (column === names) continue;
    const filled = rows.map(({ row }) => textAt(table, row, column)).filter((text) => text !== '');
    const isUnits = filled.every((text) => !/\d/.test(text) && text.length <= longestUnit);
    if (isUnits && filled.some((text) => known.has(plainName(text)))) return column;
  }
  return null;
}

/** Null where nothing stands beside the names. No columns at all: nothing told which years they are about. */
export function yearColumns(
  named: NamedTable,
  unitColumn: number | null,
  target: YearTarget,
): YearColumns | null {
  const { table, names, rows } = named;
  const width = table.rows[0]?.length ?? 0;
  const filled = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > names && column !== unitColumn && rows.some(({ row }) => textAt(table, row, column) !== ''),
  );
  if (filled.length === 0) return null;
  const told = filled.flatMap((column) => {
    const year = yearOfHeads(headsOf(named, column), target.year);
    return year === null ? [] : [{ column, year }];
  });
  const result: YearColumns = { columns: [], otherYears: [], doubledYears: [] };
  if (told.length === 0) return { ...result, columns: columnsByPlace(named, filled, target) };
  for (const [year, columns] of Map.groupBy(told, (column) => column.year)) {
    if (!target.years.includes(year)) result.otherYears.push(year);
    else if (columns.length > 1) result.doubledYears.push(year);
    else result.columns.push(...columns);
  }
  return result;
}

/** The words above a column. One merged cell over the whole table names the table, not its columns. */
function headsOf({ table, firstRow }: NamedTable, column: number): string[] {
  return table.rows.slice(0, firstRow).flatMap((line) => {
    const text = line[column]?.text ?? '';
    const isTitle = new Set(line.map((cell) => cell.text)).size === 1;
    return text === '' || isTitle ? [] : [text];
  });
}

/** More columns than there are years from the cursor on: which of them is meant is not guessed. */
function columnsByPlace(
  { table, names, rows }: NamedTable,
  filled: readonly number[],
  { yearsFromCursor, yearBehindNames }: YearTarget,
): YearColumn[] {
  const hasDigits = (text: string) => /[\d〇一二三四五六七八九十]/.test(halfWidth(text));
  const columns = filled.filter((column) => rows.some(({ row }) => hasDigits(textAt(table, row, column))));
  if (yearsFromCursor !== null && columns.length > yearsFromCursor.length) return [];
  return columns.flatMap((column, index) => {
    const year = yearsFromCursor === null ? yearBehindNames(column - names) : yearsFromCursor[index];
    return year === null || year === undefined ? [] : [{ column, year }];
  });
}

/** «单位：万元» above the table; '' without. */
export function captionUnit({ table, firstRow }: NamedTable): string {
  for (const line of table.rows.slice(0, firstRow)) {
    for (const { text } of line) {
      const unit = /单位[:：]\s*(\S{1,12})$/.exec(text)?.[1];
      if (unit !== undefined) return plainName(unit);
    }
  }
  return '';
}
