/** Putting tables and charts into the text, changing and removing them: as steps of the document, each can be undone. */
import { closeHistory } from '@tiptap/pm/history';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import {
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import type { FigureAttributes } from '../../../../../shared/domain/figure.ts';
import { insertParagraph } from '../insert.ts';
import { figureOf } from '../schema.ts';

export function isFigureParagraph(node: ProseMirrorNode | null | undefined): boolean {
  return node?.type.name === 'paragraph' && node.childCount === 1 && node.firstChild?.type.name === 'figure';
}

/** The selected figure's position, or null where something else is selected. */
export function selectedFigure({ selection }: EditorState): number | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'figure' ? selection.from : null;
}

/** Selects the figure whose paragraph begins at `start`. */
export function selectFigureAt(transaction: Transaction, start: number): Transaction {
  return transaction.setSelection(NodeSelection.create(transaction.doc, start + 1)).scrollIntoView();
}

/** Puts a figure in a paragraph of its own behind the one with the caret, or at the text's end, and selects it. */
export function insertFigure(state: EditorState, attributes: FigureAttributes, atEnd: boolean): Transaction {
  const transaction = insertParagraph(
    state,
    { type: 'paragraph', attrs: { carriedFrom: null }, content: [{ type: 'figure', attrs: attributes }] },
    atEnd,
  );
  const position = findFigure(transaction.doc, attributes.id);
  return closeHistory(position === null ? transaction : selectFigureAt(transaction, position - 1));
}

/** The position of the figure with this identity, or null when it is gone. */
export function findFigure(doc: ProseMirrorNode, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found === null && node.type.name === 'figure' && node.attrs.id === id) found = position;
    return found === null;
  });
  return found;
}

/** One step to undo for each change, but for the title, of which a person types several characters. */
export function changeFigure(
  state: EditorState,
  id: string,
  change: Partial<Omit<FigureAttributes, 'id'>>,
): Transaction | null {
  const position = findFigure(state.doc, id);
  const figure = position === null ? null : figureOf(state.doc.nodeAt(position));
  if (position === null || figure === null) return null;
  const transaction = state.tr.setNodeMarkup(position, null, { ...figure, ...change });
  transaction.setSelection(NodeSelection.create(transaction.doc, position));
  return 'title' in change ? transaction : closeHistory(transaction);
}

/** Takes the figure out with its paragraph; the last paragraph of a text stays, empty. */
export function removeFigure(state: EditorState, position: number): Transaction {
  const $position = state.doc.resolve(position);
  const alone = state.doc.childCount === 1 || $position.parent.childCount > 1;
  const transaction = alone
    ? state.tr.delete(position, position + 1)
    : state.tr.delete($position.before(1), $position.after(1));
  const near = transaction.doc.resolve(
    Math.min(alone ? position : $position.before(1), transaction.doc.content.size),
  );
  return transaction.setSelection(Selection.near(near, -1)).scrollIntoView();
}

/** A paragraph below the figure for what is typed while the figure is selected: an empty one that follows, or a new one. */
export function writeBelow(state: EditorState, figurePosition: number, text: string): Transaction {
  const after = state.doc.resolve(figurePosition).after(1);
  const follower = state.doc.nodeAt(after);
  const transaction = state.tr;
  const isFree = follower?.type.name === 'paragraph' && follower.childCount === 0;
  if (!isFree) transaction.insert(after, state.schema.node('paragraph'));
  transaction.setSelection(TextSelection.create(transaction.doc, after + 1));
  if (text !== '') transaction.insertText(text);
  return transaction.scrollIntoView();
}
