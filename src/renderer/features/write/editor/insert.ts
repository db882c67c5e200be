/** Putting numbers and paragraphs into the text: as steps of the document, so that each can be undone. */
import type { Mark } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import {
  type BindingAttributes,
  type InlineNode,
  type Override,
  type ParagraphNode,
  withoutOverride,
} from '../../../../shared/domain/document.ts';
import { FreshIds } from './fresh-ids.ts';
import { bindingOf } from './schema.ts';

/** Puts a binding in place of `range` (or of the selection), the caret behind it; under the condition of what stood there. */
export function insertBinding(
  state: EditorState,
  binding: BindingAttributes,
  range: { from: number; to: number } = replaceable(state),
): Transaction {
  const node = state.schema.node('binding', { ...binding }, undefined, marksAt(state, range));
  const transaction = state.tr.replaceRangeWith(range.from, range.to, node);
  const behind = transaction.mapping.map(range.to, 1);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(behind), -1)).scrollIntoView();
}

function marksAt({ doc }: EditorState, { from, to }: { from: number; to: number }): readonly Mark[] {
  const $from = doc.resolve(from);
  return from < to && $from.nodeAfter !== null ? $from.nodeAfter.marks : $from.marks();
}

/** A selected binding is not replaced by the next one: the new one goes behind it. */
function replaceable(state: EditorState): { from: number; to: number } {
  const { selection } = state;
  return selection instanceof NodeSelection
    ? { from: selection.to, to: selection.to }
    : { from: selection.from, to: selection.to };
}

/**
 * The paragraph with new identities for its bindings, figures and conditional passages, a copy being another place, and
 * without what was written over a number elsewhere.
 */
export function copiedParagraph(
  content: readonly InlineNode[],
  carriedFrom: number | null,
  newId: () => string,
): ParagraphNode {
  const passageIds = new FreshIds(newId);
  const copies = content.map((node): InlineNode => {
    if (node.type === 'figure') return { ...node, attrs: { ...node.attrs, id: newId() } };
    const marks = node.marks?.map((mark) => ({
      ...mark,
      attrs: { ...mark.attrs, id: passageIds.for(mark.attrs.id) },
    }));
    const marked = marks === undefined ? node : { ...node, marks };
    return marked.type === 'binding'
      ? { ...marked, attrs: { ...withoutOverride(marked.attrs), id: newId() } }
      : marked;
  });
  return { type: 'paragraph', attrs: { carriedFrom }, ...(copies.length > 0 && { content: copies }) };
}

/**
 * Puts a paragraph behind the one with the caret, or in its place where that one is empty. `atEnd` puts it behind the
 * last paragraph: for a text in which nobody has set the caret yet.
 */
export function insertParagraph(state: EditorState, paragraph: ParagraphNode, atEnd: boolean): Transaction {
  const node = state.schema.nodeFromJSON(paragraph);
  const { doc, selection } = state;
  const index = atEnd ? doc.childCount - 1 : selection.$to.index(0);
  const current = doc.child(index);
  let start = 0;
  for (let before = 0; before < index; before += 1) start += doc.child(before).nodeSize;
  const end = start + current.nodeSize;
  const transaction =
    current.content.size === 0 ? state.tr.replaceWith(start, end, node) : state.tr.insert(end, node);
  const inside = (current.content.size === 0 ? start : end) + node.nodeSize - 1;
  return transaction.setSelection(Selection.near(transaction.doc.resolve(inside), -1)).scrollIntoView();
}

/** The position of the binding with this identity, or null when it is gone. */
export function findBinding(state: EditorState, id: string): number | null {
  let found: number | null = null;
  state.doc.descendants((node, position) => {
    if (found === null && node.type.name === 'binding' && node.attrs.id === id) found = position;
    return found === null;
  });
  return found;
}

export interface BindingChange {
  format?: BindingFormat;
  yearOffset?: number;
  /** Null takes away what a person wrote there. */
  override?: Override | null;
}

export function changeBinding(state: EditorState, id: string, change: BindingChange): Transaction | null {
  const position = findBinding(state, id);
  const binding = position === null ? null : bindingOf(state.doc.nodeAt(position));
  if (position === null || binding === null) return null;
  const transaction = state.tr.setNodeMarkup(position, null, { ...binding, ...change });
  return transaction.setSelection(NodeSelection.create(transaction.doc, position));
}

export function removeBinding(state: EditorState, id: string): Transaction | null {
  const position = findBinding(state, id);
  return position === null ? null : state.tr.delete(position, position + 1);
}
