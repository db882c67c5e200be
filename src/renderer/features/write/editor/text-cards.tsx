/** The cards about words of the text, of which one is open at a time: a condition's, and that of a number to be bound. */
import type { Editor } from '@tiptap/core';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { BindPopover, type OpenedBind, wantedBind } from './bind-popover.tsx';
import {
  ConditionPopover,
  type OpenedCondition,
  openedPassage,
  wantedCondition,
} from './condition-popover.tsx';

type OpenedCard =
  | { kind: 'condition'; condition: OpenedCondition }
  | { kind: 'bind'; bind: OpenedBind }
  | null;

export interface TextCardsState {
  opened: OpenedCard;
  close: () => void;
  /** The editor that the wishes are about, once it is shown. */
  editor: RefObject<Editor | null>;
  /** What the editor's keys and the tools ask for; the same functions for as long as the place is open. */
  wishes: {
    onConditionWanted: () => void;
    onConditionClicked: (conditionId: string) => void;
    onBindWanted: () => void;
  };
}

export function useTextCards(): TextCardsState {
  const [opened, setOpened] = useState<OpenedCard>(null);
  const editor = useRef<Editor | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const wishes = useMemo(() => {
    const open = (find: (shown: Editor) => OpenedCard) => {
      if (editor.current) setOpened(find(editor.current));
    };
    const ofCondition = (condition: OpenedCondition | null): OpenedCard =>
      condition && { kind: 'condition', condition };
    return {
      onConditionWanted: () => open((shown) => ofCondition(wantedCondition(shown))),
      onConditionClicked: (id: string) => open((shown) => ofCondition(openedPassage(shown, id, false))),
      onBindWanted: () => open((shown) => ({ kind: 'bind', bind: wantedBind(shown) })),
    };
  }, []);
  return { opened, close, editor, wishes };
}

export interface TextCardsProps {
  cards: TextCardsState;
  editor: Editor;
  page: RefObject<HTMLElement | null>;
}

export function TextCards({ cards, editor, page }: TextCardsProps) {
  const { opened, close } = cards;
  cards.editor.current = editor;
  if (opened?.kind === 'condition') {
    const { condition } = opened;
    const key = `${condition.draft.id} ${condition.stretch.from} ${condition.focused}`;
    return <ConditionPopover key={key} editor={editor} page={page} opened={condition} onClose={close} />;
  }
  if (opened?.kind === 'bind') {
    const key = `${opened.bind.stretch.from} ${opened.bind.stretch.to}`;
    return <BindPopover key={key} editor={editor} page={page} opened={opened.bind} onClose={close} />;
  }
  return null;
}
