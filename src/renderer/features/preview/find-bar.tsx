/** 查找: words in the pages, opened by Ctrl+F; the desktop window has no such bar of its own. */
import { ActionIcon, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './preview.module.css';
import { useFind } from './use-find.ts';

export interface FindBarProps {
  desk: HTMLElement | null;
  /** The desk has been scrolled to a place. */
  onShown: () => void;
  onClose: () => void;
}

export function FindBar({ desk, onShown, onClose }: FindBarProps) {
  const { t } = useTranslation('preview');
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { found, next, previous } = useFind(desk, words, onShown);
  useEffect(() => field.current?.focus(), []);
  return (
    <search className={styles.find}>
      <TextInput
        ref={field}
        size="xs"
        w="12rem"
        autoComplete="off"
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter') (event.shiftKey ? previous : next)();
        }}
      />
      <output className={styles.found}>
        {words !== '' &&
          (found.count === 0 ? t('find.none') : t('find.found', { ...found, index: found.index + 1 }))}
      </output>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('find.previous')}
        title="Shift+Enter"
        onClick={previous}
      >
        <span aria-hidden="true">↑</span>
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('find.next')} title="Enter" onClick={next}>
        <span aria-hidden="true">↓</span>
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('find.close')} title="Esc" onClick={onClose}>
        <span aria-hidden="true">×</span>
      </ActionIcon>
    </search>
  );
}
