/** The backups, newest first; going back to one first says what would change. */
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, ContentCounts } from '../../../shared/contract.ts';
import styles from './backup-list.module.css';
import { countsInWords, differenceInWords, timeInWords } from './backup-words.ts';

interface BackupListProps {
  backups: Backup[];
  present: ContentCounts;
  busy: boolean;
  onRestore: (backup: Backup) => void;
}

export function BackupList({ backups, present, busy, onRestore }: BackupListProps) {
  const { t } = useTranslation('backup');
  const [chosen, setChosen] = useState<string | null>(null);
  if (backups.length === 0) {
    return (
      <Text fz="sm" c="var(--ink-2)">
        {t('none')}
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label={t('list')}>
      {backups.map((backup) => (
        <li key={backup.id} className={styles.row}>
          <div className={styles.head}>
            <div>
              <Text fz="sm" fw={600} component="span">
                {timeInWords(backup.at)}
              </Text>
              <Text fz="xs" c="var(--ink-2)" component="span" ml="xs">
                {t(`reason.${backup.reason}`)}
              </Text>
              <Text fz="xs" c="var(--ink-2)">
                {backup.counts
                  ? countsInWords(backup.counts)
                  : t(backup.state === 'newer' ? 'newer' : 'damaged')}
              </Text>
            </div>
            <BackupAct
              backup={backup}
              busy={busy}
              open={chosen === backup.id}
              onChoose={() => setChosen(backup.id)}
            />
          </div>
          {chosen === backup.id && backup.counts && (
            <Confirmation
              backup={backup}
              difference={differenceInWords(present, backup.counts)}
              busy={busy}
              onCancel={() => setChosen(null)}
              onRestore={() => onRestore(backup)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface BackupActProps {
  backup: Backup;
  busy: boolean;
  open: boolean;
  onChoose: () => void;
}

function BackupAct({ backup, busy, open, onChoose }: BackupActProps) {
  const { t } = useTranslation('backup');
  if (backup.state !== 'good' || open) return null;
  if (backup.sameAsNow) {
    return (
      <Text fz="xs" c="var(--ink-2)">
        {t('same')}
      </Text>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={busy}
      aria-label={t('restoreOf', { time: timeInWords(backup.at) })}
      onClick={onChoose}
    >
      {t('restore')}
    </Button>
  );
}

interface ConfirmationProps {
  backup: Backup;
  difference: string;
  busy: boolean;
  onCancel: () => void;
  onRestore: () => void;
}

function Confirmation({ backup, difference, busy, onCancel, onRestore }: ConfirmationProps) {
  const { t } = useTranslation(['backup', 'common']);
  const time = timeInWords(backup.at);
  // It takes the place of the button that had the focus.
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  return (
    <fieldset className={styles.confirmation}>
      <legend className="visually-hidden">{t('confirm.title', { time })}</legend>
      <Text fz="sm">{t('confirm.safe', { difference })}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={busy} onClick={onRestore} ref={main}>
          {t('confirm.go')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </fieldset>
  );
}
