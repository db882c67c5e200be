/** 手工改写 and 源已变: what a person wrote at a place, why, and which of the two holds once the number has changed. */
import { Alert, Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Override } from '../../../../shared/domain/document.ts';
import styles from './binding-card.module.css';

export type Written = Pick<Override, 'text' | 'reason'>;

export interface OverrideStateProps {
  override: Override;
  /** What the tables have to say at the place now. */
  table: string;
  isChanged: boolean;
  /** Null where nothing may be changed. */
  acts: { onKeep: () => void; onTake: () => void; onEdit: () => void } | null;
}

export function OverrideState({ override, table, isChanged, acts }: OverrideStateProps) {
  const { t } = useTranslation('format');
  const said = (text: string) => text || t('override.none');
  return (
    <Alert
      mt={8}
      p="xs"
      variant="light"
      color={isChanged ? 'red' : 'indigo'}
      title={isChanged ? t('override.changed') : undefined}
    >
      <div className={styles.told}>
        {isChanged
          ? t('override.was', { was: said(override.instead), now: said(table), text: override.text })
          : t('override.now', { table: said(table) })}
      </div>
      <div className={styles.label}>{t('override.why', { reason: override.reason })}</div>
      {acts && (
        <Group gap="xs" mt={6}>
          {isChanged ? (
            <>
              <Button size="compact-xs" data-autofocus onClick={acts.onTake}>
                {t('override.take')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={acts.onKeep}>
                {t('override.keep')}
              </Button>
            </>
          ) : (
            <Button size="compact-xs" variant="default" onClick={acts.onTake}>
              {t('override.remove')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={acts.onEdit}>
            {t('override.edit')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

export interface OverrideFormProps {
  table: string;
  written: Written | null;
  onSave: (written: Written) => void;
  onCancel: () => void;
}

/** Both the words and the reason are asked for: somebody will answer for a number that is in no table. */
export function OverrideForm({ table, written, onSave, onCancel }: OverrideFormProps) {
  const { t } = useTranslation('format');
  const [text, setText] = useState(written?.text ?? '');
  const [reason, setReason] = useState(written?.reason ?? '');
  const isComplete = text.trim() !== '' && reason.trim() !== '';
  return (
    <form
      className={styles.override}
      aria-label={t('override.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onSave({ text: text.trim(), reason: reason.trim() });
      }}
    >
      <div className={styles.label}>{t('override.table', { text: table || t('override.none') })}</div>
      <TextInput
        size="xs"
        label={t('override.text')}
        value={text}
        maxLength={60}
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        label={t('override.reason')}
        placeholder={t('override.reasonExample')}
        value={reason}
        maxLength={200}
        autosize
        minRows={2}
        maxRows={4}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" disabled={!isComplete}>
          {t('override.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('override.cancel')}
        </Button>
      </Group>
    </form>
  );
}
