/** «第 3 页 / 共 12 页»: the page in sight, and the way to another one. */
import { ActionIcon, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './preview.module.css';

export interface PageJumpProps {
  /** Of the page in sight, from 0. */
  index: number;
  count: number;
  onJump: (index: number) => void;
}

/** The page that was typed, within the pages there are; null for what is no number. */
export function typedPage(text: string, count: number): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(digits) ? Math.min(count, Math.max(1, Number(digits))) - 1 : null;
}

export function PageJump({ index, count, onJump }: PageJumpProps) {
  const { t } = useTranslation('preview');
  const [typed, setTyped] = useState<string | null>(null);
  if (count === 0) return null;
  const jump = () => {
    const wanted = typedPage(typed ?? '', count);
    if (wanted !== null) onJump(wanted);
    setTyped(null);
  };
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault();
        jump();
      }}
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('page.previous')}
        disabled={index === 0}
        onClick={() => onJump(index - 1)}
      >
        <span aria-hidden="true">‹</span>
      </ActionIcon>
      <span>{t('page.before')}</span>
      <TextInput
        size="xs"
        w="3.25rem"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('page.jump')}
        value={typed ?? String(index + 1)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={jump}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span>{t('page.after', { count })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('page.next')}
        disabled={index >= count - 1}
        onClick={() => onJump(index + 1)}
      >
        <span aria-hidden="true">›</span>
      </ActionIcon>
    </form>
  );
}
