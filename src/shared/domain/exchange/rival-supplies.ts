/** What several returned workbooks say of the same cell. */
import { sameEntry } from './supplied-entry.ts';
import type { SuppliedWorkbook } from './supply.ts';
import type { SupplyItem, SupplyReason } from './supply-item.ts';

/**
 * The same items, each with what the others make of it: the newer sheet of an office goes before its older one, offices
 * that disagree are told, and of equal numbers only the least doubtful is left to be taken.
 */
export function withRivals(items: readonly SupplyItem[], files: readonly SuppliedWorkbook[]): SupplyItem[] {
  const byIndicator = Map.groupBy(
    items.filter(({ entry }) => entry !== null),
    ({ indicatorId }) => indicatorId,
  );
  return items.map((item) => {
    const identity = files[item.file]?.identity ?? null;
    const rivals = (byIndicator.get(item.indicatorId) ?? []).filter((other) => other !== item);
    if (item.entry === null || rivals.length === 0) return item;
    const { entry } = item;
    const reasons: SupplyReason[] = [];
    let repeated = false;
    for (const rival of rivals) {
      const its = files[rival.file]?.identity ?? null;
      const sameOffice = identity !== null && its !== null && identity.officeId === its.officeId;
      if (rival.entry !== null && sameEntry(entry, rival.entry)) repeated ||= goesBefore(rival, item);
      else if (sameOffice && its.issue > identity.issue) reasons.push('olderIssue');
      else if (!sameOffice || its.issue === identity.issue) reasons.push('disagree');
    }
    if (reasons.length > 0) {
      return { ...item, verdict: 'decide', reasons: [...new Set([...item.reasons, ...reasons])] };
    }
    return repeated ? { ...item, verdict: 'same' } : item;
  });
}

function goesBefore(one: SupplyItem, other: SupplyItem): boolean {
  const doubt = ({ verdict }: SupplyItem) => Number(verdict === 'decide');
  const places = [doubt(one) - doubt(other), one.file - other.file, one.row - other.row];
  return (places.find((difference) => difference !== 0) ?? 0) < 0;
}
