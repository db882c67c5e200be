/** An empty home: the tour, three ways to begin, and the unit's name, which comes first for whoever has been on the tour. */
import { Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { navigate } from '../../app/route.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { VerifyButton } from '../submit/verify/verify-button.tsx';
import { useTour } from '../tour/tour-store.ts';
import styles from './home.module.css';
import { TourOffer } from './tour-offer.tsx';
import { UnitMissing } from './unit-missing.tsx';

export function FirstSteps() {
  const { t } = useTranslation(['home', 'common']);
  const organization = useWorkspace((workspace) => workspace.status?.organization ?? null);
  const progress = useTour((state) => state.progress.kind);
  const toured = progress === 'done';
  const [failure, setFailure] = useState<Failure | null>(null);

  const openSample = async () => {
    const outcome = await call('sample.open', {});
    if (!outcome.ok) setFailure(outcome.error);
    else navigate({ screen: 'report', reportId: outcome.value.reportId, place: 'write' });
  };
  const ways = [
    { key: 'import', go: () => navigate({ screen: 'import' }) },
    { key: 'sample', go: () => void openSample() },
    { key: 'blank', go: () => navigate({ screen: 'start', predecessorId: null }) },
  ] as const;

  return (
    <>
      <div>
        <Title order={2} fz="xl">
          {t('empty.title')}
        </Title>
        <Text c="var(--ink-2)" mt={4}>
          {t('empty.text')}
        </Text>
      </div>
      <TourOffer />
      {toured && organization === null && <UnitMissing />}
      {failure && <FailureNote failure={failure} />}
      <div className={styles.ways}>
        {ways.map(({ key, go }, index) => (
          <UnstyledButton
            key={key}
            className={styles.way ?? ''}
            data-first={(index === 0 && progress !== 'never') || undefined}
            onClick={go}
          >
            <span className={styles.wayTitle}>{t(`empty.${key}`)}</span>
            <Text component="span" fz="sm" c="var(--ink-2)">
              {t(`empty.${key}Text`)}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      <Group gap="sm">
        <Text c="var(--ink-2)">{t('empty.verify')}</Text>
        <VerifyButton />
      </Group>
      {!toured && organization === null && <UnitMissing />}
    </>
  );
}
