/** 数据: one grid per topic, this year beside the years before, and everything about the selected number. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useReportSession } from '../../app/report-session.ts';
import { dataView } from './data-view.ts';
import { IndicatorDialogs } from './indicators/indicator-dialogs.tsx';
import type { NumberView } from './number-rows.ts';
import { TopicList } from './topic-list.tsx';
import { TopicTable } from './topic-table.tsx';
import { TotalsLine } from './totals-line.tsx';
import './data-place.css';
import './number-state.css';
import './cell-details.css';
import './number-grid.css';

export function DataPlace() {
  const chosen = useStore(dataView, (state) => state.view);
  const firstTopicId = useReportSession((session) => session.tables.topics[0]?.id);
  const view = useMemo(
    (): NumberView =>
      chosen ?? (firstTopicId === undefined ? { kind: 'all' } : { kind: 'topic', topicId: firstTopicId }),
    [chosen, firstTopicId],
  );
  return (
    <div className="data-place">
      <div className="data-columns">
        <TopicList view={view} />
        <TopicTable view={view} />
      </div>
      <TotalsLine />
      <IndicatorDialogs />
    </div>
  );
}
