import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What does not belong on this computer, with or without a password. */
export function SecretsNote() {
  const { t } = useTranslation('protection');
  return (
    <Text fz="xs" c="var(--red)" fw={600}>
      {t('warning.secrets')}
    </Text>
  );
}
