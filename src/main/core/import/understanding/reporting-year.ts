/** The year a report is about, which is not the year in which it is written. */
import { findDates } from '../../../../shared/domain/text/dates.ts';

/** What is known of a report besides its text. */
interface Evidence {
  title: string | null;
  documentNumber: string | null;
  /** ISO date of issue. */
  issuedOn: string | null;
  /** Texts of the report itself, in order. */
  texts: readonly string[];
}

/** Months in which the report on the year before is written and issued. */
const lastMonthOfReporting = 6;

/**
 * The reporting year: the one the title names; of two («2024年工作总结和2025年工作计划») the earlier. A title that
 * names the year of issue, over a text that tells of the year before, means the year before. Without a title's year
 * the one the text names most; without any, the year before the issue.
 */
export function reportingYear(evidence: Evidence): number | null {
  const issued = issueOf(evidence);
  const counts = yearCounts(evidence.texts);
  const titled = yearsIn(evidence.title ?? '').sort((a, b) => a - b)[0];
  if (titled !== undefined) {
    const early = issued.year === titled && issued.month !== null && issued.month <= lastMonthOfReporting;
    const before = counts.get(titled - 1) ?? 0;
    return early && before >= 3 && before > 2 * (counts.get(titled) ?? 0) ? titled - 1 : titled;
  }
  // A report issued early in the year is on the year before; later in the year it may be on the year itself.
  const early = issued.year !== null && issued.month !== null && issued.month <= lastMonthOfReporting;
  const before = early && issued.year !== null ? issued.year - 1 : null;
  let best: number | null = null;
  for (const [year, count] of counts) {
    if (issued.year !== null && year > issued.year) continue;
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    const likelier = best !== null && (year === before || (year > best && best !== before));
    if (best === null || count > most || (count === most && likelier)) best = year;
  }
  return best ?? (issued.year === null ? null : issued.year - 1);
}

function issueOf({ issuedOn, documentNumber }: Evidence): { year: number | null; month: number | null } {
  if (issuedOn !== null) return { year: Number(issuedOn.slice(0, 4)), month: Number(issuedOn.slice(5, 7)) };
  const numbered = /(?:19|20)\d\d/.exec(documentNumber ?? '')?.[0];
  return { year: numbered === undefined ? null : Number(numbered), month: null };
}

function yearsIn(text: string): number[] {
  return findDates(text).flatMap(({ iso }) => (/^\d{4}(?:$|-)/.test(iso) ? [Number(iso.slice(0, 4))] : []));
}

function yearCounts(texts: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const year of texts.flatMap(yearsIn)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}
