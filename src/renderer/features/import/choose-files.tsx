import { Button, FileButton, Paper, Stack, Text, Title } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done, type Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './import.module.css';
import type { ChosenFile } from './import-queue.ts';

/** What the picker offers; the core judges a file by its bytes and says so if it cannot read it. */
const readable = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.ofd';

export function chosenFiles(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ name: file.name, receive: () => receiveFile(file) }));
}

interface AskForFilesProps {
  onFiles: (files: ChosenFile[]) => void;
  onFailure: (failure: Failure) => void;
  label: string;
  quiet?: boolean;
}

/** The system's dialog where the door has one, which gives one file at a time, else the page's file field. */
export function AskForFiles({ onFiles, onFailure, label, quiet = false }: AskForFilesProps) {
  const { t } = useTranslation('import');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const look = quiet ? ({ size: 'compact-sm', variant: 'default' } as const) : {};

  const ask = async () => {
    const outcome = await call('host.chooseFile', {});
    if (!outcome.ok) return onFailure(outcome.error);
    const { file } = outcome.value;
    if (file) onFiles([{ name: file.name, receive: async () => done(file) }]);
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
      multiple
      onChange={(files) => onFiles(chosenFiles(files))}
      accept={readable}
      inputProps={{ 'aria-label': t('fileLabel') }}
    >
      {(props) => (
        <Button {...props} {...look}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}

/** Choosing or dropping one file or many. */
export function ChooseFiles({ onFiles }: { onFiles: (files: ChosenFile[]) => void }) {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles(chosenFiles(event.dataTransfer.files));
  };

  return (
    <Paper
      component="section"
      aria-label={t('drop')}
      className={styles.drop ?? ''}
      data-over={over || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm">
        <Title order={2} fz="lg">
          {t('drop')}
        </Title>
        <Text c="var(--ink-2)" fz="sm" ta="center">
          {t('dropText')}
        </Text>
        <AskForFiles label={t('choose')} onFiles={onFiles} onFailure={setFailure} />
        {failure && <FailureNote failure={failure} />}
      </Stack>
    </Paper>
  );
}
