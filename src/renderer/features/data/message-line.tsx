/** The line under the grid: what is being typed will be, what the latest act did and left out, or else the keys. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReportSession } from '../../app/report-session.ts';
import { errorSentence } from '../../i18n/index.ts';
import type { ActNotice } from './act-words.ts';
import type { TableCell } from './cell-changes.ts';
import type { DataWords } from './cell-words.ts';
import { typedText } from './typed-text.ts';
import { type TypingPreview, typingPreview } from './typing-preview.ts';

export interface MessageLineProps {
  id: string;
  /** The cell that the keyboard stands on. */
  cell: TableCell | undefined;
  notice: ActNotice | null;
}

export function MessageLine({ id, cell, notice }: MessageLineProps) {
  const { t } = useTranslation('data');
  const typed = useStore(typedText, ({ text }) => text);
  const book = useReportSession((session) => session.book);
  const told =
    typed === null || cell === undefined
      ? notice
      : previewNotice(
          typingPreview(typed, cell.indicator, book.cell(cell.indicator.id, cell.year - 1).entry),
          cell.indicator.unit,
          t,
        );
  const details = told?.details ?? [];
  return (
    <>
      <p id={id} className="data-message" data-tone={told?.tone ?? 'quiet'} aria-live="polite">
        {told?.text ?? t('keysHint')}
      </p>
      {details.length > 0 && (
        <details className="data-message-details">
          <summary>{t('paste.details')}</summary>
          <ul>
            {details.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one notice do not change
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A refusal is told without alarm as long as the text may still be going on. */
function previewNotice(preview: TypingPreview, unit: string, t: DataWords): ActNotice {
  switch (preview.kind) {
    case 'empty':
    case 'notApplicable':
      return { tone: 'info', text: t(`grid.preview.${preview.kind}`) };
    case 'day':
      return { tone: 'info', text: t('grid.preview.day', preview) };
    case 'refused':
      return { tone: 'info', text: errorSentence(preview.failure) };
    case 'number': {
      const { shown, doubt } = preview;
      const text = t('grid.preview.number', { number: shown, unit }).trimEnd();
      if (doubt === null) return { tone: 'info', text };
      const direction = doubt.up ? 'Up' : 'Down';
      const words = { last: doubt.last, times: doubt.kind === 'scale' ? doubt.times : '' };
      return { tone: 'doubt', text: `${text}${t(`grid.preview.${doubt.kind}${direction}`, words)}` };
    }
  }
}
