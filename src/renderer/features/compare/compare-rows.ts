/** What the comparison of two reports lists: pairs of paragraphs, runs of equal ones folded on request. Pure. */
import { type AlignedPair, type AlignmentKind, alignmentKinds } from '../../../shared/domain/alignment.ts';

export type CompareRow =
  /** `index`: place among all pairs, the row's identity. */
  { index: number; pair: AlignedPair } | { index: number; hidden: number };

export function countKinds(pairs: readonly AlignedPair[]): { kind: AlignmentKind; count: number }[] {
  return alignmentKinds
    .map((kind) => ({ kind, count: pairs.filter((pair) => pair.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** With `differencesOnly` each run of equal paragraphs is one row that tells how many there are. */
export function compareRows(pairs: readonly AlignedPair[], differencesOnly: boolean): CompareRow[] {
  const rows: CompareRow[] = [];
  pairs.forEach((pair, index) => {
    if (!differencesOnly || pair.kind !== 'unchanged') {
      rows.push({ index, pair });
      return;
    }
    const last = rows.at(-1);
    if (last && 'hidden' in last) last.hidden += 1;
    else rows.push({ index, hidden: 1 });
  });
  return rows;
}
