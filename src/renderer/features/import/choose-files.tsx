import { Button, FileButton, Paper, Stack, Text, Title } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedFile } from '../../../shared/contract.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { receiveFile } from '../../api/files.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './import.module.css';

const readable = '.docx,.txt';

interface ChooseFileProps {
  onFile: (name: string, receive: () => Promise<Outcome<GrantedFile>>) => void;
}

/** The system's dialog where the door has one, else the page's file field; dropping a file works in both. */
export function ChooseFile({ onFile }: ChooseFileProps) {
  const { t } = useTranslation('import');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const take = (file: File | null | undefined) => {
    if (file) onFile(file.name, () => receiveFile(file));
  };
  const ask = async () => {
    const outcome = await call('host.chooseFile', {});
    if (!outcome.ok) return setFailure(outcome.error);
    const { file } = outcome.value;
    if (file) onFile(file.name, async () => done(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <Paper
      component="section"
      aria-label={t('title')}
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
        <Text c="var(--ink-2)" fz="sm">
          {t('dropText')}
        </Text>
        {nativeDialogs ? (
          <Button onClick={() => void ask()}>{t('choose')}</Button>
        ) : (
          <FileButton onChange={take} accept={readable} inputProps={{ 'aria-label': t('fileLabel') }}>
            {(props) => <Button {...props}>{t('choose')}</Button>}
          </FileButton>
        )}
        {failure && <FailureNote failure={failure} />}
      </Stack>
    </Paper>
  );
}
