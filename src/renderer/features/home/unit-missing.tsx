/** Asks for the unit's name, which every report needs. */
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitForm } from '../settings/unit-form.tsx';

export function UnitMissing({ maxWidth }: { maxWidth?: string }) {
  const { t } = useTranslation(['home', 'common']);
  return (
    <Paper withBorder p="lg" radius="lg" {...(maxWidth !== undefined && { maw: maxWidth })}>
      <Stack gap="xs">
        <Title order={2} fz="md">
          {t('unit.title')}
        </Title>
        <Text fz="sm" c="var(--ink-2)">
          {t('unit.intro')}
        </Text>
        <UnitForm />
      </Stack>
    </Paper>
  );
}
