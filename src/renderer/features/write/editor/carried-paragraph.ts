/**
 * Paragraphs carried over from an earlier year: their literal years and numbers are highlighted, and a person confirms
 * them one by one. Changing a comma never clears the mark; see keep-carried.ts for what joining and splitting do.
 */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { literalFacts } from './literal-facts.ts';

/** Set on a transaction by which a person decides about carried paragraphs. */
export const decisionMeta = 'carriedDecision';

const placeOfBinding = '\uFFFC';

export function isCarried(paragraph: ProseMirrorNode): boolean {
  return paragraph.type.name === 'paragraph' && typeof paragraph.attrs.carriedFrom === 'number';
}

function factDecorations(paragraph: ProseMirrorNode, position: number): Decoration[] {
  if (!isCarried(paragraph)) return [];
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, placeOfBinding);
  return literalFacts(text).map((fact) =>
    Decoration.inline(position + 1 + fact.start, position + 1 + fact.end, {
      class: `literal-fact literal-${fact.kind}`,
    }),
  );
}

function allDecorations(doc: ProseMirrorNode): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((paragraph, position) => {
    decorations.push(...factDecorations(paragraph, position));
  });
  return DecorationSet.create(doc, decorations);
}

/** Only paragraphs that the transaction replaced are looked at again: unchanged nodes are the same objects. */
function updatedDecorations(set: DecorationSet, transaction: Transaction): DecorationSet {
  const known = new Set<ProseMirrorNode>();
  transaction.before.forEach((paragraph) => {
    known.add(paragraph);
  });
  let result = set.map(transaction.mapping, transaction.doc);
  transaction.doc.forEach((paragraph, position) => {
    if (known.has(paragraph)) return;
    result = result
      .remove(result.find(position, position + paragraph.nodeSize))
      .add(transaction.doc, factDecorations(paragraph, position));
  });
  return result;
}

export const literalFactKey = new PluginKey<DecorationSet>('literalFacts');

function literalFactPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: literalFactKey,
    state: {
      init: (_, state) => allDecorations(state.doc),
      apply: (transaction, set) => (transaction.docChanged ? updatedDecorations(set, transaction) : set),
    },
    props: { decorations: (state) => literalFactKey.getState(state) },
  });
}

/** Positions of the carried paragraphs between `from` and `to`, both included. */
export function carriedPositions(doc: ProseMirrorNode, from: number, to: number): number[] {
  const positions: number[] = [];
  doc.forEach((paragraph, position) => {
    if (position <= to && position + paragraph.nodeSize > from && isCarried(paragraph))
      positions.push(position);
  });
  return positions;
}

/** The step that takes the mark off these paragraphs, or null where there is nothing to decide. Can be undone. */
export function confirmCarried(state: EditorState, positions: readonly number[]): Transaction | null {
  if (positions.length === 0) return null;
  const transaction = state.tr.setMeta(decisionMeta, true);
  for (const position of positions) transaction.setNodeAttribute(position, 'carriedFrom', null);
  return transaction;
}

export const CarriedParagraph = Extension.create({
  name: 'carriedParagraph',
  priority: 900,
  addKeyboardShortcuts() {
    return {
      'Mod-Enter': ({ editor }) => {
        const { state, view } = editor;
        const { from, to } = state.selection;
        const transaction = confirmCarried(state, carriedPositions(state.doc, from, to));
        if (transaction) view.dispatch(transaction);
        return true;
      },
    };
  },
  addProseMirrorPlugins: () => [literalFactPlugin()],
});
