/** The system's dialog where the door has one, else the page's file field; several files at once in both. */
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type HandedFile, handedFile } from './collect-store.ts';

interface AskForWorkbooksProps {
  quiet: boolean;
  disabled: boolean;
  onFiles: (files: HandedFile[]) => void;
}

export function AskForWorkbooks({ quiet, disabled, onFiles }: AskForWorkbooksProps) {
  const { t } = useTranslation('exchange');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = { variant: quiet ? 'default' : 'filled', disabled } as const;
  const label = t(quiet ? 'collect.more' : 'collect.choose');

  const ask = async () => {
    const outcome = await call('host.chooseWorkbooks', {});
    setFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok) onFiles(outcome.value.files.map(handedFile));
  };

  if (nativeDialogs) {
    return (
      <>
        <Button {...look} onClick={() => void ask()}>
          {label}
        </Button>
        {failure && <FailureNote failure={failure} />}
      </>
    );
  }
  return (
    <FileButton
      multiple
      onChange={(files) =>
        onFiles(files.map((file) => ({ name: file.name, receive: () => receiveFile(file) })))
      }
      accept=".xlsx,.xlsm,.xls,.et"
      inputProps={{ 'aria-label': t('collect.choose') }}
    >
      {(props) => (
        <Button {...props} {...look}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
