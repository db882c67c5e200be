/**
 * Texts that were typed or pasted into a cell and are no number. They stay visible until the person corrects or drops
 * them; the number that the cell held before is not touched.
 */
import type { Failure } from '../../../shared/errors.ts';
import { cellKey } from '../../app/session/number-history.ts';

export interface RejectedText {
  indicatorId: string;
  year: number;
  text: string;
  failure: Failure;
}

export interface RejectedTexts {
  readonly all: readonly RejectedText[];
  textOf(indicatorId: string, year: number): string | undefined;
}

export function rejectedTexts(all: readonly RejectedText[]): RejectedTexts {
  const byCell = new Map(all.map((one) => [cellKey(one), one.text]));
  return { all, textOf: (indicatorId, year) => byCell.get(cellKey({ indicatorId, year })) };
}

/** After an act: what it rejected is added, and what it touched otherwise no longer counts as rejected. */
export function afterAct(
  before: readonly RejectedText[],
  touched: readonly { indicatorId: string; year: number }[],
  rejected: readonly RejectedText[],
): RejectedText[] {
  const gone = new Set([...touched, ...rejected].map(cellKey));
  return [...before.filter((one) => !gone.has(cellKey(one))), ...rejected];
}

/** The touched cells as they are in `from`, all others as they are now. */
export function withTouchedFrom(
  now: readonly RejectedText[],
  from: readonly RejectedText[],
  touched: readonly { indicatorId: string; year: number }[],
): RejectedText[] {
  const keys = new Set(touched.map(cellKey));
  return [...now.filter((one) => !keys.has(cellKey(one))), ...from.filter((one) => keys.has(cellKey(one)))];
}

/** What was rejected in this cell. */
export function rejectedTextIn(
  all: readonly RejectedText[],
  cell: { indicator: { id: string }; year: number } | undefined,
): RejectedText | undefined {
  return all.find((one) => one.indicatorId === cell?.indicator.id && one.year === cell.year);
}
