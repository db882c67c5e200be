/**
 * Paragraphs carried over from an earlier year, which a person confirms one by one. Changing a comma never clears the
 * mark; see keep-carried.ts for what joining and splitting do, and open-facts.ts for what in them is still to be decided.
 */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Set on a transaction by which a person decides about carried paragraphs. */
export const decisionMeta = 'carriedDecision';

export function isCarried(paragraph: ProseMirrorNode): boolean {
  return paragraph.type.name === 'paragraph' && typeof paragraph.attrs.carriedFrom === 'number';
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
  for (const position of positions) {
    transaction.setNodeAttribute(position, 'carriedFrom', null).setNodeAttribute(position, 'accepted', null);
  }
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
});
