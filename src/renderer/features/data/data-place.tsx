/** 数据: one grid per topic, this year beside the years before, and everything about the selected number. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useReportSession } from '../../app/report-session.ts';
import { ExchangePanel } from '../exchange/exchange-panel.tsx';
import { exchangeView } from '../exchange/exchange-view.ts';
import { dataView, shownView } from './data-view.ts';
import { IndicatorDialogs } from './indicators/indicator-dialogs.tsx';
import { TopicList } from './topic-list.tsx';
import { TopicTable } from './topic-table.tsx';
import { TotalsLine } from './totals-line.tsx';
import './data-place.css';
import './number-state.css';
import './cell-details.css';
import './number-grid.css';

export function DataPlace() {
  const chosen = useStore(dataView, (state) => state.view);
  const exchanging = useStore(exchangeView, (state) => state.open);
  const topics = useReportSession((session) => session.tables.topics);
  const view = useMemo(() => shownView(chosen, topics), [chosen, topics]);
  return (
    <div className="data-place">
      {exchanging ? (
        <ExchangePanel />
      ) : (
        <div className="data-columns">
          <TopicList view={view} />
          <TopicTable view={view} />
        </div>
      )}
      <TotalsLine />
      <IndicatorDialogs />
    </div>
  );
}
