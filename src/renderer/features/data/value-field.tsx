/** One number of the tables as a field: Enter or leaving it saves, text that is no number stays and is explained. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exactEntryText } from '../../../shared/domain/cell-input.ts';
import { useReportSession } from '../../app/report-session.ts';
import { errorSentence } from '../../i18n/index.ts';
import type { TableCell } from './cell-changes.ts';
import { dropRejected, typeTexts } from './number-acts.ts';
import { rejectedStore } from './rejected-store.ts';
import { rejectedTextIn } from './rejected-texts.ts';

/** Give it a key of indicator and year, so that another cell begins with its own text. */
export function ValueField({ cell, label }: { cell: TableCell; label: string }) {
  const { t } = useTranslation('data');
  const saved = useReportSession((session) => session.book.cell(cell.indicator.id, cell.year));
  const rejected = useStore(rejectedStore, ({ all }) => rejectedTextIn(all, cell));
  const [draft, setDraft] = useState<string | null>(null);
  const shown = rejected?.text ?? exactEntryText(saved.entry, cell.indicator, t('notApplicable'));
  const save = () => {
    setDraft(null);
    if (draft !== null && draft !== shown) typeTexts([{ ...cell, text: draft }]);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      classNames={{ input: 'data-value-input' }}
      rightSection={<span className="data-faint">{cell.indicator.unit}</span>}
      rightSectionWidth={44}
      data-state={saved.state}
      data-undo={draft === null ? 'report' : undefined}
      autoComplete="off"
      spellCheck={false}
      value={draft ?? shown}
      error={rejected !== undefined && draft === null ? errorSentence(rejected.failure) : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') {
          setDraft(null);
          if (rejected !== undefined) dropRejected(cell);
        }
      }}
    />
  );
}
