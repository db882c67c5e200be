/** Puts a figure into the chapter that is shown and hands the text over at once, so that the figure gets its number. */
import type { FigureAttributes } from '../../../../../shared/domain/figure.ts';
import type { ChapterEditor } from '../chapter-editor.ts';
import { findFigure, insertFigure } from './figure-commands.ts';

export function putFigure(chapterEditor: ChapterEditor, figure: FigureAttributes): void {
  const { editor } = chapterEditor;
  editor.view.dispatch(insertFigure(editor.state, figure, !chapterEditor.hasCaret()));
  chapterEditor.flush();
  editor.view.focus();
  const position = findFigure(editor.state.doc, figure.id);
  const element = position === null ? null : editor.view.nodeDOM(position);
  if (element instanceof Element) element.scrollIntoView({ block: 'center' });
}
