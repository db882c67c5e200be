/** Shows the card of the binding under the pointer, after a moment, or of the one a person opened, until it is closed. */
import { Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import { type ReportSession, useSettledReportSession } from '../../../app/report-session.ts';
import { BindingCard } from './binding-card.tsx';
import styles from './binding-cards.module.css';
import { chipSelector } from './binding-view.ts';
import { findBinding } from './insert.ts';
import { bindingOf } from './schema.ts';

const pointerRests = 300;
const pointerLeft = 200;
const bookOf = (session: ReportSession) => session.book;

export interface BindingCardsProps {
  editor: Editor;
  page: RefObject<HTMLElement | null>;
  openedId: string | null;
  onClose: () => void;
}

interface Place {
  binding: BindingAttributes;
  box: { left: number; top: number; width: number; height: number };
  /** It begins in the right half of the page. Its end moves with its format, and the card shall not jump with it. */
  right: boolean;
}

function placeOf(editor: Editor, page: HTMLElement | null, id: string | null): Place | null {
  const position = id === null ? null : findBinding(editor.state, id);
  if (position === null || !page) return null;
  const binding = bindingOf(editor.state.doc.nodeAt(position));
  const chip = editor.view.nodeDOM(position);
  if (!binding || !(chip instanceof Element)) return null;
  // A number broken over two lines is pointed at where it begins.
  const rect = chip.getClientRects()[0] ?? chip.getBoundingClientRect();
  const origin = page.getBoundingClientRect();
  const box = {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    width: rect.width,
    height: rect.height,
  };
  return { binding, box, right: rect.left > origin.left + origin.width / 2 };
}

function idOfChip(editor: Editor, target: EventTarget | null): string | null {
  const chip = target instanceof Element ? target.closest(chipSelector) : null;
  if (!chip) return null;
  return bindingOf(editor.state.doc.nodeAt(editor.view.posAtDOM(chip, 0)))?.id ?? null;
}

/** The binding the pointer rests on, by id; typing puts it out of mind. */
function usePointedBinding(editor: Editor): string | null {
  const [pointedId, setPointedId] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const after = (delay: number, id: string | null) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => setPointedId(id), delay);
    };
    const over = (event: MouseEvent) => {
      const id = event.buttons === 0 ? idOfChip(editor, event.target) : null;
      after(id === null ? pointerLeft : pointerRests, id);
    };
    const leave = () => after(pointerLeft, null);
    const typed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) after(0, null);
    };
    const text = editor.view.dom;
    text.addEventListener('mouseover', over);
    text.addEventListener('mouseleave', leave);
    editor.on('transaction', typed);
    return () => {
      if (timer !== null) clearTimeout(timer);
      text.removeEventListener('mouseover', over);
      text.removeEventListener('mouseleave', leave);
      editor.off('transaction', typed);
    };
  }, [editor]);
  return pointedId;
}

/** The caret goes behind the number, so that the next key does not replace it. */
function writeOn(editor: Editor): void {
  const { selection, tr } = editor.state;
  if (selection instanceof NodeSelection) {
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(selection.to), -1)));
  }
  editor.view.focus();
}

export function BindingCards({ editor, page, openedId, onClose }: BindingCardsProps) {
  const { t } = useTranslation('write');
  const book = useSettledReportSession(bookOf);
  const pointedId = usePointedBinding(editor);
  const [, redraw] = useState(0);
  // Gone with the chapter: coming back, nobody expects the card to be open still.
  useEffect(() => onClose, [onClose]);
  useEffect(() => {
    if (openedId === null) return;
    const changed = () => redraw((times) => times + 1);
    editor.on('update', changed);
    return () => {
      editor.off('update', changed);
    };
  }, [editor, openedId]);

  const opened = openedId !== null;
  const dismiss = () => {
    onClose();
    writeOn(editor);
  };
  const place = placeOf(editor, page.current, openedId ?? pointedId);
  if (!place) return null;
  return (
    <Popover
      key={place.binding.id}
      opened
      // Away from the side, where the number itself is being looked at.
      position={place.right ? 'bottom-end' : 'bottom-start'}
      shadow="md"
      radius="md"
      withinPortal
      trapFocus={opened}
      returnFocus={false}
      closeOnClickOutside={opened}
      onDismiss={dismiss}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
    >
      <Popover.Target>
        <span className={styles.anchor} style={place.box} />
      </Popover.Target>
      <Popover.Dropdown
        className={opened ? undefined : styles.telling}
        aria-label={t('binding.card', { name: book.indicator(place.binding.indicatorId)?.name })}
      >
        <BindingCard editor={editor} binding={place.binding} opened={opened} onClose={dismiss} />
      </Popover.Dropdown>
    </Popover>
  );
}
