/** A card that points at a stretch of the text. */
import { Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { type ReactNode, type RefObject, useEffect } from 'react';
import bindingCards from './binding-cards.module.css';
import { pointAt } from './shown-place.ts';
import { stretchBox } from './stretch-box.ts';

export interface TextPopoverProps {
  editor: Editor;
  page: RefObject<HTMLElement | null>;
  stretch: { from: number; to: number };
  label: string;
  /** The keyboard goes into the card; otherwise it stays in the text. */
  focused: boolean;
  onDismiss: () => void;
  children: ReactNode;
}

export function TextPopover(props: TextPopoverProps) {
  const { editor, page, stretch, label, focused, onDismiss, children } = props;
  const { from, to } = stretch;
  // With the keyboard in the card the text shows no selection of its own.
  useEffect(() => (from < to ? pointAt(editor, { from, to }) : undefined), [editor, from, to]);
  // A card that leaves the keyboard in the text does not hear its keys.
  useEffect(() => {
    if (focused) return;
    const text = editor.view.dom;
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onDismiss();
    };
    text.addEventListener('keydown', closeOnEscape);
    return () => text.removeEventListener('keydown', closeOnEscape);
  }, [editor, focused, onDismiss]);
  const box = stretchBox(editor, page.current, stretch);
  if (!box) return null;
  return (
    <Popover
      opened
      position="bottom-start"
      shadow="md"
      radius="md"
      withinPortal
      trapFocus={focused}
      returnFocus={false}
      onDismiss={onDismiss}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { padding: 8 } }}
    >
      <Popover.Target>
        <span className={bindingCards.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
