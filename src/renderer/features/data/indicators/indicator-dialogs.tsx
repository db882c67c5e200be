/** The dialog about an indicator that is open now, if one is. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useReportSession } from '../../../app/report-session.ts';
import { closeIndicatorDialog, indicatorDialog } from './dialog-store.ts';
import { focusGrid } from './focus-grid.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { RetiredDialog } from './retired-dialog.tsx';
import { TopicDialog } from './topic-dialog.tsx';
import './indicators.css';

export function IndicatorDialogs() {
  const open = useStore(indicatorDialog, (state) => state.open);
  const id = open !== null && 'id' in open ? open.id : null;
  const indicator = useReportSession((session) => session.tables.indicators.find((one) => one.id === id));
  const closed = open === null;
  useEffect(() => {
    if (closed) return;
    return focusGrid;
  }, [closed]);
  if (open === null) return null;
  if (open.kind === 'add') return <IndicatorForm indicator={null} topicId={open.topicId} at="name" />;
  if (open.kind === 'retired') return <RetiredDialog onClose={closeIndicatorDialog} />;
  if (open.kind === 'topic') return <TopicDialog id={open.id} onClose={closeIndicatorDialog} />;
  if (indicator === undefined) return null;
  switch (open.kind) {
    case 'edit':
      return <IndicatorForm indicator={indicator} topicId={indicator.topicId} at={open.at} />;
    case 'rename':
      return <RenameDialog indicator={indicator} onClose={closeIndicatorDialog} />;
    case 'retire':
      return <RetireDialog indicator={indicator} onClose={closeIndicatorDialog} />;
    case 'remove':
      return <RemoveDialog indicator={indicator} onClose={closeIndicatorDialog} />;
  }
}
