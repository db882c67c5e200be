/** The session's tables as rows of the grid, rebuilt when a number or the text's references change. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formulaNames } from '../../../shared/domain/formula-names.ts';
import { storedFormulaText } from '../../../shared/domain/formula-text.ts';
import { useAskedIndicators } from '../../app/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { buildRows, type NumberRow, type NumberView } from './number-rows.ts';
import { countReferences } from './references.ts';
import { rejectedStore } from './rejected-store.ts';
import { rejectedTexts } from './rejected-texts.ts';

export function useNumberRows(view: NumberView): NumberRow[] {
  const { t } = useTranslation('data');
  const tables = useReportSession((session) => session.tables);
  const indicators = useAskedIndicators();
  const names = useMemo(() => formulaNames(tables), [tables]);
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
        indicators,
        book,
        year,
        view,
        rejected: rejectedTexts(rejected),
        references,
        notApplicable: t('notApplicable'),
        inWords: (formula) => storedFormulaText(formula, names),
      }),
    [tables, indicators, names, book, year, view, rejected, references, t],
  );
}
