/** The result: every kept paragraph with what it is taken for, corrected by mouse or by keyboard. */
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { caretOfSelection, focusParagraph, openMenu, paragraphAt } from './dom-places.ts';
import { marksOf } from './guess-marks.ts';
import type { Draft, Edit } from './import-draft.ts';
import { activate, type PaneStore } from './pane-state.ts';
import styles from './panes.module.css';
import { intentOfParagraphKey, moveCaret, type ParagraphIntent } from './paragraph-keys.ts';
import { ParagraphRow } from './paragraph-row.tsx';
import type { ParagraphEdit } from './paragraph-tools.tsx';

interface ResultPaneProps {
  draft: Draft;
  panes: PaneStore;
  pane: RefObject<HTMLDivElement | null>;
  /** Applies an edit and returns the draft that it leads to; the same draft if it changes nothing. */
  onEdit: (edit: Edit) => Draft;
  /** The draft as it is now, for what is called later. */
  latest: () => Draft;
}

export function ResultPane({ draft, panes, pane, onEdit, latest }: ResultPaneProps) {
  const { t } = useTranslation('import');
  const { paragraphs, headings } = draft.parsed;
  const active = useStore(panes, (state) => state.active);
  const entry = active !== null && draft.ids.includes(active) ? active : draft.ids[0];

  const editParagraph = useCallback(
    (id: number, edit: ParagraphEdit) => {
      const before = latest();
      const index = before.ids.indexOf(id);
      if (index < 0) return;
      const now = onEdit({ ...edit, index });
      if (now === before) return;
      const { ids } = now;
      // What was cut off is what the person goes on with; after a paragraph left out it is the next one.
      const next = edit.do === 'split' ? ids[index + 1] : (ids[index] ?? ids.at(-1));
      panes.setState({ active: next ?? null, hovered: null, caret: null, menu: null });
      if (next !== undefined) focusParagraph(pane.current, next);
    },
    [latest, onEdit, panes, pane],
  );

  const act = (id: number, intent: ParagraphIntent) => {
    const index = draft.ids.indexOf(id);
    const text = paragraphs[index]?.text ?? '';
    const { caret } = panes.getState();
    switch (intent.do) {
      case 'go': {
        const places = { previous: index - 1, next: index + 1, first: 0, last: draft.ids.length - 1 };
        const target = draft.ids[places[intent.to]];
        if (target !== undefined) focusParagraph(pane.current, target);
        return;
      }
      case 'caret':
        panes.setState({ caret: moveCaret(text, caret, intent.to), caretShown: true });
        return;
      case 'split':
        if (caret !== null) editParagraph(id, { do: 'split', offset: caret });
        return;
      case 'join':
        editParagraph(id, { do: 'join' });
        return;
      case 'level':
        editParagraph(id, { do: 'kind', kind: 'heading', level: intent.level });
        return;
      case 'body':
        editParagraph(id, { do: 'kind', kind: 'body' });
        return;
      case 'openMenu':
        openMenu(pane.current, id, intent.menu);
    }
  };

  const press = (event: KeyboardEvent<HTMLElement>) => {
    // Keys in the tools are the tools' own; only the paragraph itself listens.
    const row = paragraphAt(event.target);
    if (row === null || event.target !== row.element) return;
    const intent = intentOfParagraphKey({
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      composing: event.nativeEvent.isComposing,
    });
    if (intent === null) return;
    event.preventDefault();
    panes.setState({ hovered: null });
    act(row.id, intent);
  };

  const point = (target: EventTarget) => {
    const row = paragraphAt(target);
    if (row === null || !(target instanceof Element) || target.closest('[role="toolbar"]')) return;
    activate(panes, row.id);
    const place = caretOfSelection(row.element);
    if (place !== null) panes.setState({ caret: place.offset, caretShown: place.collapsed });
  };

  return (
    <div
      ref={pane}
      role="tree"
      tabIndex={-1}
      aria-label={t('result')}
      className={styles.rows}
      onKeyDown={press}
      onMouseUp={(event) => point(event.target)}
      onFocus={(event) => {
        const row = paragraphAt(event.target);
        if (row !== null) activate(panes, row.id);
      }}
    >
      {paragraphs.map(({ kind, text, heading }, index) => {
        const id = draft.ids[index] ?? -1;
        return (
          <ParagraphRow
            key={id}
            id={id}
            kind={kind}
            text={text}
            level={kind === 'heading' && heading !== null ? (headings[heading]?.level ?? null) : null}
            marks={marksOf(draft.parsed, index).join(' ')}
            entry={id === entry}
            last={index === paragraphs.length - 1}
            panes={panes}
            onEdit={editParagraph}
          />
        );
      })}
      {paragraphs.length === 0 && <p className={styles.none}>{t('nothingKept')}</p>}
    </div>
  );
}
