/** 送数与收数: how far the offices are, and beside it sending, collecting, the log and the reminder slips. */
import { Button, Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { officeProgress } from '../../../shared/domain/exchange/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { CollectPane } from './collect-pane.tsx';
import styles from './exchange.module.css';
import { closeExchange, exchangeParts, exchangeView, showPart } from './exchange-view.ts';
import { IssuePane } from './issue-pane.tsx';
import { LogPane } from './log-pane.tsx';
import { ProgressBoard } from './progress-board.tsx';
import { SlipsPane } from './slips-pane.tsx';
import { useExchangeHistory } from './use-exchange-history.ts';

export function ExchangePanel() {
  const { t } = useTranslation('exchange');
  const part = useStore(exchangeView, (state) => state.part);
  const tables = useReportSession((session) => session.tables);
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const progress = useMemo(() => officeProgress(tables, book, year), [tables, book, year]);
  const { history, failure, refresh } = useExchangeHistory();
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <header className={styles.head}>
        <h2>{t('title')}</h2>
        <span className={styles.faint}>{t('subtitle', { year })}</span>
        <span className={styles.gap} />
        <Button size="compact-sm" variant="default" onClick={closeExchange}>
          {t('back')}
        </Button>
      </header>
      <div className={styles.columns}>
        <ProgressBoard progress={progress} history={history} />
        <Tabs
          className={styles.parts ?? ''}
          value={part}
          onChange={(value) => showPart(exchangeParts.find((one) => one === value) ?? 'issue')}
        >
          <Tabs.List>
            {exchangeParts.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`part.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <div className={styles.part}>
            {failure && <FailureNote failure={failure} />}
            {part === 'issue' && <IssuePane progress={progress} onIssued={refresh} />}
            {part === 'collect' && <CollectPane onAccepted={refresh} />}
            {part === 'log' && <LogPane supplies={history.supplies} />}
            {part === 'slips' && <SlipsPane progress={progress} issues={history.issues} />}
          </div>
        </Tabs>
      </div>
    </section>
  );
}
