/** Which findings a person has looked at and set aside. */
import type { Dismissal, Finding } from './finding.ts';

export interface DismissedFinding {
  finding: Finding;
  reason: string;
  dismissedAt: string;
}

export interface SortedFindings {
  open: Finding[];
  dismissed: DismissedFinding[];
}

/** What keeps a formal document from being made cannot be set aside: the export would refuse all the same. */
export function canBeDismissed({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity !== 'blocks';
}

/** A dismissal whose words have changed fits no finding any more, and says nothing. */
export function sortDismissed(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): SortedFindings {
  const known = new Map(dismissals.map((dismissal) => [dismissal.findingId, dismissal]));
  const open: Finding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of findings) {
    const dismissal = canBeDismissed(finding) ? known.get(finding.id) : undefined;
    if (dismissal === undefined) open.push(finding);
    else dismissed.push({ finding, reason: dismissal.reason, dismissedAt: dismissal.dismissedAt });
  }
  return { open, dismissed };
}
