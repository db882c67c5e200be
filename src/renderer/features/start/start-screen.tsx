/** New report: three choices — template with outline, year, the earlier report to start from. */
import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import { UnitForm } from '../settings/unit-form.tsx';
import { StartForm } from './start-form.tsx';

export function StartScreen({ predecessorId }: { predecessorId: string | null }) {
  const { t } = useTranslation(['start', 'home']);
  useFreshWorkspace();
  const status = useWorkspace((workspace) => workspace.status);
  const templates = useWorkspace((workspace) => workspace.templates);
  const failure = useWorkspace((workspace) => workspace.failure);
  return (
    <Screen header={<PlainHeader title={t('title')} />}>
      {failure && <FailureNote failure={failure} />}
      {status && status.organization === null && (
        <Paper withBorder p="lg" radius="lg" maw="32rem" mx="auto" my="xl">
          <Text fz="sm" c="var(--ink-2)" mb="sm">
            {t('home:unit.intro')}
          </Text>
          <UnitForm />
        </Paper>
      )}
      {status?.organization && templates.length > 0 && (
        <StartForm reports={status.reports} templates={templates} predecessorId={predecessorId} />
      )}
    </Screen>
  );
}
