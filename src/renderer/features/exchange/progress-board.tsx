/** How far each office is: those that still owe something first. */
import { useTranslation } from 'react-i18next';
import {
  type OfficeProgress,
  unassignedIndicators,
} from '../../../shared/domain/exchange/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import styles from './exchange.module.css';
import { shortDay, shortTime } from './local-day.ts';
import type { ExchangeHistory } from './use-exchange-history.ts';

interface ProgressBoardProps {
  progress: readonly OfficeProgress[];
  history: ExchangeHistory;
}

export function ProgressBoard({ progress, history }: ProgressBoardProps) {
  const { t } = useTranslation('exchange');
  const indicators = useReportSession((session) => session.tables.indicators);
  const year = useReportSession((session) => session.report.year);
  const unassigned = unassignedIndicators(indicators, year).length;
  const done = progress.filter(({ owed }) => owed.length === 0).length;
  return (
    <section className={styles.board} aria-label={t('board.title')}>
      <p className={styles.faint}>{t('board.summary', { total: progress.length, done })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['office', 'asked', 'filled', 'carried', 'missing', 'issued', 'returned'] as const).map(
              (key) => (
                <th key={key} scope="col" data-number={key !== 'office' || undefined}>
                  {t(`board.${key}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {progress.map((one) => (
            <OfficeRow key={one.office.id} progress={one} history={history} />
          ))}
        </tbody>
      </table>
      {unassigned > 0 && <p className={styles.faint}>{t('board.unassigned', { count: unassigned })}</p>}
    </section>
  );
}

function OfficeRow({ progress, history }: { progress: OfficeProgress; history: ExchangeHistory }) {
  const { t } = useTranslation('exchange');
  const { office, asked, filled, owed } = progress;
  const carried = owed.filter(({ state }) => state === 'carried').length;
  const missing = owed.length - carried;
  const issue = history.issues.find(({ officeId }) => officeId === office.id);
  const supply = history.supplies.find(({ officeId }) => officeId === office.id);
  return (
    <tr data-done={owed.length === 0 || undefined}>
      <th scope="row">{office.name}</th>
      <td>{asked}</td>
      <td>{filled}</td>
      <td data-tone={carried > 0 ? 'carried' : undefined}>{carried}</td>
      <td data-tone={missing > 0 ? 'missing' : undefined}>{missing}</td>
      <td
        title={
          issue === undefined
            ? undefined
            : t('board.issuedTitle', { ...issue, time: shortTime(issue.issuedAt) })
        }
      >
        {issue === undefined ? t('none') : shortDay(issue.issuedAt)}
      </td>
      <td title={supply && `${shortTime(supply.acceptedAt)} ${supply.fileName}`}>
        {supply === undefined ? t('none') : shortDay(supply.acceptedAt)}
      </td>
    </tr>
  );
}
