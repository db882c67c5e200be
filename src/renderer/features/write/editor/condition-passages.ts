/** Conditional passages as steps of the document: found, put under a condition, changed, released. Each is an undo step of its own. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Condition } from '../../../../shared/domain/condition.ts';
import { bindingMark } from '../../../../shared/domain/propose/found-in-chapters.ts';
import { splitSentences } from '../../../../shared/domain/roll/sentences.ts';
import { conditionOfMark } from './condition-mark.ts';

export interface Stretch {
  from: number;
  to: number;
}

function conditionOfNode(node: ProseMirrorNode | null | undefined): Condition | null {
  for (const mark of node?.marks ?? []) {
    const condition = conditionOfMark(mark);
    if (condition) return condition;
  }
  return null;
}

/** The condition of the passage at a position, inside it or at either end; or null. */
export function conditionAt(doc: ProseMirrorNode, position: number): Condition | null {
  const $position = doc.resolve(Math.min(position, doc.content.size));
  return conditionOfNode($position.nodeAfter) ?? conditionOfNode($position.nodeBefore);
}

/** The condition of the first passage that a selection touches. */
export function selectedCondition({ doc, selection }: EditorState): Condition | null {
  if (selection.empty) return conditionAt(doc, selection.from);
  let found: Condition | null = null;
  doc.nodesBetween(selection.from, selection.to, (node) => {
    found ??= conditionOfNode(node);
    return found === null;
  });
  return found;
}

/** Where the passage with this id stands, in reading order: a stretch for each paragraph and each gap in it. */
export function stretchesOf(doc: ProseMirrorNode, id: string): Stretch[] {
  const stretches: Stretch[] = [];
  doc.descendants((node, position) => {
    if (!node.isInline) return true;
    if (conditionOfNode(node)?.id !== id) return false;
    const last = stretches.at(-1);
    if (last?.to === position) last.to = position + node.nodeSize;
    else stretches.push({ from: position, to: position + node.nodeSize });
    return false;
  });
  return stretches;
}

/**
 * What is to be put under a condition: what is selected, without the passages that already are; with only a caret, the
 * sentence it stands in. Null where there is no text.
 */
export function wantedStretch({ doc, selection }: EditorState): Stretch | null {
  if (!selection.empty || selection instanceof NodeSelection) {
    const { from, to } = selection;
    return doc.textBetween(from, to, '', bindingMark) === '' ? null : { from, to };
  }
  const { $from } = selection;
  const text = $from.parent.textBetween(0, $from.parent.content.size, '', bindingMark);
  const at = $from.parentOffset;
  const sentence = splitSentences(text).findLast(({ start }) => start <= at) ?? splitSentences(text)[0];
  return sentence === undefined
    ? null
    : { from: $from.start() + sentence.start, to: $from.start() + sentence.end };
}

export function selectStretch(state: EditorState, { from, to }: Stretch): Transaction {
  return state.tr.setSelection(TextSelection.create(state.doc, from, to));
}

/** Puts a stretch under a condition; parts that were under another are now under this one. */
export function setCondition(
  state: EditorState,
  { from, to }: Stretch,
  condition: Condition,
): Transaction | null {
  const type = state.schema.marks.condition;
  if (!type) return null;
  const end = Math.min(to, state.doc.content.size);
  const transaction = closeHistory(state.tr);
  // A figure is printed always.
  state.doc.nodesBetween(from, end, (node, position) => {
    if (!node.isText && node.type.name !== 'binding') return;
    const last = Math.min(end, position + node.nodeSize);
    transaction.addMark(Math.max(from, position), last, type.create(condition));
  });
  return transaction.setSelection(TextSelection.create(transaction.doc, end));
}

/** Changes the condition of the whole passage that has its id; null where the passage is gone. */
export function changeCondition(state: EditorState, condition: Condition): Transaction | null {
  const type = state.schema.marks.condition;
  const stretches = stretchesOf(state.doc, condition.id);
  if (!type || stretches.length === 0) return null;
  return stretches.reduce(
    (transaction, { from, to }) => transaction.addMark(from, to, type.create(condition)),
    closeHistory(state.tr),
  );
}

/** Releases a passage: its text stays and is printed always. Null where it is gone. */
export function removeCondition(state: EditorState, id: string): Transaction | null {
  const type = state.schema.marks.condition;
  const stretches = stretchesOf(state.doc, id);
  if (!type || stretches.length === 0) return null;
  return stretches.reduce(
    (transaction, { from, to }) => transaction.removeMark(from, to, type),
    closeHistory(state.tr),
  );
}
