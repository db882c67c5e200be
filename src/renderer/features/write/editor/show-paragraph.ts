/** Brings a paragraph into view, with the caret at its start. */
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

export function showParagraph(editor: Editor, index: number): void {
  const { doc } = editor.state;
  if (index >= doc.childCount) return;
  let position = 0;
  for (let before = 0; before < index; before += 1) position += doc.child(before).nodeSize;
  const transaction = editor.state.tr.setSelection(TextSelection.near(doc.resolve(position + 1)));
  editor.view.dispatch(transaction.scrollIntoView());
  editor.view.focus();
}
