import { useTranslation } from 'react-i18next';
import { HelpButton } from '../features/help/help-button.tsx';
import { SettingsMenu } from '../features/settings/settings-menu.tsx';
import { Brand } from './brand.tsx';
import styles from './plain-header.module.css';

/** The header outside a report: the brand, the screen's title, the settings. */
export function PlainHeader({ title, subtitle }: { title: string; subtitle?: string }) {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <title>{[title, t('brand')].filter(Boolean).join(' · ')}</title>
      <Brand />
      <h1 className={styles.title}>{title}</h1>
      {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      <span className={styles.space} />
      <HelpButton />
      <SettingsMenu />
    </header>
  );
}
