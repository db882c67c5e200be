/** 更新: the version that runs, how this copy comes by another one, and the update files on the sticks. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type Taken, takeUpdate, type UpdateProgress } from './update-acts.ts';
import { UpdateList } from './update-list.tsx';

export function UpdateDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['update', 'common']);
  // While it is under way it stays in sight, with its words about the stick.
  const [busy, setBusy] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={!busy}
      closeOnEscape={!busy}
      closeOnClickOutside={!busy}
      title={t('title')}
      size="44rem"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <UpdateContent onBusy={setBusy} />
    </Modal>
  );
}

function UpdateContent({ onBusy }: { onBusy: (busy: boolean) => void }) {
  const { t } = useTranslation(['update', 'common']);
  const [copy, setCopy] = useState<MethodOutput<'update.describe'> | null>(null);
  const [found, setFound] = useState<MethodOutput<'update.find'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<UpdateProgress | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const slow = useDelayed(found === null && failure === null, 300);

  const look = useCallback(async () => {
    const described = await call('update.describe', {});
    if (!described.ok) return setFailure(described.error);
    const listed = await call('update.find', {});
    if (!listed.ok) return setFailure(listed.error);
    setCopy(described.value);
    setFound(listed.value);
  }, []);
  useEffect(() => {
    void look();
  }, [look]);

  const take = async (grant: string) => {
    setFailure(null);
    setUnsaved(false);
    setProgress({ step: 'checking', part: 0 });
    onBusy(true);
    const outcome = await takeUpdate(grant, setProgress);
    onBusy(false);
    setProgress(null);
    if (outcome === null) setUnsaved(true);
    else if (outcome.ok) setTaken(outcome.value);
    else setFailure(outcome.error);
    await look();
  };

  if (copy === null || found === null) {
    return failure ? <FailureNote failure={failure} /> : slow && <Text fz="sm">{t('common:loading')}</Text>;
  }
  return (
    <Stack gap="sm">
      <Text fz="sm">
        {t('version', { version: copy.version })}
        {t(`manner.${copy.manner}`)}
      </Text>
      {copy.waiting && <Waiting version={copy.waiting} backup={taken?.backup ?? null} />}
      {failure && <FailureNote failure={failure} />}
      {unsaved && (
        <Text fz="sm" role="alert">
          {t('unsaved')}
        </Text>
      )}
      {progress && <Progress progress={progress} />}
      {copy.manner === 'stick' && !progress && !copy.waiting && (
        <>
          <Text fz="sm" c="var(--ink-2)">
            {t('safe')}
          </Text>
          <UpdateList found={found} onTake={(grant) => void take(grant)} />
          <Group>
            <Button variant="default" onClick={() => void look()}>
              {t('look')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Waiting({ version, backup }: { version: string; backup: string | null }) {
  const { t } = useTranslation('update');
  return (
    <Alert color="green" variant="light" role="status" title={t('done', { version })}>
      <Text fz="sm">{t('how')}</Text>
      {backup && (
        <Text fz="sm" c="var(--ink-2)" mt={4}>
          {t('backup', { name: backup })}
        </Text>
      )}
    </Alert>
  );
}

function Progress({ progress }: { progress: UpdateProgress }) {
  const { t } = useTranslation('update');
  return (
    <Stack gap={4}>
      <Text fz="sm" fw={600} role="status">
        {t(`step.${progress.step}`, { percent: Math.floor(progress.part * 100) })}
      </Text>
      <Text fz="sm" c="var(--ink-2)">
        {t('stay')}
      </Text>
    </Stack>
  );
}
