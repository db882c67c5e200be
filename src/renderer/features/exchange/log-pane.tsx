/** 收数记录: who supplied what, when, from which file, and whether it still stands. */
import { useTranslation } from 'react-i18next';
import type { OfficeSupply } from '../../../shared/contract.ts';
import { sameEntry } from '../../../shared/domain/exchange/supplied-entry.ts';
import { useReportSession } from '../../app/report-session.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import styles from './exchange.module.css';
import { shortTime } from './local-day.ts';
import { entryWords } from './value-words.ts';

export function LogPane({ supplies }: { supplies: readonly OfficeSupply[] }) {
  const { t } = useTranslation('exchange');
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  if (supplies.length === 0) return <EmptyState title={t('log.none')} text={t('log.noneText')} />;
  const words = { notApplicable: t('notApplicable'), none: t('none') };
  return (
    <table className={styles.table} aria-label={t('part.log')}>
      <thead>
        <tr>
          {(['when', 'office', 'indicator', 'value', 'standing', 'file', 'by'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`log.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {supplies.map((supply) => {
          const indicator = book.indicator(supply.indicatorId);
          const stands = sameEntry(book.cell(supply.indicatorId, year).entry, supply.entry);
          return (
            <tr key={supply.id}>
              <td>{shortTime(supply.acceptedAt)}</td>
              <td>{supply.officeName || t('unidentified')}</td>
              <td className={styles.words}>{indicator?.name ?? supply.indicatorId}</td>
              <td data-number>{entryWords(supply.entry, indicator, words)}</td>
              <td data-tone={stands ? undefined : 'carried'}>{t(stands ? 'log.stands' : 'log.replaced')}</td>
              <td className={styles.words} title={t('log.sum', { sha256: supply.sha256 })}>
                {supply.fileName}
              </td>
              <td>{supply.acceptedBy}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
