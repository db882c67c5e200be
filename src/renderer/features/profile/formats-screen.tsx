/** 格式: the formats of recipients; the national standard is the first and the model of all others. */
import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatProblems } from '../../../shared/domain/format-problems.ts';
import { useFreshWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import { formatDesk, useFormats } from './format-desk.ts';
import { FormatEditor } from './format-editor.tsx';
import type { ListedFormat } from './format-store.ts';
import { LearnPanel } from './learn-panel.tsx';
import styles from './profile.module.css';

export function FormatsScreen() {
  const { t } = useTranslation('profile');
  useFreshWorkspace();
  const formats = useFormats((state) => state.formats);
  const failure = useFormats((state) => state.failure);
  const selectedId = useFormats((state) => state.selectedId);
  const [learning, setLearning] = useState(false);

  useEffect(() => {
    void formatDesk.load();
    return () => void formatDesk.flush();
  }, []);

  const selected = formats?.find(({ id }) => id === selectedId) ?? formats?.[0];
  const titleOf = ({ id, name }: ListedFormat) => (id === null ? t('national') : name);

  return (
    <Screen header={<PlainHeader title={t('title')} />}>
      <div className={styles.screen}>
        <nav className={styles.list} aria-label={t('list')}>
          {(formats ?? []).map((format) => (
            <button
              key={format.id ?? ''}
              type="button"
              className={styles.entry}
              aria-current={!learning && format === selected ? 'true' : undefined}
              onClick={() => {
                setLearning(false);
                formatDesk.select(format.id);
              }}
            >
              <span>{titleOf(format) || t('unnamed')}</span>
              <FormatNote format={format} />
            </button>
          ))}
          <Button variant="default" mt="sm" onClick={() => setLearning(true)}>
            {t('learn.open')}
          </Button>
          <SaveNote />
        </nav>
        {learning ? (
          <LearnPanel formats={formats ?? []} onKept={() => setLearning(false)} />
        ) : selected ? (
          <FormatEditor key={selected.id ?? ''} format={selected} title={titleOf(selected)} />
        ) : (
          failure && <FailureNote failure={failure} />
        )}
      </div>
    </Screen>
  );
}

function FormatNote({ format }: { format: ListedFormat }) {
  const { t } = useTranslation('profile');
  const unsaved =
    formatProblems(format.profile).length > 0 || (format.id !== null && format.name.trim() === '');
  if (unsaved) return <small data-problem>{t('unsaved')}</small>;
  if (format.id === null) return <small>{t('nationalNote')}</small>;
  return <small>{t('usedByCount', { count: format.usedBy.length })}</small>;
}

/** Whether what was changed has been kept. */
function SaveNote() {
  const { t } = useTranslation(['profile', 'common']);
  const saveState = useFormats((state) => state.saveState);
  const unsaved = useFormats((state) =>
    (state.formats ?? []).some(({ profile }) => formatProblems(profile).length > 0),
  );
  const words = () => {
    if (unsaved) return t('savedLater');
    if (saveState.kind === 'failed') return t('notSaved');
    return t('common:save.idle');
  };
  return (
    <Text
      fz="xs"
      data-state={unsaved ? 'failed' : saveState.kind}
      c={unsaved || saveState.kind === 'failed' ? 'var(--amber)' : 'var(--ink-3)'}
      role="status"
    >
      {words()}
    </Text>
  );
}
