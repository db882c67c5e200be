/** The name of the chosen topic or office, with what is still open in it. */
import { useTranslation } from 'react-i18next';
import type { NumberTables } from '../../../shared/contract.ts';
import { useAskedIndicators } from '../../app/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { countNumbers } from './number-counts.ts';
import { indicatorsInView, type NumberView } from './number-rows.ts';

export function ViewTitle({ view }: { view: NumberView }) {
  const { t } = useTranslation('data');
  const tables = useReportSession((session) => session.tables);
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const indicators = indicatorsInView(useAskedIndicators(), view);
  const { missing, carried } = countNumbers(indicators, book, year);
  return (
    <div className="data-title">
      <h2>{nameOf(view, tables) ?? t('all')}</h2>
      <span className="data-faint">{t('summary', { total: indicators.length })}</span>
      {missing > 0 && <span className="data-total-missing">{t('summaryMissing', { count: missing })}</span>}
      {carried > 0 && <span className="data-total-carried">{t('summaryCarried', { count: carried })}</span>}
    </div>
  );
}

function nameOf(view: NumberView, tables: NumberTables): string | undefined {
  switch (view.kind) {
    case 'all':
      return undefined;
    case 'topic':
      return tables.topics.find(({ id }) => id === view.topicId)?.name;
    case 'office':
      return tables.offices.find(({ id }) => id === view.officeId)?.name;
  }
}
