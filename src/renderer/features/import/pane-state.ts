/** Which paragraph has the keyboard, which are lit, where the caret stands: apart from the draft, as it changes often. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface PaneState {
  /** Id of the paragraph that has the keyboard or was clicked last. */
  active: number | null;
  /** Id of the paragraph under the pointer. */
  hovered: number | null;
  /** Where the active paragraph would be split; null before the person has said so. */
  caret: number | null;
  /** The caret is drawn; while text is selected it is only known. */
  caretShown: boolean;
  menu: 'kind' | 'reason' | null;
  litParagraphs: ReadonlySet<number>;
  litSources: ReadonlySet<number>;
}

export type PaneStore = StoreApi<PaneState>;

const none: ReadonlySet<number> = new Set();

export function createPaneStore(): PaneStore {
  return createStore<PaneState>()(() => ({
    active: null,
    hovered: null,
    caret: null,
    caretShown: false,
    menu: null,
    litParagraphs: none,
    litSources: none,
  }));
}

/** The one paragraph that shows its tools: with an open menu, else under the pointer, else with the keyboard. */
export function withToolsAt({ active, hovered, menu }: PaneState): number | null {
  return menu === null ? (hovered ?? active) : active;
}

/** Makes a paragraph the active one; another paragraph begins without a caret. */
export function activate(store: PaneStore, id: number): void {
  if (store.getState().active !== id) store.setState({ active: id, caret: null, menu: null });
}

export function light(
  store: PaneStore,
  paragraphs: readonly number[],
  sources: readonly number[],
  hovered: number | null,
): void {
  store.setState({
    litParagraphs: paragraphs.length === 0 ? none : new Set(paragraphs),
    litSources: sources.length === 0 ? none : new Set(sources),
    hovered,
  });
}
