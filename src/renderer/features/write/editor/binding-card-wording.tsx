/** The words of a phrase at this place: what it begins with, and what it says when the number rises, falls or stays. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usualWording } from '../../../../shared/domain/binding/wording.ts';
import { type FormatOf, type Wording, wordingSchema } from '../../../../shared/domain/binding-format.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import styles from './binding-card.module.css';
import { DraftInput } from './draft-input.tsx';

type PhraseFormat = FormatOf<'growth' | 'change'>;

export interface CardWordingProps {
  format: PhraseFormat;
  indicator: Indicator;
  text: string;
  onFormat: (format: PhraseFormat) => void;
}

const lengths = { prefix: 20, up: 20, down: 20, same: 30, nearly: 30, doubled: 20, first: 30 } as const;
const fields = ['prefix', 'up', 'down', 'same', 'nearly', 'doubled', 'first'] as const;
const exampled = ['prefix', 'doubled', 'first'] as const;

export function CardWording({ format, indicator, text, onFormat }: CardWordingProps) {
  const { t } = useTranslation('format');
  const [opened, setOpened] = useState(format.wording !== undefined);
  const usual = usualWording(format.style, indicator);
  const words = format.wording ?? usual;
  const change = (field: keyof Wording, typed: string): string | null => {
    const changed = wordingSchema.safeParse({ ...words, [field]: typed });
    if (!changed.success) return t('wording.required');
    const isUsual = fields.every((one) => changed.data[one] === usual[one]);
    onFormat(isUsual ? { style: format.style } : { style: format.style, wording: changed.data });
    return null;
  };
  const placeholder = (field: (typeof fields)[number]) => {
    const example = exampled.find((one) => one === field);
    return example === undefined ? '' : t(`wording.example.${example}`);
  };
  return (
    <div className={styles.wording}>
      <Group gap="xs">
        <Button variant="subtle" size="compact-xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t(opened ? 'wording.close' : 'wording.open')}
        </Button>
        {format.wording !== undefined && (
          <Button variant="subtle" size="compact-xs" onClick={() => onFormat({ style: format.style })}>
            {t('wording.usual')}
          </Button>
        )}
      </Group>
      {opened && (
        <>
          <div className={styles.parameters}>
            {fields.map((field) => (
              <DraftInput
                key={field}
                label={t(`wording.${field}`)}
                placeholder={placeholder(field)}
                value={words[field]}
                maxLength={lengths[field]}
                onDraft={(typed) => change(field, typed)}
              />
            ))}
          </div>
          {text !== '' && (
            <p className={styles.label} aria-live="polite">
              {t('wording.now', { text })}
            </p>
          )}
        </>
      )}
    </div>
  );
}
