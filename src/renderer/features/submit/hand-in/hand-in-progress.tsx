/** How far the writing is, step by step, and the way to stop it. */
import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type WritingStep, writingSteps } from '../../../../shared/contract/submission-methods.ts';
import { useDelayed } from '../../../app/use-delayed.ts';
import styles from './hand-in.module.css';
import { cancelHandIn, type Phase } from './hand-in-store.ts';

export function HandInProgress({ phase }: { phase: Extract<Phase, { kind: 'running' }> }) {
  const { t } = useTranslation('submit');
  // What is over at once shows nothing that would only flash.
  const slow = useDelayed(true, 300);
  if (!slow) return null;
  const { progress, cancelling } = phase;
  const current = progress === null ? 0 : writingSteps.indexOf(progress.step);
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const standing = (step: WritingStep) => {
    const index = writingSteps.indexOf(step);
    return index < current ? 'done' : index === current ? 'now' : 'later';
  };
  return (
    <section className={styles.progress} aria-label={t('progress.title')}>
      <ul>
        {writingSteps.map((step) => (
          <li key={step} data-standing={standing(step)}>
            <span className={styles.mark} aria-hidden="true">
              {standing(step) === 'done' ? '✓' : standing(step) === 'now' ? '›' : ''}
            </span>
            {t(`progress.${step}`)}
          </li>
        ))}
      </ul>
      <Progress value={share * 100} size="sm" transitionDuration={0} aria-label={t('progress.title')} />
      <Button size="compact-sm" variant="default" disabled={cancelling} onClick={() => void cancelHandIn()}>
        {t(cancelling ? 'progress.cancelling' : 'progress.cancel')}
      </Button>
    </section>
  );
}
