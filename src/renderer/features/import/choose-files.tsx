import { Paper, Stack, Text, Title } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type ChosenFile, chosenFiles, FilePicker } from '../../components/file-picker.tsx';
import styles from './import.module.css';

/** What the picker offers; the core judges a file by its bytes and says so if it cannot read it. */
const readable = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.ofd';

interface AskForFilesProps {
  onFiles: (files: ChosenFile[]) => void;
  onFailure: (failure: Failure) => void;
  label: string;
  quiet?: boolean;
}

export function AskForFiles({ onFiles, onFailure, label, quiet = false }: AskForFilesProps) {
  const { t } = useTranslation('import');
  return (
    <FilePicker
      multiple
      label={label}
      fieldLabel={t('fileLabel')}
      accept={readable}
      look={quiet ? { size: 'compact-sm', variant: 'default' } : {}}
      onFiles={onFiles}
      onFailure={onFailure}
    />
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
