/** Shows the card of the figure that a person opened, beside it, until it is closed. */
import { Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureAttributes } from '../../../../../shared/domain/figure.ts';
import bindingCards from '../binding-cards.module.css';
import { figureOf } from '../schema.ts';
import { FigureCard } from './figure-card.tsx';
import { findFigure } from './figure-commands.ts';
import type { FigureSource } from './figure-source.ts';

export interface FigureCardsProps {
  editor: Editor;
  source: FigureSource;
  page: RefObject<HTMLElement | null>;
  openedId: string | null;
  onClose: () => void;
}

interface Place {
  figure: FigureAttributes;
  box: { left: number; top: number; width: number; height: number };
}

/** The card stands at the figure's right, over the pane beside the text, so that the change is seen in the figure. */
function placeOf(editor: Editor, page: HTMLElement | null, id: string | null): Place | null {
  const position = id === null ? null : findFigure(editor.state.doc, id);
  if (position === null || !page) return null;
  const figure = figureOf(editor.state.doc.nodeAt(position));
  const element = editor.view.nodeDOM(position);
  if (!figure || !(element instanceof Element)) return null;
  const rect = element.getBoundingClientRect();
  const origin = page.getBoundingClientRect();
  return {
    figure,
    box: {
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      width: rect.width,
      height: rect.height,
    },
  };
}

export function FigureCards({ editor, source, page, openedId, onClose }: FigureCardsProps) {
  const { t } = useTranslation('figure');
  const [, redraw] = useState(0);
  useEffect(() => onClose, [onClose]);
  useEffect(() => {
    if (openedId === null) return;
    const changed = () => redraw((times) => times + 1);
    editor.on('update', changed);
    const unsubscribe = source.subscribe(changed);
    return () => {
      editor.off('update', changed);
      unsubscribe();
    };
  }, [editor, source, openedId]);

  const place = placeOf(editor, page.current, openedId);
  if (!place) return null;
  const { figure, box } = place;
  const caption = source.getState().show?.(figure).caption ?? figure.title;
  const dismiss = () => {
    onClose();
    editor.view.focus();
  };
  return (
    <Popover
      key={figure.id}
      opened
      position="right-start"
      shadow="md"
      radius="md"
      withinPortal
      trapFocus
      returnFocus={false}
      onDismiss={dismiss}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
    >
      <Popover.Target>
        <span className={bindingCards.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('card.label', { caption })}>
        <FigureCard editor={editor} figure={figure} caption={caption} onClose={dismiss} />
      </Popover.Dropdown>
    </Popover>
  );
}
