/** The sentence that follows the number, as it reads now, and the way back once the number was changed. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import { isChanged, putBack, type TourTrace } from './changed-number.ts';
import styles from './tour.module.css';
import { tourSentence } from './tour-number.ts';

export function TourSentence({ running }: { running: TourTrace }) {
  const { t } = useTranslation('help');
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const observations = useReportSession((session) => session.tables.observations);
  if (running.number === null) return null;
  return (
    <>
      <p>{t('tour.data.reads', { name: running.number.indicator.name })}</p>
      <blockquote className={styles.sentence} aria-live="polite">
        {tourSentence(running.number, year, book)}
      </blockquote>
      {isChanged(running, observations) && (
        <Button size="compact-xs" variant="default" onClick={() => void putBack(running)}>
          {t('tour.putBack')}
        </Button>
      )}
    </>
  );
}
