/** Opens the card that binds a literal number, and does in text and table what the person says there. */
import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator, Observation } from '../../../../shared/domain/model.ts';
import type { LiteralBinding } from '../../../../shared/domain/propose/bind-literal.ts';
import { isApproximate } from '../../../../shared/domain/propose/place.ts';
import { reportSession } from '../../../app/report-session.ts';
import styles from './bind-card.module.css';
import { BindCard } from './bind-card.tsx';
import { bindLiteral, type LiteralNumber, literalNumberAt } from './literal-number.ts';
import { TextPopover } from './text-popover.tsx';

/** The number whose card is open; null where the person has asked for one and there is none. */
export interface OpenedBind {
  number: LiteralNumber | null;
  stretch: { from: number; to: number };
}

export function wantedBind(editor: Editor): OpenedBind {
  const { state } = editor;
  const number = literalNumberAt(state, reportSession.getState().report.year);
  const { from, to } = state.selection;
  if (!number) return { number, stretch: { from, to } };
  const { start, end } = number.literal.found;
  return { number, stretch: { from: number.base + start, to: number.base + end } };
}

/** The cell of the indicator as it is to be written, with what else is known of it kept. */
function observationOf(
  { literal }: LiteralNumber,
  indicator: Indicator,
  year: number,
  entry: NonNullable<LiteralBinding['write']>,
): Observation {
  const { source, note, evidence } = reportSession.getState().book.cell(indicator.id, year);
  const { found } = literal;
  const written = isApproximate(found, indicator) ? `原文为“${found.text}”` : note;
  return { indicatorId: indicator.id, year, entry, state: 'confirmed', source, note: written, evidence };
}

export interface BindPopoverProps {
  editor: Editor;
  page: RefObject<HTMLElement | null>;
  opened: OpenedBind;
  onClose: () => void;
}

export function BindPopover({ editor, page, opened, onClose }: BindPopoverProps) {
  const { t } = useTranslation('write');
  const { number, stretch } = opened;
  // Any change of the text may have moved the number.
  useEffect(() => {
    editor.on('update', onClose);
    return () => {
      editor.off('update', onClose);
    };
  }, [editor, onClose]);
  // Gone with the chapter.
  useEffect(() => onClose, [onClose]);
  const dismiss = () => {
    onClose();
    editor.view.focus();
  };
  const bind = (indicator: Indicator, yearOffset: number, { place, write }: LiteralBinding) => {
    if (!number) return;
    const { report, setObservations } = reportSession.getState();
    const attributes = {
      id: crypto.randomUUID(),
      indicatorId: indicator.id,
      yearOffset,
      format: place.format,
    };
    const transaction = bindLiteral(editor.state, number, place, attributes);
    onClose();
    if (!transaction) return;
    if (write) void setObservations([observationOf(number, indicator, report.year + yearOffset, write)]);
    editor.view.dispatch(transaction);
    editor.view.focus();
  };
  return (
    <TextPopover
      editor={editor}
      page={page}
      stretch={stretch}
      label={t('bindText.title')}
      focused={number !== null}
      onDismiss={dismiss}
    >
      {number ? (
        <BindCard number={number} onBind={bind} onClose={dismiss} />
      ) : (
        <p className={styles.none} role="alert">
          {t('bindText.none')}
        </p>
      )}
    </TextPopover>
  );
}
