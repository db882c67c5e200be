import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '../../shared/domain/written-date.ts';
import { parseWrittenDate } from './written-date.ts';

interface DateFieldProps {
  label: string;
  /** Of the field on the page. */
  name?: string;
  /** ISO date; null while it is open. */
  value: string | null;
  readOnly: boolean;
  onChange: (value: string | null) => void;
  /** An example of the notation, unless something else is said. */
  placeholder?: string;
  /** A day that one click puts in, in place of whatever is being typed. */
  shortcut?: { label: string; description: string; day: () => string };
  classNames?: NonNullable<TextInputProps['classNames']>;
}

/** A date typed as it will be printed, in whatever way people write it; understood when the field is left. */
export function DateField(props: DateFieldProps) {
  const { label, name: fieldName, value, readOnly, onChange, placeholder, shortcut, classNames } = props;
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

  const takeButton = ({ label: name, description, day }: NonNullable<DateFieldProps['shortcut']>) => (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={description}
      mr={4}
      onClick={() => {
        setTyped(null);
        onChange(day());
      }}
    >
      {name}
    </Button>
  );

  return (
    <TextInput
      label={label}
      {...(fieldName !== undefined && { name: fieldName })}
      placeholder={placeholder ?? t('date.example')}
      {...(shortcut && !readOnly && { rightSection: takeButton(shortcut), rightSectionWidth: 'auto' })}
      {...(classNames !== undefined && { classNames })}
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
