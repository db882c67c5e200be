/**
 * The mark of a carried paragraph follows its text: joined to a paragraph of this year, or split off by a paste, last
 * year's words stay marked. Only a person's decision takes the mark away, never an edit; and what was decided in one
 * paragraph decides nothing in the other that it is joined to.
 */
import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { decisionMeta, isCarried } from './carried-paragraph.ts';
import { acceptedOf } from './schema.ts';

/** A mark that a paragraph must get back: a position within it, the year, and what was decided in the text that moved. */
interface OwedMark {
  position: number;
  year: number;
  accepted: readonly string[];
}

/**
 * Which paragraphs of `transaction.doc` hold the end of a formerly carried paragraph and have lost its mark, or have
 * taken it in beside decisions of their own. The start needs no care: where text is joined or split, the paragraph in front keeps its own attributes.
 */
function lostMarks(before: ProseMirrorNode, transaction: Transaction): OwedMark[] {
  const owed: OwedMark[] = [];
  before.forEach((paragraph, position) => {
    if (!isCarried(paragraph) || paragraph.content.size === 0) return;
    const end = transaction.mapping.mapResult(position + 1 + paragraph.content.size, -1);
    if (end.deletedBefore) return;
    const $end = transaction.doc.resolve(end.pos);
    if ($end.parent.type.name !== 'paragraph') return;
    const start = transaction.mapping.mapResult(position, 1);
    const joined = start.deletedAfter || start.pos !== $end.before(1);
    if (!isCarried($end.parent) || (joined && acceptedOf($end.parent).length > 0)) {
      owed.push({
        position: end.pos,
        year: paragraph.attrs.carriedFrom,
        accepted: acceptedOf(paragraph),
      });
    }
  });
  return owed;
}

const keepCarriedKey = new PluginKey<readonly OwedMark[]>('keepCarried');
const settleMeta = 'keepCarriedSettle';
const nothingOwed: readonly OwedMark[] = [];

function nextOwed(transaction: Transaction, owed: readonly OwedMark[]): readonly OwedMark[] {
  if (transaction.getMeta(settleMeta) === 'paid') return nothingOwed;
  if (!transaction.docChanged) return owed;
  const kept = owed.map((mark) => ({ ...mark, position: transaction.mapping.map(mark.position, -1) }));
  const decided = transaction.getMeta(decisionMeta) === true || transaction.getMeta('history$') !== undefined;
  const lost = decided ? [] : lostMarks(transaction.before, transaction);
  return kept.length + lost.length === 0 ? nothingOwed : [...kept, ...lost];
}

function payment(state: EditorState): Transaction | null {
  const owed = keepCarriedKey.getState(state) ?? nothingOwed;
  if (owed.length === 0) return null;
  const transaction = state.tr.setMeta(settleMeta, 'paid');
  for (const { position, year, accepted } of owed) {
    const $position = transaction.doc.resolve(Math.min(position, transaction.doc.content.size));
    if ($position.depth === 0) continue;
    const holder = $position.parent;
    if (!isCarried(holder)) {
      transaction.setNodeAttribute($position.before(1), 'carriedFrom', year);
      continue;
    }
    // Accepted is accepted by its words: a fact that nobody has looked at must not hide behind another's decision.
    const kept = acceptedOf(holder).filter((text) => accepted.includes(text));
    if (kept.length < acceptedOf(holder).length) {
      transaction.setNodeAttribute($position.before(1), 'accepted', kept.length > 0 ? kept : null);
    }
  }
  return transaction;
}

/** How long after a composition's end the browser may still deliver its last changes, in milliseconds. */
const compositionSettles = 60;

/** The plugin by itself: it needs no page, only the states of a document. */
export function keepCarriedPlugin(): Plugin<readonly OwedMark[]> {
  let shown: EditorView | null = null;
  return new Plugin<readonly OwedMark[]>({
    key: keepCarriedKey,
    state: { init: () => nothingOwed, apply: nextOwed },
    view: (view) => {
      shown = view;
      return {
        destroy: () => {
          shown = null;
        },
      };
    },
    // A changed attribute redraws the paragraph, which would tear an input method out of its composition.
    appendTransaction: (_transactions, _before, state) => (shown?.composing ? null : payment(state)),
    props: {
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => {
            if (view.isDestroyed || view.composing || !keepCarriedKey.getState(view.state)?.length) return;
            view.dispatch(view.state.tr.setMeta(settleMeta, 'due'));
          }, compositionSettles);
          return false;
        },
      },
    },
  });
}

export const KeepCarried = Extension.create({
  name: 'keepCarried',
  addProseMirrorPlugins: () => [keepCarriedPlugin()],
});
