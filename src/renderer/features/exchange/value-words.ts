/** Numbers of the exchange as a person reads them. */
import { entryText } from '../../../shared/domain/cell-input.ts';
import { isoOfDay } from '../../../shared/domain/exchange/supplied-entry.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';
import { writtenDate } from '../../../shared/domain/written-date.ts';

/** As the grid shows it; days are written out, an empty cell is `none`. */
export function entryWords(
  entry: Entry,
  indicator: Pick<Indicator, 'kind' | 'precision'> | undefined,
  words: { notApplicable: string; none: string },
): string {
  const day = entry.kind === 'number' && indicator?.kind === 'date' ? isoOfDay(entry.value) : null;
  if (day !== null) return writtenDate(day);
  return entryText(entry, indicator ?? { kind: 'amount', precision: 0 }, words.notApplicable) || words.none;
}
