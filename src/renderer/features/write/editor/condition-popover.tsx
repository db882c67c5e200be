/** Opens the card of a conditional passage, made or still to be made, and does in the text what the person says there. */
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../../shared/domain/condition.ts';
import { ConditionCard, type ConditionDraft } from './condition-card.tsx';
import {
  changeCondition,
  conditionAt,
  removeCondition,
  type Stretch,
  selectedCondition,
  selectStretch,
  setCondition,
  stretchesOf,
  wantedStretch,
} from './condition-passages.ts';
import { bindingOf } from './schema.ts';
import { TextPopover } from './text-popover.tsx';

/** The passage whose card is open. */
export interface OpenedCondition {
  draft: ConditionDraft;
  exists: boolean;
  /** The words it is about, the first of them where they are parted. */
  stretch: Stretch;
  focused: boolean;
}

function draftOf({ limit, ...condition }: Condition): ConditionDraft {
  return { ...condition, limit: limit ?? '' };
}

/** The card of the passage with this id, or null where it is gone. */
export function openedPassage(editor: Editor, id: string, focused: boolean): OpenedCondition | null {
  const { doc } = editor.state;
  const stretch = stretchesOf(doc, id)[0];
  const condition = stretch ? conditionAt(doc, stretch.from) : null;
  return stretch && condition?.id === id
    ? { draft: draftOf(condition), exists: true, stretch, focused }
    : null;
}

/**
 * The card for what is selected: of the passage that it touches, else of a passage to be made of it; then the words are
 * selected, so that the person sees which are meant. Null where there are no words.
 */
export function wantedCondition(editor: Editor): OpenedCondition | null {
  const there = selectedCondition(editor.state);
  if (there) return openedPassage(editor, there.id, true);
  const stretch = wantedStretch(editor.state);
  if (!stretch) return null;
  editor.view.dispatch(selectStretch(editor.state, stretch));
  let indicatorId: string | null = null;
  editor.state.doc.nodesBetween(stretch.from, stretch.to, (node) => {
    indicatorId ??= bindingOf(node)?.indicatorId ?? null;
  });
  const draft: ConditionDraft = {
    id: crypto.randomUUID(),
    indicatorId,
    yearOffset: 0,
    test: 'nonZero',
    limit: '',
  };
  return { draft, exists: false, stretch, focused: true };
}

export interface ConditionPopoverProps {
  editor: Editor;
  page: RefObject<HTMLElement | null>;
  opened: OpenedCondition;
  onClose: () => void;
}

export function ConditionPopover({ editor, page, opened, onClose }: ConditionPopoverProps) {
  const { t } = useTranslation('write');
  const { draft, exists, stretch, focused } = opened;
  // Any change of the text may have moved or removed it; who types on wants no card.
  useEffect(() => {
    editor.on('update', onClose);
    return () => {
      editor.off('update', onClose);
    };
  }, [editor, onClose]);
  // Gone with the chapter.
  useEffect(() => onClose, [onClose]);
  const run = (transaction: Transaction | null) => {
    onClose();
    if (transaction) editor.view.dispatch(transaction);
    editor.view.focus();
  };
  const apply = (condition: Condition) =>
    run(exists ? changeCondition(editor.state, condition) : setCondition(editor.state, stretch, condition));
  return (
    <TextPopover
      editor={editor}
      page={page}
      stretch={stretch}
      label={t('condition.title')}
      focused={focused}
      onDismiss={() => run(null)}
    >
      <ConditionCard
        draft={draft}
        exists={exists}
        focused={focused}
        editable={editor.isEditable}
        onApply={apply}
        onRemove={() => run(removeCondition(editor.state, draft.id))}
        onClose={() => run(null)}
      />
    </TextPopover>
  );
}
