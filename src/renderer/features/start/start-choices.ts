/** What the new-report form proposes. Pure. */
import type { ReportCard } from '../../../shared/contract.ts';

/** Earlier reports one can start from, newest first. */
export function predecessorsFor(
  reports: readonly ReportCard[],
  templateKey: string,
  year: number,
): ReportCard[] {
  return reports
    .filter((report) => report.templateKey === templateKey && report.year < year)
    .sort((a, b) => b.year - a.year);
}

/**
 * The year to propose: the one after the chosen or newest report; without any, the year before `today`, because the
 * yearly report is written at the beginning of the next year.
 */
export function proposedYear(
  reports: readonly ReportCard[],
  templateKey: string,
  predecessorId: string | null,
  today: Date,
): number {
  const chosen = reports.find((report) => report.id === predecessorId);
  if (chosen) return chosen.year + 1;
  const years = reports.filter((report) => report.templateKey === templateKey).map((report) => report.year);
  return years.length > 0 ? Math.max(...years) + 1 : today.getFullYear() - 1;
}
