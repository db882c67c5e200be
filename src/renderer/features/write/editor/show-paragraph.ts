/** Brings a place of the text into view: the caret at a paragraph's start, or a stretch of it selected. */
import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { reportSession } from '../../../app/report-session.ts';
import type { ChapterEditor } from './chapter-editor.ts';

export interface TextPlace {
  chapterId: string;
  /** Index of the paragraph in its chapter. */
  paragraph: number;
  /** Offsets into the paragraph's text, each binding one character; absent: its start. */
  range?: { start: number; end: number };
}

/** Position in front of a paragraph, or null where the text has fewer. */
export function paragraphPosition(doc: ProseMirrorNode, index: number): number | null {
  if (index >= doc.childCount) return null;
  let position = 0;
  for (let before = 0; before < index; before += 1) position += doc.child(before).nodeSize;
  return position;
}

export function showParagraph(editor: Editor, index: number, range?: TextPlace['range']): void {
  const { doc } = editor.state;
  const position = paragraphPosition(doc, index);
  if (position === null) return;
  const size = doc.child(index).content.size;
  const at = (offset: number) => doc.resolve(position + 1 + Math.min(offset, size));
  const selection = range ? TextSelection.between(at(range.start), at(range.end)) : TextSelection.near(at(0));
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}

/** Shows the chapter first where another one is open. */
export function showPlace(chapterEditor: ChapterEditor, { chapterId, paragraph, range }: TextPlace): void {
  // The editor follows the session at once, not with the next drawing.
  reportSession.getState().selectChapter(chapterId);
  showParagraph(chapterEditor.editor, paragraph, range);
}
