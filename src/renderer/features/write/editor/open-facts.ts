/**
 * Facts of carried paragraphs that nobody has decided yet (years, dates, names, numbers): highlighted by kind, opened
 * with a click, decided by steps of the document that can be undone.
 */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type ParagraphNode, paragraphNodeSchema } from '../../../../shared/domain/document.ts';
import type { OpenItem, OpenItemKind } from '../../../../shared/domain/open-item.ts';
import { decisionMeta, isCarried } from './carried-paragraph.ts';
import { acceptedOf, nodeToParagraph } from './schema.ts';

export type Fact = Pick<OpenItem, 'kind' | 'text' | 'start' | 'end'>;
/** The open facts of one carried paragraph; places count each binding as one character. */
export type FindOpenFacts = (paragraph: ParagraphNode) => readonly Fact[];

/** An open fact where it stands in the document. */
export interface FactPlace {
  kind: OpenItemKind;
  text: string;
  from: number;
  to: number;
}

/** How long after the last key press text is looked through again, in milliseconds. */
const quiet = 150;
const recountMeta = 'openFactsRecount';
const openFactKey = new PluginKey<DecorationSet>('openFacts');

function createFactDecorations(find: FindOpenFacts) {
  // Paragraphs that did not change are the same objects.
  const known = new WeakMap<ProseMirrorNode, readonly Fact[]>();
  const factsOf = (paragraph: ProseMirrorNode): readonly Fact[] => {
    if (!isCarried(paragraph)) return [];
    const facts = known.get(paragraph) ?? find(nodeToParagraph(paragraph));
    known.set(paragraph, facts);
    return facts;
  };
  return (doc: ProseMirrorNode): DecorationSet => {
    const decorations: Decoration[] = [];
    doc.forEach((paragraph, position) => {
      for (const { kind, text, start, end } of factsOf(paragraph)) {
        const place = { class: `open-fact open-fact-${kind}` };
        const told = { kind, text };
        decorations.push(Decoration.inline(position + 1 + start, position + 1 + end, place, told));
      }
    });
    return DecorationSet.create(doc, decorations);
  };
}

function isFactTold(spec: object): spec is Pick<FactPlace, 'kind' | 'text'> {
  return 'kind' in spec && 'text' in spec;
}

/** The open facts between two positions, in reading order. */
export function openFactsIn(state: EditorState, from: number, to: number): FactPlace[] {
  const found = openFactKey.getState(state)?.find(from, to) ?? [];
  return found
    .flatMap(({ from: start, to: end, spec }) =>
      isFactTold(spec) ? [{ kind: spec.kind, text: spec.text, from: start, to: end }] : [],
    )
    .toSorted((a, b) => a.from - b.from);
}

/** How many open facts the paragraphs at these positions hold: what confirming them would accept. */
export function countOpenFacts(state: EditorState, positions: readonly number[]): number {
  return positions.reduce((sum, position) => {
    const size = state.doc.nodeAt(position)?.content.size ?? 0;
    return sum + openFactsIn(state, position + 1, position + 1 + size).length;
  }, 0);
}

/** The step by which a person keeps a fact as it stands; null where it is gone, or longer than can be remembered. */
export function acceptFact(state: EditorState, fact: FactPlace): Transaction | null {
  const $place = state.doc.resolve(Math.min(fact.from, state.doc.content.size));
  if ($place.depth === 0 || !isCarried($place.parent)) return null;
  const accepted = [...acceptedOf($place.parent), fact.text];
  const { carriedFrom } = $place.parent.attrs;
  if (!paragraphNodeSchema.shape.attrs.safeParse({ carriedFrom, accepted }).success) return null;
  return state.tr.setNodeAttribute($place.before(1), 'accepted', accepted).setMeta(decisionMeta, true);
}

export function selectFact(state: EditorState, fact: FactPlace): Transaction {
  return state.tr.setSelection(TextSelection.create(state.doc, fact.from, fact.to)).scrollIntoView();
}

/** Dispatches the recount a moment after typing; never into an input method's composition. */
function createRecount(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const recount = () => {
    timer = null;
    if (view.isDestroyed) return;
    if (view.composing) later();
    else view.dispatch(view.state.tr.setMeta(recountMeta, true));
  };
  const later = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(recount, quiet);
  };
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
  };
  return { later, cancel };
}

/** Typing only moves what is highlighted; decisions, undo and a pause in typing look at the text again. */
export function openFactPlugin(find: FindOpenFacts): Plugin<DecorationSet> {
  const decorate = createFactDecorations(find);
  return new Plugin<DecorationSet>({
    key: openFactKey,
    state: {
      init: (_, state) => decorate(state.doc),
      apply(transaction, set) {
        const decided = transaction.getMeta(decisionMeta) === true || transaction.getMeta('history$');
        if (transaction.getMeta(recountMeta) === true || (decided && transaction.docChanged)) {
          return decorate(transaction.doc);
        }
        return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
      },
    },
    view(editorView) {
      const recount = createRecount(editorView);
      return {
        update: (view, before) => {
          if (view.state.doc !== before.doc) recount.later();
        },
        destroy: recount.cancel,
      };
    },
    props: { decorations: (state) => openFactKey.getState(state) },
  });
}

export interface OpenFactsOptions {
  find: FindOpenFacts;
  onOpened: (fact: FactPlace) => void;
}

/** The fact at a position of the text, the innermost where one stands in another's name; or null. */
export function factAt(state: EditorState, position: number): FactPlace | null {
  const around = openFactsIn(state, position, position).filter(
    ({ from, to }) => from <= position && position <= to,
  );
  return around.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null;
}

export const OpenFacts = Extension.create<OpenFactsOptions>({
  name: 'openFacts',
  priority: 960,
  addOptions: () => ({ find: () => [], onOpened: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Alt-Enter': ({ editor }) => {
        const fact = factAt(editor.state, editor.state.selection.from);
        if (fact) this.options.onOpened(fact);
        return fact !== null;
      },
    };
  },
  addProseMirrorPlugins() {
    const { find, onOpened } = this.options;
    return [
      openFactPlugin(find),
      new Plugin({
        props: {
          handleClick(view, position, event) {
            const onFact = event.target instanceof Element && event.target.closest('.open-fact') !== null;
            const fact = onFact && view.editable ? factAt(view.state, position) : null;
            if (fact) onOpened(fact);
            return false;
          },
        },
      }),
    ];
  },
});
