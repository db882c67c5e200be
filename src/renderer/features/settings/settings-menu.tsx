/** Language, text size and the unit's data, from any screen. */
import { ActionIcon, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTextSize, storedTextSize, textSizes } from '../../app/preferences.ts';
import { navigate } from '../../app/route.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { chooseLanguage, currentLanguage, languages } from '../../i18n/index.ts';
import { ActivityDialog } from '../activity/activity-dialog.tsx';
import { UpdateDialog } from '../update/update-dialog.tsx';
import { BackupDialog } from './backup-dialog.tsx';
import { UnitDialog } from './unit-dialog.tsx';

const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

export function SettingsMenu() {
  const { t } = useTranslation(['common', 'backup', 'profile', 'about', 'protection', 'update']);
  const [textSize, setTextSize] = useState(storedTextSize);
  const [unitOpen, setUnitOpen] = useState(false);
  const [backupsOpen, setBackupsOpen] = useState(false);
  const [updateOpen, setUpdateOpen] = useState(false);
  const [activityOpen, setActivityOpen] = useState(false);
  const version = useWorkspace((workspace) => workspace.host?.version);
  return (
    <>
      <Menu position="bottom-end" width="12rem">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('settings.title')}>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <path
                d="M2 5h14M2 9h14M2 13h14"
                stroke="currentColor"
                strokeWidth="1.5"
                strokeLinecap="round"
              />
            </svg>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setUnitOpen(true)}>{t('settings.unit')}</Menu.Item>
          <Menu.Item onClick={() => navigate({ screen: 'formats' })}>{t('profile:menu')}</Menu.Item>
          <Menu.Item onClick={() => setBackupsOpen(true)}>{t('backup:menu')}</Menu.Item>
          <Menu.Item onClick={() => setUpdateOpen(true)}>{t('update:menu')}</Menu.Item>
          <Menu.Item onClick={() => setActivityOpen(true)}>{t('protection:activity.menu')}</Menu.Item>
          <Menu.Item onClick={() => navigate({ screen: 'about' })}>{t('about:menu')}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('settings.textSize')}</Menu.Label>
          {textSizes.map((size) => (
            <Menu.Item
              key={size}
              role="menuitemradio"
              aria-checked={size === textSize}
              leftSection={<Chosen when={size === textSize} />}
              onClick={() => {
                chooseTextSize(size);
                setTextSize(size);
              }}
            >
              {t(`settings.${size}`)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('settings.language')}</Menu.Label>
          {languages.map((language) => (
            <Menu.Item
              key={language}
              role="menuitemradio"
              aria-checked={language === currentLanguage()}
              leftSection={<Chosen when={language === currentLanguage()} />}
              onClick={() => chooseLanguage(language)}
            >
              {languageNames[language]}
            </Menu.Item>
          ))}
          {version && (
            <Text fz="xs" c="var(--ink-3)" px="sm" py={4}>
              {t('settings.version', { version })}
            </Text>
          )}
        </Menu.Dropdown>
      </Menu>
      <UnitDialog opened={unitOpen} onClose={() => setUnitOpen(false)} />
      <BackupDialog opened={backupsOpen} onClose={() => setBackupsOpen(false)} />
      <UpdateDialog opened={updateOpen} onClose={() => setUpdateOpen(false)} />
      <ActivityDialog opened={activityOpen} onClose={() => setActivityOpen(false)} />
    </>
  );
}

function Chosen({ when }: { when: boolean }) {
  return (
    <span aria-hidden="true" style={{ display: 'inline-block', width: '1em' }}>
      {when ? '✓' : ''}
    </span>
  );
}
