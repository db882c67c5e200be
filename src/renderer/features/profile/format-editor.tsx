/** One format: its values beside a drawing of the page, and what in them does not go together. */
import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormatProfile, formatProfileSchema } from '../../../shared/domain/format-profile-schema.ts';
import { notify } from '../../app/notices.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useHistoryKeys } from '../../components/use-history-keys.ts';
import { formatDesk, useFormats } from './format-desk.ts';
import { freeName, type ListedFormat } from './format-store.ts';
import { PageDrawing } from './page-drawing.tsx';
import { PageSection } from './page-section.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './profile.module.css';
import { TypeSection } from './type-section.tsx';

export function FormatEditor({ format, title }: { format: ListedFormat; title: string }) {
  const { t } = useTranslation('profile');
  const { id, name, profile } = format;
  const failure = useFormats((state) => state.failure);
  const readOnly = id === null;

  const change = (field: string, next: FormatProfile): boolean => {
    if (id === null) return false;
    const parsed = formatProfileSchema.safeParse(next);
    if (parsed.success) formatDesk.change(id, field, { name, profile: parsed.data });
    return parsed.success;
  };

  return (
    <div className={styles.editor}>
      <div className={styles.values}>
        <Group justify="space-between" align="flex-end" wrap="nowrap">
          {id === null ? (
            <h2 className={styles.name}>{title}</h2>
          ) : (
            <TextInput
              className={styles.nameField ?? ''}
              label={t('name')}
              value={name}
              maxLength={40}
              error={name.trim() === '' ? t('nameMissing') : undefined}
              onChange={(event) =>
                formatDesk.change(id, 'name', { name: event.currentTarget.value, profile })
              }
            />
          )}
          <EditorActs format={format} title={title} />
        </Group>
        {failure && <FailureNote failure={failure} />}
        {readOnly && (
          <Alert color="gray" variant="light">
            {t('standardFixed')}
          </Alert>
        )}
        <ProblemList format={profile} onRepair={(repaired) => change('repair', repaired)} />
        <PageSection format={profile} change={change} readOnly={readOnly} />
        <TypeSection format={profile} change={change} readOnly={readOnly} />
      </div>
      <aside className={styles.beside} aria-label={t('drawing.title')}>
        <PageDrawing format={profile} />
        {format.usedBy.length > 0 && (
          <div className={styles.usedBy}>
            <Text fz="xs" c="var(--ink-2)">
              {t('usedBy')}
            </Text>
            <ul>
              {format.usedBy.map((used) => (
                <li key={used}>{used}</li>
              ))}
            </ul>
          </div>
        )}
      </aside>
    </div>
  );
}

function EditorActs({ format, title }: { format: ListedFormat; title: string }) {
  const { t } = useTranslation(['profile', 'common']);
  const { id, name, profile } = format;
  const timeline = useFormats((state) => (id === null ? undefined : state.timelines.get(id)));
  const formats = useFormats((state) => state.formats ?? []);
  const undo = useCallback(() => id !== null && formatDesk.undo(id), [id]);
  const redo = useCallback(() => id !== null && formatDesk.redo(id), [id]);
  useHistoryKeys(undo, redo);
  const copy = () => {
    const copied = t('copyOf', { name: id === null ? title : name });
    void formatDesk.create({ name: freeName(copied, formats), profile });
  };
  return (
    <Group gap={6} wrap="nowrap">
      {id !== null && (
        <>
          <Button size="compact-sm" variant="default" disabled={!timeline?.past.length} onClick={undo}>
            {t('common:undo')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!timeline?.future.length} onClick={redo}>
            {t('common:redo')}
          </Button>
        </>
      )}
      <Button size="compact-sm" variant={id === null ? 'filled' : 'default'} onClick={copy}>
        {t('copy')}
      </Button>
      {id !== null && <RemoveButton id={id} name={name} />}
    </Group>
  );
}

function RemoveButton({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('profile');
  const remove = async () => {
    if (!(await formatDesk.remove(id))) return;
    notify({
      tone: 'info',
      message: t('removed', { name }),
      actions: [{ label: t('takeBack'), run: () => void formatDesk.restore(id) }],
    });
  };
  return (
    <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
      {t('remove')}
    </Button>
  );
}
