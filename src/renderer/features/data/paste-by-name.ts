/** Placing a pasted table by the names of indicators in it and, where its head names years, by year. Pure. */
import type { Indicator } from '../../../shared/domain/model.ts';
import type { TypedCell } from './cell-changes.ts';
import type { PastedTable } from './html-table.ts';
import { nameFinder, plainName } from './paste-names.ts';
import {
  captionUnit,
  columnOfUnits,
  moneyUnits,
  namedTable,
  textAt,
  type YearTarget,
  yearColumns,
} from './pasted-columns.ts';

export interface PasteTarget extends YearTarget {
  /** The indicators of the view, formulas included. */
  indicators: readonly Indicator[];
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

/** Null where the table brings no names, or nothing beside them: then it is placed by position. */
export function planByName(table: PastedTable, target: PasteTarget): NamedPaste | null {
  const named = namedTable(table, nameFinder(target.indicators));
  if (named === null) return null;
  const unitColumn = columnOfUnits(named, target.indicators);
  const placed = yearColumns(named, unitColumn, target);
  if (placed === null) return null;
  const { columns, otherYears, doubledYears } = placed;
  const plan: NamedPaste = {
    typed: [],
    unknown: [],
    ambiguous: [],
    repeated: [],
    otherUnit: [],
    computed: [],
    otherYears,
    doubledYears,
    noYears: columns.length + otherYears.length + doubledYears.length === 0,
    blanks: 0,
    hiddenRows: table.hiddenRows,
  };
  // A line with nothing to place is a heading between the lines.
  const lines = named.rows
    .map((line) => ({
      ...line,
      unit: unitColumn === null ? '' : textAt(table, line.row, unitColumn),
      texts: columns.map(({ column, year }) => ({ year, text: textAt(table, line.row, column) })),
    }))
    .filter(({ texts }) => texts.some(({ text }) => text !== ''));
  const caption = captionUnit(named);
  const times = Map.groupBy(lines, ({ found }) => (found.kind === 'one' ? found.indicator.id : null));
  for (const { name, found, unit, texts } of lines) {
    if (found.kind === 'none') plan.unknown.push(name);
    else if (found.kind === 'several') plan.ambiguous.push(name);
    else if (found.kind === 'otherUnit') plan.otherUnit.push(name);
    else if ((times.get(found.indicator.id)?.length ?? 0) > 1) plan.repeated.push(name);
    else if (found.indicator.formula !== null) plan.computed.push(name);
    else if (isOtherUnit(found.indicator, unit, caption)) plan.otherUnit.push(name);
    else {
      for (const { year, text } of texts) {
        if (text === '') plan.blanks += 1;
        else plan.typed.push({ indicator: found.indicator, year, text });
      }
    }
  }
  return plan;
}

/** The unit of the line decides; a caption only about money, where a slip of 万 would not be seen. */
function isOtherUnit(indicator: Indicator, ofLine: string, caption: string): boolean {
  const own = plainName(indicator.unit);
  if (ofLine !== '') return plainName(ofLine) !== own;
  return moneyUnits.includes(caption) && moneyUnits.includes(own) && caption !== own;
}
