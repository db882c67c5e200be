import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '../../shared/domain/written-date.ts';
import { parseWrittenDate } from './written-date.ts';

interface DateFieldProps {
  label: string;
  /** ISO date; null while it is open. */
  value: string | null;
  readOnly: boolean;
  onChange: (value: string | null) => void;
}

/** A date typed as it will be printed, in whatever way people write it; understood when the field is left. */
export function DateField({ label, value, readOnly, onChange }: DateFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : writtenDate(value));
  const wrong = typed !== null && typed.trim() !== '' && parseWrittenDate(typed) === null;
  const [left, setLeft] = useState(false);

  const leave = () => {
    setLeft(true);
    if (typed === null || wrong) return;
    onChange(typed.trim() === '' ? null : parseWrittenDate(typed));
    setTyped(null);
  };

  return (
    <TextInput
      label={label}
      placeholder={t('date.example')}
      value={shown}
      maxLength={20}
      readOnly={readOnly}
      error={wrong && left ? t('date.wrong') : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave();
      }}
    />
  );
}
