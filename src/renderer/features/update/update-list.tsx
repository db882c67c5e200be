/** The update files on the sticks: what each brings, and whether it can be taken. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FoundUpdate, MethodOutput } from '../../../shared/contract.ts';
import { errorSentence } from '../../i18n/index.ts';
import styles from './update-list.module.css';

interface UpdateListProps {
  found: MethodOutput<'update.find'>;
  onTake: (grant: string) => void;
}

export function UpdateList({ found, onTake }: UpdateListProps) {
  const { t } = useTranslation('update');
  if (found.updates.length === 0) {
    return <Text fz="sm">{t(found.drives === 0 ? 'noDrive' : 'noFile')}</Text>;
  }
  return (
    <ul className={styles.list} aria-label={t('list')}>
      {found.updates.map((update) => (
        <li key={update.grant} className={styles.row}>
          <UpdateRow update={update} onTake={() => onTake(update.grant)} />
        </li>
      ))}
    </ul>
  );
}

function UpdateRow({ update, onTake }: { update: FoundUpdate; onTake: () => void }) {
  const { t } = useTranslation('update');
  const { drive, name, version, notes, refusal } = update;
  const size = (update.size / 1024 / 1024).toFixed(1);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2}>
        <Text fz="sm" fw={600}>
          {version === null ? t('unknown') : t('found', { version })}
        </Text>
        <Text fz="xs" c="var(--ink-2)" className={styles.place}>
          {t('place', { drive, name, size })}
        </Text>
        {notes && (
          <Text fz="sm" className={styles.notes}>
            {notes}
          </Text>
        )}
        {refusal && <Text fz="sm">{errorSentence(refusal)}</Text>}
      </Stack>
      {refusal === null && (
        <Button onClick={onTake} aria-label={t('takeNamed', { version: version ?? '' })}>
          {t('take')}
        </Button>
      )}
    </Group>
  );
}
