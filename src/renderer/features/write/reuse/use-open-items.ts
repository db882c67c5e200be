/** The report's open items as they stand a moment after each change. */
import { useMemo } from 'react';
import {
  type ReportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { type ChapterOpenItems, openItemFinderOf } from './open-item-list.ts';

const chaptersOf = (session: ReportSession) => session.chapters;
const numberedOf = (session: ReportSession) => session.numbered;

export function useOpenItems(): ChapterOpenItems[] {
  const chapters = useSettledReportSession(chaptersOf);
  const numbered = useSettledReportSession(numberedOf);
  const year = useReportSession((session) => session.report.year);
  const predecessor = useReportSession((session) => session.predecessor);
  return useMemo(() => {
    const bodies = new Map(chapters.map(({ id, body }) => [id, body]));
    return openItemFinderOf(year, predecessor).ofReport(numbered, bodies);
  }, [chapters, numbered, year, predecessor]);
}
