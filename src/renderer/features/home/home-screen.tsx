/** 首页: the workspace's reports, each with its next step; what to do first when there are none. */
import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportCard } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { navigate } from '../../app/route.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { refreshWorkspace, useFreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import { RecoverOffer } from '../journal/recover-offer.tsx';
import { VerifyButton } from '../submit/verify/verify-button.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './home.module.css';
import { ReportCardView } from './report-card.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { TourOffer } from './tour-offer.tsx';
import { UnitMissing } from './unit-missing.tsx';

/** A start that a backup or a salvage may help. */
const cannotOpen: readonly Failure['code'][] = [
  'workspace.damaged',
  'workspace.missing',
  'workspace.notDatabase',
];

export function HomeScreen() {
  const { t } = useTranslation(['home', 'common']);
  useFreshWorkspace();
  const status = useWorkspace((workspace) => workspace.status);
  const failure = useWorkspace((workspace) => workspace.failure);
  const sample = useWorkspace((workspace) => workspace.sample !== null);
  const damaged = failure !== null && status === null && cannotOpen.includes(failure.code);
  const slow = useDelayed(status === null && failure === null, 300);
  return (
    <Screen header={<PlainHeader title={status?.organization?.name ?? ''} />}>
      {damaged && (
        <div className={styles.page}>
          <RecoverOffer failure={failure} />
        </div>
      )}
      {failure && !damaged && (
        <div className={styles.page}>
          <FailureNote failure={failure}>
            <Button mt="xs" size="compact-sm" variant="light" onClick={() => void refreshWorkspace()}>
              {t('common:retry')}
            </Button>
          </FailureNote>
        </div>
      )}
      {slow && <EmptyState title={t('loading')} text="" />}
      {status && (
        <div className={styles.page}>
          <SampleBanner />
          {sample && status.reports.length > 0 && <TourOffer />}
          {status.reports.length === 0 ? <FirstSteps /> : <Reports reports={status.reports} />}
          {status.organization === null && status.reports.length > 0 && <UnitMissing maxWidth="32rem" />}
          <Text fz="xs" c="var(--ink-3)" className={styles.path ?? ''}>
            {t('workspaceAt', { path: status.path })}
          </Text>
        </div>
      )}
    </Screen>
  );
}

/** A drawer of thirty years has more cards than a page draws at once without a pause. */
const cardsAtOnce = 60;

function Reports({ reports }: { reports: ReportCard[] }) {
  const { t } = useTranslation(['home', 'common']);
  const [shown, setShown] = useState(cardsAtOnce);
  const newestFirst = [...reports].sort((a, b) => b.year - a.year);
  const current = newestFirst.find((report) => report.state !== 'final');
  // In the sample the obvious next step is one's own work.
  const sample = useWorkspace((workspace) => workspace.sample !== null);
  return (
    <>
      <Group justify="space-between">
        <Title order={2} fz="lg">
          {t('title')}
        </Title>
        <Group gap="xs">
          <VerifyButton />
          <Button variant="default" onClick={() => navigate({ screen: 'import' })}>
            {t('import')}
          </Button>
          <Button
            variant={current || sample ? 'default' : 'filled'}
            onClick={() => navigate({ screen: 'start', predecessorId: null })}
          >
            {t('new')}
          </Button>
        </Group>
      </Group>
      <ul className={styles.cards} aria-label={t('reports')}>
        {newestFirst.slice(0, shown).map((report) => (
          <ReportCardView key={report.id} report={report} main={report === current && !sample} />
        ))}
      </ul>
      {newestFirst.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + cardsAtOnce)}>
          {t('earlier', { count: newestFirst.length - shown })}
        </Button>
      )}
    </>
  );
}
