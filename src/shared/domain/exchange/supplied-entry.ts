/** What a cell of a returned sheet means for an indicator. */
import { dateText, dateValue } from '../cell-date.ts';
import { parseCellInput } from '../cell-input.ts';
import { Decimal, plainText } from '../decimal.ts';
import type { Entry, Indicator } from '../model.ts';
import { halfWidth } from '../text/characters.ts';
import { writtenDate } from '../written-date.ts';
import type { SheetValue } from './supply.ts';

type SuppliedIndicator = Pick<Indicator, 'name' | 'kind' | 'precision' | 'unit'>;

/**
 * The entry, or null where the cell holds no value of this indicator: text in place of a number, a date in place of a
 * count, a percentage of what is no rate, an error. A blank cell is `empty`.
 */
export function entryOfValue(value: SheetValue, indicator: SuppliedIndicator): Entry | null {
  switch (value.kind) {
    case 'blank':
      return { kind: 'empty' };
    case 'error':
    case 'uncomputed':
      return null;
    case 'date':
      return indicator.kind === 'date' ? dateEntry(value.iso) : null;
    case 'number': {
      if (indicator.kind === 'date') return entryOfDateText(value.value);
      if (!value.percent) return typedEntry(value.value, indicator);
      if (indicator.kind !== 'rate') return null;
      return typedEntry(plainText(new Decimal(value.value).times(100)), indicator);
    }
    case 'text':
      return indicator.kind === 'date'
        ? (notApplicableEntry(value.text) ?? entryOfDateText(value.text))
        : typedEntry(value.text, indicator);
  }
}

/** The cell as its reader sees it, for being shown beside what is known. */
export function valueInWords(value: SheetValue): string {
  switch (value.kind) {
    case 'blank':
    case 'uncomputed':
      return '';
    case 'text':
    case 'error':
      return value.text;
    case 'date':
      return writtenDate(value.iso);
    case 'number':
      return value.percent ? `${plainText(new Decimal(value.value).times(100))}%` : value.value;
  }
}

/** Whether two entries say the same: numbers by their value, 3.50 being 3.5. */
export function sameEntry(one: Entry, other: Entry): boolean {
  if (one.kind !== 'number' || other.kind !== 'number') return one.kind === other.kind;
  return new Decimal(one.value).equals(other.value);
}

/** yyyymmdd as ISO date; null where it is no day of the calendar. */
export function isoOfDay(value: string): string | null {
  return dateValue(value) === null ? null : dateText(value);
}

function typedEntry(text: string, indicator: SuppliedIndicator): Entry | null {
  const parsed = parseCellInput(text, indicator);
  return parsed.ok ? parsed.value : null;
}

function notApplicableEntry(text: string): Entry | null {
  const parsed = parseCellInput(text, { name: '', kind: 'amount', precision: 0, unit: '' });
  return parsed.ok && parsed.value.kind !== 'number' ? parsed.value : null;
}

/** «2024年5月1日», «2024-5-1», «2024/05/01», «2024.5.1», «20240501». */
function entryOfDateText(text: string): Entry | null {
  const value = dateValue(halfWidth(text).replace(/\s+/g, ''));
  return value === null ? null : { kind: 'number', value };
}

function dateEntry(iso: string): Entry {
  return { kind: 'number', value: iso.replaceAll('-', '') };
}
