/** Words that are pointed at: those that a card is about, and the place that a person was led to, until it has been seen. */
import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Stretch, stretchesOf } from './condition-passages.ts';
import { findFigure } from './figure/figure-commands.ts';
import { findBinding } from './insert.ts';

/** How long the highlight stays, in milliseconds. */
const seenAfter = 4000;

interface Highlight {
  marked: DecorationSet;
  /** On the page's clock; a chapter that is opened again later shows no old highlight. */
  until: number;
}

interface Wanted {
  stretches: readonly Stretch[];
  until: number;
}

const shownKey = new PluginKey<Highlight>('shownPlace');
const none: Highlight = { marked: DecorationSet.empty, until: 0 };

export const ShownPlace = Extension.create({
  name: 'shownPlace',
  addProseMirrorPlugins: () => [
    new Plugin<Highlight>({
      key: shownKey,
      state: {
        init: () => none,
        apply(transaction, highlight) {
          const wanted: Wanted | undefined = transaction.getMeta(shownKey);
          if (!wanted) {
            return { ...highlight, marked: highlight.marked.map(transaction.mapping, transaction.doc) };
          }
          const marks = wanted.stretches.map(({ from, to }) =>
            Decoration.inline(from, to, { class: 'shown-place' }),
          );
          return { marked: DecorationSet.create(transaction.doc, marks), until: wanted.until };
        },
      },
      props: {
        decorations(state) {
          const highlight = shownKey.getState(state) ?? none;
          return highlight.until > performance.now() ? highlight.marked : null;
        },
      },
    }),
  ],
});

/** Highlights words for as long as a card about them is open; the result ends it. */
export function pointAt({ view }: Editor, stretch: Stretch): () => void {
  const { size } = view.state.doc.content;
  const wanted: Wanted = { stretches: stretch.to <= size ? [stretch] : [], until: Number.POSITIVE_INFINITY };
  view.dispatch(view.state.tr.setMeta(shownKey, wanted));
  return () => {
    const nothing: Wanted = { stretches: [], until: 0 };
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(shownKey, nothing));
  };
}

/** The page element that begins at a position, or that holds the text there. */
function elementAt({ view }: Editor, position: number): Element | null {
  const { node, offset } = view.domAtPos(position, 1);
  const inner = view.nodeDOM(position) ?? node.childNodes[offset] ?? node;
  return inner instanceof Element ? inner : inner.parentElement;
}

/** Leads to the binding, conditional passage, table or chart with this id; false where the text shown has none. */
export function showPlaceOf(editor: Editor, id: string): boolean {
  const { state, view } = editor;
  const position = findBinding(state, id) ?? findFigure(state.doc, id);
  const stretches = position === null ? stretchesOf(state.doc, id) : [{ from: position, to: position + 1 }];
  const [first] = stretches;
  if (!first) return false;
  const selection =
    position === null
      ? TextSelection.create(state.doc, first.from)
      : NodeSelection.create(state.doc, position);
  const wanted: Wanted = { stretches, until: performance.now() + seenAfter };
  view.dispatch(state.tr.setSelection(selection).setMeta(shownKey, wanted));
  elementAt(editor, first.from)?.scrollIntoView({ block: 'center' });
  view.focus();
  setTimeout(() => {
    // Draws again, without the highlight.
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta('addToHistory', false));
  }, seenAfter);
  return true;
}
