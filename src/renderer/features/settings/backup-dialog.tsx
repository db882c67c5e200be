/** 备份与恢复: the backups there are, one more now, a copy elsewhere, and the way back. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, MethodOutput } from '../../../shared/contract.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { makeBackup, restoreBackup, saveEverything } from './backup-acts.ts';
import { BackupList } from './backup-list.tsx';
import { countsInWords, warningInWords } from './backup-words.ts';
import { CopyAway } from './copy-away.tsx';
import { OutsideCopy } from './outside-copy.tsx';

export type Act = 'make' | 'copy' | 'restore';
/** Carries one act out, and tells what came of it. */
export type RunAct = (
  act: Act,
  work: () => Promise<Outcome<string | null>>,
) => Promise<Outcome<string | null>>;

export function BackupDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="50rem"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <BackupContent onClose={onClose} />
    </Modal>
  );
}

function BackupContent({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common']);
  const [listed, setListed] = useState<MethodOutput<'backup.list'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const slow = useDelayed(listed === null && failure === null, 300);

  const refresh = useCallback(async () => {
    await saveEverything();
    const outcome = await call('backup.list', {});
    if (outcome.ok) setListed(outcome.value);
    else setFailure(outcome.error);
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const run: RunAct = async (act, work) => {
    setBusy(act);
    setFailure(null);
    setMessage(null);
    const outcome = await work();
    setBusy(null);
    if (outcome.ok) setMessage(outcome.value);
    else setFailure(outcome.error);
    return outcome;
  };

  const restore = async (backup: Backup) => {
    const outcome = await run('restore', () => restoreBackup(backup));
    if (outcome.ok && outcome.value === null) onClose();
    else await refresh();
  };

  return (
    <Stack gap="sm">
      <Text fz="sm" c="var(--ink-2)">
        {t('intro')}
      </Text>
      {listed?.warning && (
        <Alert color="official" variant="light" role="alert">
          <Text fz="sm">{warningInWords(listed.warning)}</Text>
        </Alert>
      )}
      <Group gap="xs">
        <Button
          loading={busy === 'make'}
          disabled={busy !== null}
          onClick={() => void run('make', makeBackup).then(refresh)}
        >
          {t('make')}
        </Button>
      </Group>
      <CopyAway busy={busy} run={(act, work) => run(act, work).finally(refresh)} />
      {message && (
        <Text fz="sm" role="status">
          {message}
        </Text>
      )}
      {failure && <FailureNote failure={failure} />}
      {slow && <Text fz="sm">{t('common:loading')}</Text>}
      {listed && (
        <>
          <Text fz="sm">{t('present', { counts: countsInWords(listed.present) })}</Text>
          <BackupList
            backups={listed.backups}
            present={listed.present}
            busy={busy !== null}
            onRestore={(backup) => void restore(backup)}
          />
          <OutsideCopy present={listed.present} busy={busy} run={run} onRestored={onClose} />
          <Text fz="xs" c="var(--ink-3)" style={{ overflowWrap: 'anywhere' }}>
            {t('folder', { path: listed.folder })}
          </Text>
        </>
      )}
    </Stack>
  );
}
