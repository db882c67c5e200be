/** The chosen files, each with its state; a click shows one, another file may be added at any time. */
import { Button, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Failure } from '../../../shared/errors.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { errorSentence } from '../../i18n/index.ts';
import { AskForFiles } from './choose-files.tsx';
import styles from './file-list.module.css';
import type { ImportQueue, QueuedFile } from './import-queue.ts';

const settledKinds: readonly string[] = ['ready', 'failed', 'done'];

export function FileList({ queue }: { queue: ImportQueue }) {
  const { t } = useTranslation('import');
  const { files, current } = useStore(queue.store);
  const [failure, setFailure] = useState<Failure | null>(null);
  const settled = files.filter(({ state }) => settledKinds.includes(state.kind)).length;

  const stopAll = () => {
    for (const { key } of files.toReversed()) queue.stop(key);
  };

  return (
    <section className={styles.list} aria-label={t('files.label')}>
      <div className={styles.head} role="status">
        {settled < files.length ? (
          <>
            <Text fz="sm">{t('files.progress', { settled, count: files.length })}</Text>
            <Progress
              size="sm"
              color="teal"
              value={(settled / files.length) * 100}
              aria-label={t('files.label')}
            />
            <Button size="compact-sm" variant="default" onClick={stopAll}>
              {t('files.stopAll')}
            </Button>
          </>
        ) : (
          <Text fz="sm">{t('files.count', { count: files.length })}</Text>
        )}
      </div>
      <ol className={styles.files}>
        {files.map((file) => (
          <ListedFile key={file.key} file={file} current={file.key === current} queue={queue} />
        ))}
      </ol>
      <div className={styles.foot}>
        <AskForFiles quiet label={t('files.add')} onFiles={queue.add} onFailure={setFailure} />
        {failure && <FailureNote failure={failure} />}
      </div>
    </section>
  );
}

function ListedFile({ file, current, queue }: { file: QueuedFile; current: boolean; queue: ImportQueue }) {
  const { t } = useTranslation('import');
  const { key, name, state } = file;
  const isUnderWay = state.kind === 'waiting' || state.kind === 'reading';
  return (
    <li className={styles.file} data-current={current || undefined}>
      <button
        type="button"
        className={styles.name}
        aria-current={current || undefined}
        title={name}
        onClick={() => queue.show(key)}
      >
        <span>{name}</span>
        <span className={styles.state} data-state={state.kind}>
          {state.kind === 'failed'
            ? errorSentence(state.failure)
            : t(`files.state.${state.kind}`, { year: state.kind === 'done' ? state.report.year : '' })}
        </span>
      </button>
      {isUnderWay && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('files.stopOne', { name })}
          onClick={() => queue.stop(key)}
        >
          {t('stop')}
        </Button>
      )}
    </li>
  );
}
