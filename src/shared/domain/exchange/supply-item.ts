/** One returned number laid beside the tables. */
import type { Entry } from '../model.ts';

/**
 * Why a number is not simply taken, or (`unknown…`, `computed`, `notNumber`, `uncomputed`) cannot be.
 * `typedHere`: the cell holds another number, which did not come from this office. `jump`: more than five times or less
 * than a fifth of last year's. `idLost`: found by name and unit only. `olderIssue`: the office has since been sent, and
 * has returned, a newer sheet. `unidentified`: the workbook does not say whose it is.
 */
export const supplyReasons = [
  'notNumber',
  'uncomputed',
  'unknownRow',
  'unknownIndicator',
  'computed',
  'unit',
  'year',
  'jump',
  'disagree',
  'olderIssue',
  'otherOffice',
  'typedHere',
  'merged',
  'idLost',
  'unidentified',
] as const;
export type SupplyReason = (typeof supplyReasons)[number];

/**
 * `new`: nothing stood there; `same`: nothing to do; `changed`: the office corrects itself, or confirms last year's
 * number; `decide`: taken only when a person says so; `unknown`: cannot be taken.
 */
export const supplyVerdicts = ['new', 'same', 'changed', 'decide', 'unknown'] as const;
export type SupplyVerdict = (typeof supplyVerdicts)[number];

export interface SupplyItem {
  /** Position of the workbook among those compared. */
  file: number;
  /** Position of the row in its workbook. */
  row: number;
  /** The indicator it is, or seems to be. */
  indicatorId: string | null;
  verdict: SupplyVerdict;
  reasons: SupplyReason[];
  /** What would be written; null where the cell holds no value of the indicator. */
  entry: Entry | null;
  /** The cell as the file shows it. */
  text: string;
  /** What the table holds for the year. */
  current: Entry;
}

/** What an office handed in last for a cell of the year. */
export interface EarlierSupply {
  indicatorId: string;
  officeId: string;
  /** Null where the workbook did not say. */
  issue: number | null;
  entry: Entry;
}
