/** The outline as it stands now: rows with marks and counts, and the changes a person can make. */
import { useMemo } from 'react';
import type { BindingAttributes, ChapterDocument } from '../../../../shared/domain/document.ts';
import { printedBody } from '../../../../shared/domain/printed.ts';
import {
  type ReportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { createCharacterCounter } from '../character-count.ts';
import { createShowBinding } from '../numbers.ts';
import { type OutlineSummary, outlineRows } from './outline-rows.ts';

const counter = createCharacterCounter();
const bookOf = (session: ReportSession) => session.book;

export function useOutline(): OutlineSummary {
  const numbered = useReportSession((session) => session.numbered);
  const chapters = useReportSession((session) => session.chapters);
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const reading = useMemo(() => {
    const show = createShowBinding(year, book);
    return {
      show: (binding: BindingAttributes) => show(binding).text,
      printed: (body: ChapterDocument) => printedBody(body, year, book),
    };
  }, [book, year]);
  return useMemo(() => {
    const bodies = new Map(chapters.map((chapter) => [chapter.id, chapter.body]));
    return outlineRows(numbered, bodies, (body) => counter(body, reading));
  }, [numbered, chapters, reading]);
}
