/** The session's tables as rows of the grid, rebuilt when a number or the text's references change. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReportSession } from '../../app/report-session.ts';
import { formulaInWords } from './formula-words.ts';
import { buildRows, type NumberRow, type NumberView } from './number-rows.ts';
import { countReferences } from './references.ts';
import { rejectedStore } from './rejected-store.ts';
import { rejectedTexts } from './rejected-texts.ts';

export function useNumberRows(view: NumberView): NumberRow[] {
  const { t } = useTranslation('data');
  const tables = useReportSession((session) => session.tables);
  const numbered = useReportSession((session) => session.numbered);
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const rejected = useStore(rejectedStore, (state) => state.all);
  const references = useMemo(() => countReferences(numbered), [numbered]);
  return useMemo(
    () =>
      buildRows({
        topics: tables.topics,
        offices: tables.offices,
        indicators: tables.indicators,
        book,
        year,
        view,
        rejected: rejectedTexts(rejected),
        references,
        notApplicable: t('notApplicable'),
        inWords: (formula) =>
          formulaInWords(formula, {
            name: (key) => book.indicator(key)?.name,
            ofYear: (form, operand) => t(`formula.${form}`, { operand }),
          }),
      }),
    [tables, book, year, view, rejected, references, t],
  );
}
