/** Laying returned workbooks beside the tables: what each of their numbers is, and what a person must decide. */
import { Decimal } from '../decimal.ts';
import type { Entry, Indicator } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import { withRivals } from './rival-supplies.ts';
import { entryOfValue, sameEntry, valueInWords } from './supplied-entry.ts';
import type { SuppliedRow, SuppliedWorkbook } from './supply.ts';
import type { EarlierSupply, SupplyItem, SupplyReason } from './supply-item.ts';

export interface SupplySurroundings {
  indicators: readonly Indicator[];
  book: NumberBook;
  year: number;
  earlier: readonly EarlierSupply[];
}

/** Reasons for which there is nothing to take. */
const hopeless: ReadonlySet<SupplyReason> = new Set([
  'notNumber',
  'uncomputed',
  'unknownRow',
  'unknownIndicator',
  'computed',
]);
const greatestGrowth = 5;
const leastShare = 0.2;

/**
 * One item for each row that holds a value, in the order of the files. Rows left blank are no items: an office that has
 * no number yet says nothing, and what the table holds stays.
 */
export function compareSupplies(
  files: readonly SuppliedWorkbook[],
  surroundings: SupplySurroundings,
): SupplyItem[] {
  const known = new Map(surroundings.indicators.map((indicator) => [indicator.id, indicator]));
  const items = files.flatMap((workbook, file) =>
    workbook.rows.flatMap((row, index) =>
      isBlank(row) ? [] : [itemOf({ workbook, row, file, index, known, surroundings })],
    ),
  );
  return withRivals(items, files);
}

/** What holds only signs that nobody sees is blank as well. */
function isBlank({ value }: SuppliedRow): boolean {
  return entryOfValue(value, { name: '', kind: 'amount', precision: 0, unit: '' })?.kind === 'empty';
}

interface RowInPlace {
  workbook: SuppliedWorkbook;
  row: SuppliedRow;
  file: number;
  index: number;
  known: ReadonlyMap<string, Indicator>;
  surroundings: SupplySurroundings;
}

function itemOf({ workbook, row, file, index, known, surroundings }: RowInPlace): SupplyItem {
  const { book, year, earlier } = surroundings;
  const named = row.indicatorId === null ? byNameAndUnit(row, surroundings.indicators) : undefined;
  const indicator = row.indicatorId === null ? named : known.get(row.indicatorId);
  const current: Entry = indicator === undefined ? { kind: 'empty' } : book.cell(indicator.id, year).entry;
  const common = { file, row: index, text: valueInWords(row.value), current };
  if (indicator === undefined) {
    const reason = row.indicatorId === null ? 'unknownRow' : 'unknownIndicator';
    return { ...common, indicatorId: null, verdict: 'unknown', reasons: [reason], entry: null };
  }
  const entry = entryOfValue(row.value, indicator);
  const reasons = [
    ...reasonsOfRow(row, indicator, entry),
    ...reasonsOfWorkbook(workbook, indicator, surroundings),
  ];
  if (entry !== null && jumps(entry, book.cell(indicator.id, year - 1).entry, indicator))
    reasons.push('jump');
  const item = { ...common, indicatorId: indicator.id, reasons, entry };
  if (entry === null || reasons.some((reason) => hopeless.has(reason))) {
    return { ...item, verdict: 'unknown', entry: null };
  }
  const { state } = book.cell(indicator.id, year);
  if (sameEntry(entry, current) && state === 'confirmed') return { ...item, verdict: 'same', reasons: [] };
  const officeId = workbook.identity?.officeId;
  const correctsItself = earlier.some(
    (supply) =>
      supply.indicatorId === indicator.id && supply.officeId === officeId && sameEntry(supply.entry, current),
  );
  if (state === 'confirmed' && !correctsItself) reasons.push('typedHere');
  if (reasons.length > 0) return { ...item, verdict: 'decide' };
  return { ...item, verdict: current.kind === 'empty' ? 'new' : 'changed' };
}

/** The one indicator of that name and unit; none where there are several. */
function byNameAndUnit(row: SuppliedRow, indicators: readonly Indicator[]): Indicator | undefined {
  const plain = (text: string) => text.replace(/\s+/g, '');
  const found = indicators.filter(
    ({ name, unit }) => plain(name) === plain(row.name) && plain(unit) === plain(row.unit),
  );
  return found.length === 1 ? found[0] : undefined;
}

function reasonsOfRow(row: SuppliedRow, indicator: Indicator, entry: Entry | null): SupplyReason[] {
  const reasons: SupplyReason[] = [];
  if (indicator.formula !== null) reasons.push('computed');
  if (row.value.kind === 'uncomputed') reasons.push('uncomputed');
  else if (entry === null) reasons.push('notNumber');
  if (row.indicatorId === null) reasons.push('idLost');
  if (row.unit.replace(/\s+/g, '') !== indicator.unit.replace(/\s+/g, '')) reasons.push('unit');
  if (row.merged) reasons.push('merged');
  return reasons;
}

function reasonsOfWorkbook(
  { identity }: SuppliedWorkbook,
  indicator: Indicator,
  { year, earlier }: SupplySurroundings,
): SupplyReason[] {
  if (identity === null) return ['unidentified'];
  const reasons: SupplyReason[] = [];
  if (identity.year !== year) reasons.push('year');
  if (indicator.officeId !== identity.officeId) reasons.push('otherOffice');
  const newer = earlier.some(
    (supply) =>
      supply.indicatorId === indicator.id &&
      supply.officeId === identity.officeId &&
      supply.issue !== null &&
      supply.issue > identity.issue,
  );
  if (newer) reasons.push('olderIssue');
  return reasons;
}

function jumps(entry: Entry, last: Entry, indicator: Indicator): boolean {
  if (indicator.kind === 'date' || entry.kind !== 'number' || last.kind !== 'number') return false;
  const before = new Decimal(last.value);
  if (before.isZero()) return false;
  const share = new Decimal(entry.value).div(before);
  return share.greaterThan(greatestGrowth) || share.lessThan(leastShare);
}
