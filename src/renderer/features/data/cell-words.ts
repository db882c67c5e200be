/** The words of the grid's cells, for drawing and for copying. */
import type { TFunction } from 'i18next';
import { exactEntryText } from '../../../shared/domain/cell-input.ts';
import { Decimal, plainText } from '../../../shared/domain/decimal.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { CellPosition } from './cell-selection.ts';
import { type GridColumn, gridColumns, yearCellAt } from './grid-layout.ts';
import type { IndicatorRow, NumberRow } from './number-rows.ts';
import type { YearChange } from './year-change.ts';

export type DataWords = TFunction<['data', 'indicator']>;

/** Places at which the endless digits of a computed number are cut when it is copied. */
const copiedPlaces = 12;

/** What a spreadsheet is given of a cell: numbers exactly, everything else as it is shown, with the keyboard's minus. */
export function copiedText(row: NumberRow, column: GridColumn, book: NumberBook, t: DataWords): string {
  const cell = yearCellAt(row, column);
  if (row.kind === 'topic' || cell === undefined) return cellText(row, column, t).replace(/^−/, '-');
  if (cell.look === 'rejected') return cell.text;
  const { entry } = book.cell(row.indicator.id, cell.year);
  const isComputed = row.indicator.formula !== null && entry.kind === 'number';
  const exact = isComputed
    ? { ...entry, value: plainText(new Decimal(entry.value).toDecimalPlaces(copiedPlaces)) }
    : entry;
  return exactEntryText(exact, row.indicator, t('notApplicable'));
}

/** What a cell shows. */
export function cellText(row: NumberRow, column: GridColumn, t: DataWords): string {
  if (row.kind === 'topic') return column === 'name' ? row.topic.name : '';
  switch (column) {
    case 'name':
      return row.indicator.name;
    case 'unit':
      return row.indicator.unit;
    case 'yearBeforeLast':
    case 'lastYear':
    case 'thisYear':
      return yearCellAt(row, column)?.text ?? '';
    case 'difference':
      return differenceText(row, t);
    case 'growth':
      return row.change.growth === null ? t('none') : (unchangedText(row.change, t) ?? row.change.growth);
    case 'office':
      return row.officeName;
    case 'status':
      return statusText(row, t);
    case 'references':
      return String(row.references);
  }
}

function differenceText({ change, indicator }: IndicatorRow, t: DataWords): string {
  if (change.difference === null) return t('none');
  return indicator.kind === 'rate' && unchangedText(change, t) === null
    ? t('points', { difference: change.difference })
    : change.difference;
}

/** «持平», «基本持平», or null where the change can be seen. */
export function unchangedText({ direction }: YearChange, t: DataWords): string | null {
  if (direction === 'nearly') return t('nearlyUnchanged');
  return direction === 'same' ? t('unchanged') : null;
}

function statusText(row: IndicatorRow, t: DataWords): string {
  if (isRejected(row)) return t('status.rejected');
  if (row.problem !== null) return t('status.problem');
  return t(`status.${row.status}`);
}

/** This year's cell holds a text that is no number. */
export function isRejected(row: IndicatorRow): boolean {
  return row.years[2].look === 'rejected';
}

/** What the keyboard stands on, in words: «调解员，2024 年». */
export function fieldLabel(row: NumberRow | undefined, position: CellPosition, t: DataWords): string {
  const column = gridColumns[position.column];
  if (row?.kind !== 'indicator' || column === undefined) return '';
  const name = row.indicator.name;
  const year = yearCellAt(row, column)?.year;
  if (year !== undefined) return t('cellLabel', { name, year });
  return t('columnLabel', { name, column: headerText(column, 0, t) });
}

/** Column headers: the years as numbers. */
export function headerText(column: GridColumn, year: number, t: DataWords): string {
  switch (column) {
    case 'yearBeforeLast':
      return String(year - 2);
    case 'lastYear':
      return String(year - 1);
    case 'thisYear':
      return String(year);
    default:
      return t(`column.${column}`);
  }
}
