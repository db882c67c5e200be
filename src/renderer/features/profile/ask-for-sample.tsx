import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantedFile } from '../../../shared/contract.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { useWorkspace } from '../../app/workspace.ts';

interface AskForSampleProps {
  /** A file has been chosen before. */
  again: boolean;
  onFile: (name: string, receive: () => Promise<Outcome<GrantedFile>>) => void;
  onFailure: (failure: Failure) => void;
}

/** The system's dialog where the door has one, else the page's file field. */
export function AskForSample({ again, onFile, onFailure }: AskForSampleProps) {
  const { t } = useTranslation('profile');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const look = again ? ({ variant: 'default', size: 'compact-sm' } as const) : {};
  const label = again ? t('learn.another') : t('learn.choose');

  const ask = async () => {
    const outcome = await call('host.chooseFile', {});
    if (!outcome.ok) return onFailure(outcome.error);
    const { file } = outcome.value;
    if (file) onFile(file.name, async () => done(file));
  };

  if (nativeDialogs) {
    return (
      <Button {...look} onClick={() => void ask()}>
        {label}
      </Button>
    );
  }
  return (
    <FileButton
      onChange={(file) => file && onFile(file.name, () => receiveFile(file))}
      accept=".docx"
      inputProps={{ 'aria-label': t('learn.fileLabel') }}
    >
      {(props) => (
        <Button {...props} {...look}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
