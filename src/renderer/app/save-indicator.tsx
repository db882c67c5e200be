import { useTranslation } from 'react-i18next';
import { clock } from './clock-words.ts';
import { useReportSession } from './report-session.ts';
import styles from './save-indicator.module.css';
import { useDelayed } from './use-delayed.ts';

/** Whether everything is saved, and since when. */
export function SaveIndicator() {
  const { t } = useTranslation();
  const state = useReportSession((session) => session.saveState);
  const lastSaved = useReportSession((session) => session.lastSavedAt);
  const slow = useDelayed(state.kind === 'saving', 1500);
  const words = () => {
    if (state.kind === 'failed') return t('save.failed', { time: clock(state.since) });
    if (slow) return t('save.saving');
    return lastSaved ? t('save.saved', { time: clock(lastSaved) }) : t('save.idle');
  };
  return (
    <span className={styles.indicator} role="status" data-state={slow ? 'slow' : state.kind}>
      <span className={styles.dot} aria-hidden="true" />
      {words()}
    </span>
  );
}
