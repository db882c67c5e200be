/** Placing a pasted table by the names of indicators in it and, where its head names years, by year. Pure. */
import type { Indicator } from '../../../shared/domain/model.ts';
import { halfWidth } from '../../../shared/domain/text/characters.ts';
import type { TypedCell } from './cell-changes.ts';
import type { PastedTable } from './html-table.ts';
import { type FoundName, nameFinder, plainName } from './paste-names.ts';
import { yearOfHeads } from './paste-years.ts';

export interface PasteTarget {
  /** The indicators of the view, formulas included. */
  indicators: readonly Indicator[];
  /** The reporting year, and the years that the view shows. */
  year: number;
  years: readonly number[];
  /** Without a head of years: those from the cursor on to the right; null where it stands under no year. */
  yearsFromCursor: readonly number[] | null;
  /** Then the columns lie as those of the grid do: the year of the column so many behind the names, or null. */
  yearBehindNames: (columns: number) => number | null;
}

export interface NamedPaste {
  typed: TypedCell[];
  /** Names as pasted: of no indicator of the view, of two, twice in the table, in another unit. */
  unknown: string[];
  ambiguous: string[];
  repeated: string[];
  otherUnit: string[];
  /** Indicators that are computed: their pasted numbers are not needed. */
  computed: string[];
  /** Years of the head that the view does not show, or that stand over two columns. */
  otherYears: number[];
  doubledYears: number[];
  /** Nothing told which years the columns are about. */
  noYears: boolean;
  /** Blank cells, which say nothing and change nothing. */
  blanks: number;
  hiddenRows: number;
}

interface NamedRow {
  row: number;
  name: string;
  found: FoundName<Indicator>;
}

interface YearColumn {
  column: number;
  year: number;
}

const moneyUnits: readonly string[] = ['元', '万元', '亿元'];

/** Null where the table brings no names, or nothing beside them: then it is placed by position. */
export function planByName(table: PastedTable, target: PasteTarget): NamedPaste | null {
  const find = nameFinder(target.indicators);
  const names = columnOfNames(table, find);
  if (names === null) return null;
  const named = namedRows(table, names, find);
  const firstRow =
    named.find((one) => one.found.kind !== 'none' || hasNumber(table, one.row, names))?.row ?? 0;
  const plan: NamedPaste = {
    typed: [],
    unknown: [],
    ambiguous: [],
    repeated: [],
    otherUnit: [],
    computed: [],
    otherYears: [],
    doubledYears: [],
    noYears: false,
    blanks: 0,
    hiddenRows: table.hiddenRows,
  };
  const rows = named.filter(({ row }) => row >= firstRow);
  const unitColumn = columnOfUnits(table, names, rows);
  const columns = yearColumns(table, { names, firstRow, unitColumn, rows }, target, plan);
  if (columns === null) return null;
  const caption = captionUnit(table, firstRow);
  const seen = Map.groupBy(
    rows.flatMap(({ found }) => (found.kind === 'one' ? [found.indicator.id] : [])),
    (id) => id,
  );
  for (const { row, name, found } of rows) {
    const texts = columns.map(({ column, year }) => ({ year, text: textAt(table, row, column) }));
    // A line of headings, of which nothing could be placed.
    if (!plan.noYears && texts.every(({ text }) => text === '')) continue;
    if (found.kind === 'none') plan.unknown.push(name);
    else if (found.kind === 'several') plan.ambiguous.push(name);
    else if (found.kind === 'otherUnit') plan.otherUnit.push(name);
    else if ((seen.get(found.indicator.id) ?? []).length > 1) plan.repeated.push(name);
    else if (found.indicator.formula !== null) plan.computed.push(name);
    else if (
      isOtherUnit(found.indicator, unitColumn === null ? '' : textAt(table, row, unitColumn), caption)
    ) {
      plan.otherUnit.push(name);
    } else {
      for (const { year, text } of texts) {
        if (text === '') plan.blanks += 1;
        else plan.typed.push({ indicator: found.indicator, year, text });
      }
    }
  }
  return plan;
}

function textAt(table: PastedTable, row: number, column: number): string {
  const cell = table.rows[row]?.[column];
  return cell === undefined || cell.covered ? '' : cell.text.trim();
}

/** A line with a number behind its name is no head, even if nobody knows the name. A year is no number here. */
function hasNumber(table: PastedTable, row: number, names: number): boolean {
  const texts = (table.rows[row] ?? []).slice(names + 1).map(({ text }) => halfWidth(text).trim());
  return texts.some((text) => /^[-+]?[\d., ]*\d%?$/.test(text) && !/^(?:19|20|21)\d{2}$/.test(text));
}

/** The column with the most names of indicators, the leftmost of several. */
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

function namedRows(
  table: PastedTable,
  column: number,
  find: (text: string) => FoundName<Indicator>,
): NamedRow[] {
  return table.rows.flatMap((_, row) => {
    const name = textAt(table, row, column);
    return name === '' ? [] : [{ row, name, found: find(name) }];
  });
}

/** The column behind the names in which every line has a unit and none a number. */
function columnOfUnits(table: PastedTable, names: number, rows: readonly NamedRow[]): number | null {
  const width = table.rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    if (column === names) continue;
    const texts = rows.map(({ row, found }) => ({ text: textAt(table, row, column), found }));
    const filled = texts.filter(({ text }) => text !== '');
    const own = filled.filter(
      ({ text, found }) => found.kind === 'one' && plainName(found.indicator.unit) === plainName(text),
    );
    if (own.length > 0 && filled.every(({ text }) => !/\d/.test(text) && text.length <= 12)) return column;
  }
  return null;
}

interface TableParts {
  names: number;
  firstRow: number;
  unitColumn: number | null;
  rows: readonly NamedRow[];
}

/** Which columns are placed under which year; null where nothing stands beside the names. */
function yearColumns(
  table: PastedTable,
  { names, firstRow, unitColumn, rows }: TableParts,
  target: PasteTarget,
  plan: NamedPaste,
): YearColumn[] | null {
  const width = table.rows[0]?.length ?? 0;
  const behind = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > names && column !== unitColumn && rows.some(({ row }) => textAt(table, row, column) !== ''),
  );
  if (behind.length === 0) return null;
  const isOfNumbers = (column: number) =>
    rows.some(({ row }) => /[\d〇一二三四五六七八九十]/.test(halfWidth(textAt(table, row, column))));
  const heads = (column: number) =>
    table.rows.slice(0, firstRow).flatMap((line) => {
      const text = line[column]?.text ?? '';
      return text === '' || isTitle(line.map((cell) => cell.text)) ? [] : [text];
    });
  const told = behind.flatMap((column) => {
    const year = yearOfHeads(heads(column), target.year);
    return year === null ? [] : [{ column, year }];
  });
  if (told.length === 0) {
    const placed = columnsByPlace(behind.filter(isOfNumbers), names, target);
    plan.noYears = placed.length === 0;
    return placed;
  }
  const byYear = Map.groupBy(told, ({ year }) => year);
  return [...byYear].flatMap(([year, columns]) => {
    if (!target.years.includes(year)) plan.otherYears.push(year);
    else if (columns.length > 1) plan.doubledYears.push(year);
    else return columns;
    return [];
  });
}

/** More columns than there are years from the cursor on: which of them is meant is not guessed. */
function columnsByPlace(columns: readonly number[], names: number, target: PasteTarget): YearColumn[] {
  const { yearsFromCursor, yearBehindNames } = target;
  if (yearsFromCursor !== null && columns.length > yearsFromCursor.length) return [];
  return columns.flatMap((column, index) => {
    const year = yearsFromCursor === null ? yearBehindNames(column - names) : yearsFromCursor[index];
    return year === null || year === undefined ? [] : [{ column, year }];
  });
}

/** One merged cell over the whole table names the table, not its columns. */
function isTitle(texts: readonly string[]): boolean {
  return new Set(texts).size === 1;
}

/** «单位：万元» above the table. */
function captionUnit(table: PastedTable, firstRow: number): string {
  for (const line of table.rows.slice(0, firstRow)) {
    for (const { text } of line) {
      const unit = /单位[:：]\s*(\S+)$/.exec(text)?.[1];
      if (unit !== undefined) return plainName(unit);
    }
  }
  return '';
}

/** The unit of the line decides; a caption only about money, where a slip of 万 would not be seen. */
function isOtherUnit(indicator: Indicator, ofLine: string, caption: string): boolean {
  const own = plainName(indicator.unit);
  if (ofLine !== '') return plainName(ofLine) !== own;
  return moneyUnits.includes(caption) && moneyUnits.includes(own) && caption !== own;
}
