/** The list from which one thing is chosen in place of a word in a row; open at once, and gone when left. */
import { Select, type SelectProps } from '@mantine/core';
import styles from './bind.module.css';

interface ChoiceSelectProps {
  label: string;
  placeholder: string;
  nothingFound: string;
  data: NonNullable<SelectProps['data']>;
  onChoose: (value: string | null) => void;
  onCancel: () => void;
}

export function ChoiceSelect({
  label,
  placeholder,
  nothingFound,
  data,
  onChoose,
  onCancel,
}: ChoiceSelectProps) {
  return (
    <Select
      aria-label={label}
      className={styles.select ?? ''}
      size="xs"
      autoFocus
      defaultDropdownOpened
      searchable
      allowDeselect={false}
      placeholder={placeholder}
      nothingFoundMessage={nothingFound}
      value={null}
      data={data}
      onChange={onChoose}
      onBlur={onCancel}
    />
  );
}
