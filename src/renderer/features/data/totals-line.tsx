/** The status line of 数据: all numbers of the reporting year by state. */
import { useTranslation } from 'react-i18next';
import { useAskedIndicators } from '../../app/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { countNumbers } from './number-counts.ts';

export function TotalsLine() {
  const { t } = useTranslation('data');
  const indicators = useAskedIndicators();
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const counts = countNumbers(indicators, book, year);
  return (
    <footer className="data-totals">
      <span>{t('totals.all', { count: indicators.length })}</span>
      <span className="data-total-confirmed">{t('totals.confirmed', { count: counts.confirmed })}</span>
      <span className="data-total-carried">{t('totals.carried', { count: counts.carried })}</span>
      <span className="data-total-missing">{t('totals.missing', { count: counts.missing })}</span>
      <span>{t('totals.formulas', { count: counts.formulas })}</span>
    </footer>
  );
}
