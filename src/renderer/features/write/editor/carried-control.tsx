/**
 * 确认沿用 beside the carried paragraph under the pointer, or else the one with the caret. One control for the whole page,
 * outside the text: it never moves a line, and it waits until typing pauses before it follows the caret.
 */
import { Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './carried-control.module.css';
import { confirmCarried } from './carried-paragraph.ts';
import { countOpenFacts } from './open-facts.ts';

interface Shown {
  paragraph: HTMLElement;
  year: string;
  top: number;
  /** Facts in it that nobody has decided: confirming the paragraph keeps them as they stand. */
  open: number;
}

const carriedSelector = 'p[data-carried-from]:not([data-carried-from=""])';
/** A little after the open facts have been counted again. */
const caretSettles = 170;

function carriedAround(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const paragraph = element?.closest<HTMLElement>(carriedSelector) ?? null;
  return paragraph && paragraph.textContent !== '' ? paragraph : null;
}

function positionOf(editor: Editor, paragraph: HTMLElement): number {
  return editor.state.doc.resolve(editor.view.posAtDOM(paragraph, 0)).before(1);
}

export interface CarriedControlProps {
  editor: Editor;
  /** The page, whose upper edge places are measured from. */
  page: RefObject<HTMLElement | null>;
}

export function CarriedControl({ editor, page }: CarriedControlProps) {
  const { t } = useTranslation('write');
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    let pointed: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const place = () => {
      timer = null;
      if (editor.isDestroyed || !page.current) return;
      const { node } = editor.view.domAtPos(editor.state.selection.from);
      const atCaret = editor.isFocused ? carriedAround(node) : null;
      const paragraph = (pointed?.isConnected ? carriedAround(pointed) : null) ?? atCaret;
      if (!paragraph || !editor.isEditable) return setShown(null);
      const top = paragraph.getBoundingClientRect().top - page.current.getBoundingClientRect().top;
      const year = paragraph.getAttribute('data-carried-from') ?? '';
      const open = countOpenFacts(editor.state, [positionOf(editor, paragraph)]);
      setShown((before) =>
        before?.paragraph === paragraph && before.top === top && before.open === open
          ? before
          : { paragraph, year, top, open },
      );
    };
    const later = () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(place, caretSettles);
    };
    const onPointer = (event: MouseEvent) => {
      const paragraph = event.target instanceof Node ? carriedAround(event.target) : null;
      if (paragraph === pointed) return;
      pointed = paragraph;
      place();
    };
    const onLeave = () => {
      pointed = null;
      later();
    };
    const text = editor.view.dom;
    const field = page.current;
    text.addEventListener('mouseover', onPointer);
    field?.addEventListener('mouseleave', onLeave);
    editor.on('transaction', later);
    editor.on('focus', later);
    editor.on('blur', later);
    return () => {
      if (timer !== null) clearTimeout(timer);
      text.removeEventListener('mouseover', onPointer);
      field?.removeEventListener('mouseleave', onLeave);
      editor.off('transaction', later);
      editor.off('focus', later);
      editor.off('blur', later);
    };
  }, [editor, page]);

  if (!shown) return null;
  const confirm = () => {
    if (!shown.paragraph.isConnected) return;
    const transaction = confirmCarried(editor.state, [positionOf(editor, shown.paragraph)]);
    if (transaction) editor.view.dispatch(transaction);
  };
  return (
    <Tooltip
      label={[
        shown.open > 0 && t('carried.acceptAll', { count: shown.open }),
        t('carried.hint', { year: shown.year }),
        'Ctrl+Enter',
      ]
        .filter(Boolean)
        .join(' · ')}
      multiline
      maw={260}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.control}
        // The place is known only from the laid-out text.
        style={{ top: shown.top }}
        onMouseDown={(event) => event.preventDefault()}
        onClick={confirm}
      >
        ✓{shown.open > 0 && <b aria-hidden>{shown.open}</b>}{' '}
        <span>{shown.open === 0 ? t('carried.confirm') : t('carried.acceptAll', { count: shown.open })}</span>
      </button>
    </Tooltip>
  );
}
