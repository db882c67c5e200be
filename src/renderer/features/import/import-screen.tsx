/** Import: choose files, see and correct what was understood, keep each as the report of its year. */
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { call } from '../../api/client.ts';
import { refreshWorkspace, useFreshWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { chosenFiles } from '../../components/file-picker.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { FileList } from './file-list.tsx';
import styles from './import.module.css';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { createImportQueue, type ImportQueue, type QueuedFile } from './import-queue.ts';

export interface ImportedReport {
  id: string;
  year: number;
  title: string;
}

export function ImportScreen() {
  const { t } = useTranslation('import');
  useFreshWorkspace();
  const [queue] = useState(() => createImportQueue(call));
  const { files, current } = useStore(queue.store);
  const shown = files.find(({ key }) => key === current);

  // Leaving the screen ends what is still being read.
  useEffect(
    () => () => {
      for (const { key } of queue.store.getState().files.toReversed()) queue.stop(key);
    },
    [queue],
  );

  return (
    <Screen header={<PlainHeader title={t('title')} {...(shown && { subtitle: shown.name })} />}>
      <section
        className={styles.screen}
        aria-label={t('title')}
        // A file dropped anywhere is one more to read; the browser must not open it in place of the page.
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          queue.add(chosenFiles(event.dataTransfer.files));
        }}
      >
        {files.length > 1 && <FileList queue={queue} />}
        <div className={styles.shown}>
          {shown === undefined ? (
            <div className={styles.page}>
              <ChooseFiles onFiles={queue.add} />
            </div>
          ) : (
            <ShownFile key={shown.key} file={shown} queue={queue} />
          )}
        </div>
      </section>
    </Screen>
  );
}

function ShownFile({ file, queue }: { file: QueuedFile; queue: ImportQueue }) {
  const { t } = useTranslation('import');
  const { key, name, state } = file;
  switch (state.kind) {
    case 'waiting':
    case 'reading':
      return (
        <div className={styles.page}>
          <Text ta="center" role="status">
            {t(state.kind === 'reading' ? 'reading' : 'waiting', { name })}
          </Text>
          <Button variant="default" mx="auto" onClick={() => queue.stop(key)}>
            {t('stop')}
          </Button>
        </div>
      );
    case 'failed':
      return (
        <div className={styles.page}>
          <FailureNote failure={state.failure}>
            <Button variant="default" size="compact-sm" mt="xs" onClick={() => queue.retry(key)}>
              {t('readAgain')}
            </Button>
          </FailureNote>
          <ChooseFiles onFiles={(chosen) => replaceFailed(queue, key, chosen)} />
        </div>
      );
    case 'ready':
      return <ImportPreview file={file} state={state} queue={queue} onKept={() => void refreshWorkspace()} />;
    case 'done':
      return <ImportDone report={state.report} onAgain={queue.next} />;
  }
}

/** Another file is chosen in the place of one that could not be read. */
function replaceFailed(queue: ImportQueue, key: number, chosen: Parameters<ImportQueue['add']>[0]): void {
  if (chosen.length === 0) return;
  queue.remove(key);
  queue.add(chosen);
}
