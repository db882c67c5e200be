/** Typing @ or / offers the indicators; what is chosen becomes a binding. The list itself is drawn by suggestion-list.tsx. */
import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { findSuggestionMatch, Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import type { PlaceState } from '../../../../shared/domain/model.ts';
import { bindingMark } from '../../../../shared/domain/propose/found-in-chapters.ts';
import { insertBinding } from './insert.ts';
import { opensList } from './slash-trigger.ts';

export interface SuggestedNumber {
  indicatorId: string;
  name: string;
  unit: string;
  /** The number as it would stand in the text. */
  text: string;
  state: PlaceState;
  format: BindingFormat;
}

/** The list as it is shown now, or null while there is none. */
export interface OpenSuggestion {
  items: readonly SuggestedNumber[];
  query: string;
  chosen: number;
  choose: (item: SuggestedNumber) => void;
}
export type SuggestionStore = StoreApi<{ open: OpenSuggestion | null }>;

export function createSuggestionStore(): SuggestionStore {
  return createStore(() => ({ open: null }));
}

/** A longer text behind the sign is no search any more. */
const longestQuery = 20;

type Shown = SuggestionProps<SuggestedNumber, SuggestedNumber>;

function presentIn(store: SuggestionStore, element: HTMLElement) {
  let unmount = () => {};
  const show = ({ items, query, text, command }: Shown) => {
    // Nothing of that name behind a slash: then it was only a slash.
    const none = items.length === 0 && text.startsWith('/');
    store.setState({ open: none ? null : { items, query, chosen: 0, choose: command } });
  };
  const step = (open: OpenSuggestion, by: number) =>
    store.setState({
      open: { ...open, chosen: (open.chosen + by + open.items.length) % open.items.length },
    });
  return {
    onStart(props: Shown) {
      show(props);
      unmount = props.mount(element);
    },
    onUpdate: show,
    onExit() {
      unmount();
      store.setState({ open: null });
    },
    onKeyDown({ event }: { event: KeyboardEvent }) {
      const { open } = store.getState();
      if (!open || open.items.length === 0 || event.isComposing || event.keyCode === 229) return false;
      const item = open.items[open.chosen];
      if (event.key === 'ArrowDown') step(open, 1);
      else if (event.key === 'ArrowUp') step(open, -1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && item) open.choose(item);
      else return false;
      return true;
    },
  };
}

export interface BindingSuggestionOptions {
  search: (query: string) => SuggestedNumber[] | Promise<SuggestedNumber[]>;
  store: SuggestionStore;
  /** The list is drawn into this element, which is put beside the caret. */
  element: () => HTMLElement;
  newId: () => string;
}

const suggestionKey = new PluginKey('bindingSuggestion');

function slashMatch(trigger: Parameters<typeof findSuggestionMatch>[0]) {
  const match = findSuggestionMatch({ ...trigger, char: '/' });
  if (!match) return null;
  const { parent, pos, parentOffset } = trigger.$position;
  const before = parent.textBetween(0, parentOffset - (pos - match.range.from), '', bindingMark);
  return opensList(before, bindingMark) ? match : null;
}

/** Typed in the text, it opens the list of numbers. */
export const suggestionTrigger = '@';

export const BindingSuggestion = Extension.create<BindingSuggestionOptions>({
  name: 'bindingSuggestion',
  // While the list is open, Enter and the arrows belong to it.
  priority: 1100,
  addOptions: () => ({
    search: () => [],
    store: createSuggestionStore(),
    element: () => document.createElement('div'),
    newId: () => crypto.randomUUID(),
  }),
  addProseMirrorPlugins() {
    const { search, store, element, newId } = this.options;
    return [
      Suggestion<SuggestedNumber, SuggestedNumber>({
        editor: this.editor,
        pluginKey: suggestionKey,
        char: suggestionTrigger,
        // Chinese text has no space in front of the sign.
        allowedPrefixes: null,
        decorationClass: 'number-query',
        // An input method may give the sign in its full width.
        findSuggestionMatch: (trigger) =>
          findSuggestionMatch(trigger) ??
          findSuggestionMatch({ ...trigger, char: '＠' }) ??
          slashMatch(trigger),
        // A slash that stands in the text already opens nothing when the caret comes by.
        shouldShow: ({ editor, text, transaction }) =>
          !text.startsWith('/') ||
          suggestionKey.getState(editor.state)?.active === true ||
          (transaction.docChanged && text === '/'),
        allow: ({ range }) => range.to - range.from <= longestQuery,
        items: ({ query }) => search(query),
        command: ({ editor, range, props }) => {
          const binding = {
            id: newId(),
            indicatorId: props.indicatorId,
            yearOffset: 0,
            format: props.format,
          };
          editor.view.dispatch(insertBinding(editor.state, binding, range));
          editor.view.focus();
        },
        render: () => presentIn(store, element()),
      }),
    ];
  },
});
