import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openHelp } from './help-store.ts';

export function HelpButton() {
  const { t } = useTranslation('help');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t('title')}
      aria-keyshortcuts="F1"
      title={t('buttonHint')}
      onClick={openHelp}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor">
        <circle cx="9" cy="9" r="7.25" strokeWidth="1.4" />
        <path
          d="M6.9 7.2c0-1.3 1-2.1 2.1-2.1s2.1.7 2.1 1.9c0 1.5-2.1 1.6-2.1 3.2"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
        <circle cx="9" cy="12.6" r="0.9" fill="currentColor" stroke="none" />
      </svg>
    </ActionIcon>
  );
}
