/** Finding our table in a sheet, wherever its rows and columns have been moved to. */

import { valueInWords } from '../../../shared/domain/exchange/supplied-entry.ts';
import type { SheetValue, SuppliedRow } from '../../../shared/domain/exchange/supply.ts';
import { withoutBlanks } from '../../../shared/domain/text/characters.ts';
import type { MergedRange, SheetCell, SheetCells, SheetRow } from './sheet-cells.ts';

/** Words at the head of the columns; what follows them (a year, a unit) does not matter. */
export const columnWords = {
  number: '序号',
  name: '指标',
  unit: '单位',
  lastYear: '上年数',
  thisYear: '本年数',
  remark: '备注/依据',
  id: '编号',
};

/** Before every hidden id, so that it is known wherever it stands. */
export const idMark = 'xb:';

interface TableColumns {
  name: number;
  unit: number | null;
  thisYear: number;
  remark: number | null;
}

/** How far down a heading row is looked for. */
const headingLines = 100;

/**
 * The rows of the sheet that name an indicator, null where the sheet has no heading row of ours. A row is known by its
 * hidden id, wherever in the row that stands; one without an id counts when it has both a name and a value.
 */
export function rowsOfTable(sheet: string, { rows, merged }: SheetCells): SuppliedRow[] | null {
  const heading = rows.slice(0, headingLines).findIndex((row) => columnsOf(row) !== null);
  const columns = rows[heading] === undefined ? null : columnsOf(rows[heading]);
  if (columns === null) return null;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  return rows.slice(heading + 1).flatMap((row) => {
    const indicatorId = idOf(row);
    const name = textAt(row, columns.name);
    const { cell, merged: isMerged } = mergedCell(row, columns.thisYear, merged, byLine);
    const value: SheetValue = cell?.value ?? { kind: 'blank' };
    if (indicatorId === null && (name === '' || value.kind === 'blank' || columnsOf(row) !== null)) return [];
    return [
      {
        sheet,
        line: row.line,
        indicatorId,
        name,
        unit: textAt(row, columns.unit),
        value,
        formula: cell?.formula ?? false,
        merged: isMerged,
        remark: textAt(row, columns.remark),
      },
    ];
  });
}

function columnsOf(row: SheetRow): TableColumns | null {
  const find = (word: string) => {
    for (const [column, { value }] of row.cells) {
      if (value.kind === 'text' && withoutBlanks(value.text).startsWith(word)) return column;
    }
    return null;
  };
  const name = find(columnWords.name);
  const thisYear = find(columnWords.thisYear);
  if (name === null || thisYear === null) return null;
  return { name, thisYear, unit: find(columnWords.unit), remark: find(columnWords.remark.slice(0, 2)) };
}

function idOf(row: SheetRow): string | null {
  for (const { value } of row.cells.values()) {
    if (value.kind === 'text' && value.text.startsWith(idMark)) {
      return value.text.slice(idMark.length).trim() || null;
    }
  }
  return null;
}

/** A merged cell's value stands in its first cell; in another line it may be meant for that one alone. */
function mergedCell(
  row: SheetRow,
  column: number,
  merged: readonly MergedRange[],
  byLine: ReadonlyMap<number, SheetRow>,
): { cell: SheetCell | undefined; merged: boolean } {
  const range = merged.find(
    ({ top, left, bottom, right }) =>
      top <= row.line && row.line <= bottom && left <= column && column <= right,
  );
  if (range === undefined) return { cell: row.cells.get(column), merged: false };
  const cell = byLine.get(range.top)?.cells.get(range.left);
  return { cell, merged: range.bottom > range.top };
}

function textAt(row: SheetRow, column: number | null): string {
  const cell = column === null ? undefined : row.cells.get(column);
  return cell === undefined ? '' : valueInWords(cell.value).trim();
}
