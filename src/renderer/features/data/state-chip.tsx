/** The state of an indicator's number of the reporting year, told by word, underline and colour. */
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../shared/domain/model.ts';
import { useReportSession } from '../../app/report-session.ts';
import { rowStatus } from './number-rows.ts';

export function StateChip({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('data');
  const current = useReportSession((session) => session.book.cell(indicator.id, session.report.year));
  const status = current.problem === null ? rowStatus(indicator, current) : 'problem';
  return <span className={`data-chip data-chip-${status}`}>{t(`status.${status}`)}</span>;
}
