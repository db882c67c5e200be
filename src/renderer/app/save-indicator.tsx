import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage, errorSentence } from '../i18n/index.ts';
import { reportSession, useReportSession } from './report-session.ts';
import styles from './save-indicator.module.css';
import { useDelayed } from './use-delayed.ts';

/** The time to the second today, the date on any other day. */
function clock(at: string): string {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  return today ? timeFormat(currentLanguage()).format(when) : when.toLocaleDateString(currentLanguage());
}

/** Making a formatter takes longer than using it a hundred times, and this one is used at each save. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();
function timeFormat(language: string): Intl.DateTimeFormat {
  const known = timeFormats.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
  timeFormats.set(language, made);
  return made;
}

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

/** While something could not be saved: what happened, what to do, and a way to try again. Covers nothing one types in. */
export function SaveProblem() {
  const { t } = useTranslation();
  const state = useReportSession((session) => session.saveState);
  if (state.kind !== 'failed') return null;
  return (
    <div className={styles.problem} role="alert">
      <span>{errorSentence(state.failure)}</span>
      <Button
        className={styles.retry ?? ''}
        size="compact-sm"
        onClick={() => void reportSession.getState().flush()}
      >
        {t('save.retryNow')}
      </Button>
    </div>
  );
}
