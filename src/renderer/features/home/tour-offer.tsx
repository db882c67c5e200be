/** The way into the tour: the first thing where nobody has been on it, the way back where somebody has left it. */
import { Button, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { beginTour, tourSteps, useTour } from '../tour/tour-store.ts';
import styles from './home.module.css';

export function TourOffer() {
  const { t } = useTranslation('help');
  const progress = useTour((state) => state.progress);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async (step: number) => {
    const outcome = await beginTour(step);
    setFailure(outcome.ok ? null : outcome.error);
  };
  if (progress.kind === 'done') return null;
  return (
    <Paper withBorder p="md" radius="lg">
      <div className={styles.offer}>
        <div className={styles.offerWords}>
          <Text fw={600}>{t(progress.kind === 'never' ? 'offer.title' : 'offer.leftTitle')}</Text>
          <Text fz="sm" c="var(--ink-2)">
            {progress.kind === 'never'
              ? t('offer.text')
              : t('offer.leftText', { number: progress.step + 1, count: tourSteps.length })}
          </Text>
        </div>
        {progress.kind === 'never' ? (
          <Button onClick={() => void begin(0)}>{t('offer.begin')}</Button>
        ) : (
          <Button variant="default" onClick={() => void begin(progress.step)}>
            {t('offer.goOn')}
          </Button>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
    </Paper>
  );
}
