/** Source and note of one cell; saved when the field is left or Enter is pressed. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import type { Remarks, TableCell } from './cell-changes.ts';
import { writeRemarks } from './number-acts.ts';

/** Lengths that the tables take; observationSchema. */
const longestSource = 120;
const longestNote = 500;
const longestEvidence = 200;

/** Give it a key of indicator and year, so that another cell begins with its own texts. */
export function RemarkFields({ cell }: { cell: TableCell }) {
  const { t } = useTranslation('data');
  const saved = useReportSession((session) => session.book.cell(cell.indicator.id, cell.year));
  const [draft, setDraft] = useState<Partial<Remarks>>({});
  const source = draft.source ?? saved.source;
  const note = draft.note ?? saved.note;
  const evidence = draft.evidence ?? saved.evidence;
  const undoes = Object.keys(draft).length === 0 ? 'report' : undefined;
  const save = () => {
    setDraft({});
    writeRemarks(cell, { source: source.trim(), note: note.trim(), evidence: evidence.trim() });
  };
  return (
    <div className="data-remarks">
      <TextInput
        size="xs"
        data-undo={undoes}
        label={t('details.source')}
        placeholder={t('details.sourcePlaceholder')}
        maxLength={longestSource}
        value={source}
        onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
          if (event.key === 'Escape') setDraft({});
        }}
        onBlur={save}
      />
      <TextInput
        size="xs"
        data-undo={undoes}
        label={t('details.evidence')}
        placeholder={t('details.evidencePlaceholder')}
        maxLength={longestEvidence}
        value={evidence}
        onChange={(event) => setDraft({ ...draft, evidence: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
          if (event.key === 'Escape') setDraft({});
        }}
        onBlur={save}
      />
      <Textarea
        size="xs"
        data-undo={undoes}
        label={t('details.note')}
        placeholder={t('details.notePlaceholder')}
        maxLength={longestNote}
        autosize
        minRows={2}
        maxRows={5}
        value={note}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
        onBlur={save}
      />
    </div>
  );
}
