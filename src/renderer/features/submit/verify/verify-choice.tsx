/** What is to be verified: a drive, a folder, or one .zip. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { type ChosenFile, FilePicker } from '../../../components/file-picker.tsx';
import { driveName } from '../hand-in/targets.ts';
import { useDrives } from '../hand-in/use-drives.ts';
import { tellUnread, verify } from './verify-store.ts';

export function VerifyChoice() {
  const { t } = useTranslation('submission');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const { list } = useDrives(true);
  const [failure, setFailure] = useState<Failure | null>(null);

  const askForFolder = async () => {
    const outcome = await call('host.chooseFolder', {});
    setFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok && outcome.value.grant !== null) {
      await verify({ grant: outcome.value.grant, name: outcome.value.path });
    }
  };
  const take = async (file: ChosenFile | undefined) => {
    const received = await file?.receive();
    if (received === undefined) return;
    setFailure(null);
    if (received.ok) await verify(received.value);
    else tellUnread(received.error);
  };

  return (
    <Stack gap="sm">
      <Text fz="sm" c="var(--ink-2)">
        {t('verify.text')}
      </Text>
      <Group gap="xs">
        {(list ?? [])
          .filter(({ busy }) => !busy)
          .map((drive) => (
            <Button
              key={drive.grant}
              onClick={() => void verify({ grant: drive.grant, name: driveName(drive) })}
            >
              {t('verify.drive', { name: driveName(drive) })}
            </Button>
          ))}
        {nativeDialogs && (
          <Button variant="default" onClick={() => void askForFolder()}>
            {t('verify.folder')}
          </Button>
        )}
        <FilePicker
          dialog="host.chooseArchive"
          label={t('verify.archive')}
          fieldLabel={t('verify.archive')}
          accept=".zip,.mima"
          look={{ variant: 'default' }}
          onFiles={([file]) => void take(file)}
          onFailure={setFailure}
        />
      </Group>
      {list?.length === 0 && (
        <Text fz="xs" c="var(--ink-2)">
          {t('verify.noDrive')}
        </Text>
      )}
      {failure && <FailureNote failure={failure} />}
    </Stack>
  );
}
