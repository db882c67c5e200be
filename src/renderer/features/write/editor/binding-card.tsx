/** The card of a place: which number this is, from where, this year and last; opened, also how it is shown. */
import { Button, CloseButton, Group } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overrideOf } from '../../../../shared/domain/binding-text.ts';
import { type BindingAttributes, withoutOverride } from '../../../../shared/domain/document.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import {
  type ReportSession,
  reportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { navigate } from '../../../app/route.ts';
import { showIndicator } from '../../data/data-view.ts';
import { createShowBinding } from '../numbers.ts';
import styles from './binding-card.module.css';
import { CardFormats } from './binding-card-formats.tsx';
import { CardNumbers } from './binding-card-numbers.tsx';
import { OverrideForm, OverrideState, type Written } from './binding-card-override.tsx';
import { type BindingChange, changeBinding, removeBinding } from './insert.ts';

export interface BindingCardProps {
  editor: Editor;
  binding: BindingAttributes;
  /** Opened by a person: the place can be changed. Otherwise the card only tells. */
  opened: boolean;
  onClose: () => void;
}

const bookOf = (session: ReportSession) => session.book;

function openCell(indicator: Indicator): void {
  showIndicator(indicator);
  navigate({ screen: 'report', reportId: reportSession.getState().report.id, place: 'data' });
}

export function BindingCard({ editor, binding, opened, onClose }: BindingCardProps) {
  const { t } = useTranslation(['write', 'format']);
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const offices = useReportSession((session) => session.tables.offices);
  const [writing, setWriting] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const show = createShowBinding(year, book);
  const indicator = book.indicator(binding.indicatorId);
  const office = offices.find(({ id }) => id === indicator?.officeId);
  const { source } = book.cell(binding.indicatorId, year + binding.yearOffset);
  const bare = withoutOverride(binding);
  const table = show(bare).text;
  const editable = opened && editor.isEditable;

  const apply = (change: BindingChange) => {
    const transaction = changeBinding(editor.state, binding.id, change);
    if (transaction) editor.view.dispatch(transaction);
  };
  /** Decided: nothing more to do here, and the keyboard goes back to the text. */
  const decide = (change: BindingChange) => {
    apply(change);
    onClose();
  };
  const write = (written: Written) => {
    const session = reportSession.getState();
    decide({ override: overrideOf(written, binding, session.report.year, session.book) });
  };
  const cancel = () => {
    setWriting(false);
    // The form with the focus is about to go.
    card.current?.focus();
  };
  const remove = () => {
    const transaction = removeBinding(editor.state, binding.id);
    if (transaction) editor.view.dispatch(transaction);
    onClose();
    editor.view.focus();
  };
  const { override } = binding;
  return (
    <div ref={card} tabIndex={-1} className={styles.card} data-opened={opened || undefined}>
      <div className={styles.title}>
        <b>{indicator?.name ?? t('binding.unknown')}</b>
        {opened && <CloseButton size="sm" aria-label={t('binding.close')} onClick={onClose} />}
      </div>
      <div className={styles.label}>
        {[office ? t('binding.office', { office: office.name }) : t('binding.noOffice'), source]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {indicator && <CardNumbers binding={bare} indicator={indicator} show={show} />}
      {override && !writing && (
        <OverrideState
          override={override}
          table={table}
          isChanged={show(binding).state === 'sourceChanged'}
          acts={
            editable
              ? {
                  onKeep: () => write(override),
                  onTake: () => decide({ override: null }),
                  onEdit: () => setWriting(true),
                }
              : null
          }
        />
      )}
      {writing && editable ? (
        <OverrideForm table={table} written={override ?? null} onSave={write} onCancel={cancel} />
      ) : (
        <>
          {/* Words written by hand have no format; it comes back with the table's number. */}
          {editable && indicator && !override && (
            <CardFormats binding={bare} indicator={indicator} show={show} apply={apply} />
          )}
          {opened && (
            <Group gap="xs" mt={6}>
              {editable && !override && (
                <Button variant="subtle" size="compact-xs" onClick={() => setWriting(true)}>
                  {t('format:override.open')}
                </Button>
              )}
              {indicator && (
                <Button variant="subtle" size="compact-xs" onClick={() => openCell(indicator)}>
                  {t('binding.openCell')}
                </Button>
              )}
              {editable && (
                <Button variant="subtle" size="compact-xs" onClick={remove}>
                  {t('binding.remove')}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </div>
  );
}
