/** The system's dialog where the door has one, else the page's file field; several files at once in both. */
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isHandedIn } from '../../../shared/domain/exchange/handed-in.ts';
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

  const askForFiles = async () => {
    const outcome = await call('host.chooseWorkbooks', {});
    setFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok) onFiles(outcome.value.files.map(handedFile));
  };
  const askForFolder = async () => {
    const outcome = await call('host.chooseFolder', {});
    setFailure(outcome.ok ? null : outcome.error);
    const grant = outcome.ok ? outcome.value.grant : null;
    if (grant !== null) onFiles([handedFile({ grant, name: '' })]);
  };
  const handOver = (files: readonly File[]) =>
    onFiles(files.map((file) => ({ name: file.name, receive: () => receiveFile(file) })));
  const handOverFolder = (files: readonly File[]) => {
    const sheets = files.filter(({ name }) => isHandedIn(name));
    const [first] = files;
    const folder = first?.webkitRelativePath.split('/')[0] ?? '';
    setFailure(
      sheets.length > 0 || first === undefined
        ? null
        : { code: 'exchange.emptyFolder', parameters: { name: folder } },
    );
    handOver(sheets);
  };

  if (nativeDialogs) {
    return (
      <>
        <Button {...look} onClick={() => void askForFiles()}>
          {label}
        </Button>
        <Button variant="default" disabled={disabled} onClick={() => void askForFolder()}>
          {t('collect.folder')}
        </Button>
        {failure && <FailureNote failure={failure} />}
      </>
    );
  }
  return (
    <>
      <FileButton
        multiple
        onChange={handOver}
        accept=".xlsx,.xlsm,.xls,.et"
        inputProps={{ 'aria-label': t('collect.choose') }}
      >
        {(props) => (
          <Button {...props} {...look}>
            {label}
          </Button>
        )}
      </FileButton>
      <FileButton multiple onChange={handOverFolder} inputProps={folderField(t('collect.folder'))}>
        {(props) => (
          <Button {...props} variant="default" disabled={disabled}>
            {t('collect.folder')}
          </Button>
        )}
      </FileButton>
      {failure && <FailureNote failure={failure} />}
    </>
  );
}

/** The attribute is every browser's, though not React's types': the field asks for a folder and gives all files in it. */
function folderField(label: string) {
  return { 'aria-label': label, webkitdirectory: '' };
}
