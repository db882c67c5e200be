/** A format learnt from a sample: choose a file, see beside the standard what was found, keep it under a name. */
import { Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearntFormat } from '../../../shared/domain/learnt-format.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { type ChosenFile, chosenFiles, FilePicker } from '../../components/file-picker.tsx';
import type { ListedFormat } from './format-store.ts';
import { LearntTable } from './learnt-table.tsx';
import styles from './profile.module.css';

type Reading =
  | { kind: 'asking' }
  | { kind: 'reading'; name: string }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'learnt'; name: string; learnt: LearntFormat };

interface LearnPanelProps {
  formats: readonly ListedFormat[];
  onKept: () => void;
}

export function LearnPanel({ formats, onKept }: LearnPanelProps) {
  const { t } = useTranslation('profile');
  const [reading, setReading] = useState<Reading>({ kind: 'asking' });
  /** An answer for a file that is not the last chosen one comes too late. */
  const latest = useRef(0);

  const learn = async ({ name, receive }: ChosenFile) => {
    latest.current += 1;
    const own = latest.current;
    setReading({ kind: 'reading', name });
    const file = await receive();
    const learnt = file.ok ? await call('formatProfile.learn', { grant: file.value.grant }) : file;
    if (latest.current !== own) return;
    setReading(
      learnt.ok ? { kind: 'learnt', name, learnt: learnt.value } : { kind: 'failed', failure: learnt.error },
    );
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = chosenFiles(event.dataTransfer.files);
    if (file) void learn(file);
  };

  const again = reading.kind === 'learnt';
  const ask = (
    <FilePicker
      label={again ? t('learn.another') : t('learn.choose')}
      fieldLabel={t('learn.fileLabel')}
      accept=".docx"
      look={again ? { variant: 'default', size: 'compact-sm' } : {}}
      onFiles={([file]) => file && void learn(file)}
      onFailure={(failure) => setReading({ kind: 'failed', failure })}
    />
  );
  return (
    <section
      className={styles.learn}
      aria-label={t('learn.title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {reading.kind === 'learnt' ? (
        <LearntTable {...reading} formats={formats} onKept={onKept} again={ask} />
      ) : (
        <div className={styles.drop}>
          <h2>{t('learn.title')}</h2>
          <Text fz="sm" c="var(--ink-2)" ta="center">
            {t('learn.text')}
          </Text>
          {reading.kind === 'reading' ? (
            <Text role="status">{t('learn.reading', { name: reading.name })}</Text>
          ) : (
            ask
          )}
          {reading.kind === 'failed' && <FailureNote failure={reading.failure} />}
        </div>
      )}
    </section>
  );
}
