/** While the workspace is the fictional sample: says so, and is the way to one's own work. */
import { Button, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../app/workspace.ts';
import { useTour } from '../tour/tour-store.ts';
import styles from './home.module.css';
import { clearSample } from './sample-acts.ts';

export function SampleBanner() {
  const { t } = useTranslation('help');
  const sample = useWorkspace((workspace) => workspace.sample);
  const done = useTour((state) => state.progress.kind === 'done');
  const [busy, setBusy] = useState(false);
  if (sample === null) return null;
  const clear = async () => {
    setBusy(true);
    await clearSample();
    setBusy(false);
  };
  return (
    <Paper withBorder p="md" radius="lg" component="section" aria-label={t('sample.title')}>
      <div className={styles.offer}>
        <div className={styles.offerWords}>
          <Text fw={600}>{t('sample.title')}</Text>
          <Text fz="sm" c="var(--ink-2)">
            {t('sample.text')}
          </Text>
        </div>
        <Button variant={done ? 'filled' : 'default'} loading={busy} onClick={() => void clear()}>
          {t('sample.clear')}
        </Button>
      </div>
    </Paper>
  );
}
