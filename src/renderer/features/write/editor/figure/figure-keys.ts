/** Reaching, opening, leaving and deleting a figure with the keyboard, and opening it with the mouse. */
import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { figureOf } from '../schema.ts';
import { figureAlonePlugin } from './figure-alone.ts';
import {
  isFigureParagraph,
  removeFigure,
  selectedFigure,
  selectFigureAt,
  writeBelow,
} from './figure-commands.ts';

export interface FigureKeysOptions {
  onOpened: (figureId: string) => void;
}

type Side = 'before' | 'after';

/** Start of the figure paragraph that stands next to the one with the caret, or null. */
function neighbourFigure({ state }: Editor, side: Side): number | null {
  const { $head } = state.selection;
  if ($head.depth === 0) return null;
  const edge = side === 'before' ? $head.before(1) : $head.after(1);
  const neighbour = side === 'before' ? state.doc.resolve(edge).nodeBefore : state.doc.nodeAt(edge);
  if (!isFigureParagraph(neighbour)) return null;
  return side === 'before' ? edge - (neighbour?.nodeSize ?? 0) : edge;
}

/** From a selected figure to the text beside it; from the text's edge onto a figure beside it. */
function step(editor: Editor, side: Side, direction: 'up' | 'down' | 'left' | 'right'): boolean {
  const { state, view } = editor;
  const position = selectedFigure(state);
  const start = neighbourFigure(editor, side);
  if (position === null) {
    const atEdge = state.selection.empty && view.endOfTextblock(direction);
    if (start === null || !atEdge) return false;
  }
  if (start !== null) {
    view.dispatch(selectFigureAt(state.tr, start));
    return true;
  }
  if (position === null) return false;
  const $position = state.doc.resolve(position);
  const edge = state.doc.resolve(side === 'before' ? $position.before(1) : $position.after(1));
  const next = Selection.findFrom(edge, side === 'before' ? -1 : 1, true);
  if (next) view.dispatch(state.tr.setSelection(next).scrollIntoView());
  else if (side === 'after') view.dispatch(writeBelow(state, position, ''));
  return true;
}

/** The first of two keys selects the figure that would be deleted, the second deletes it. */
function erase(editor: Editor, side: Side): boolean {
  const { state, view } = editor;
  const position = selectedFigure(state);
  if (position !== null) {
    view.dispatch(removeFigure(state, position));
    return true;
  }
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !selection.empty) return false;
  const { parentOffset, parent } = selection.$from;
  if (parentOffset !== (side === 'before' ? 0 : parent.content.size)) return false;
  const start = neighbourFigure(editor, side);
  if (start === null) return false;
  const transaction = state.tr;
  if (parent.content.size === 0) transaction.delete(selection.$from.before(1), selection.$from.after(1));
  view.dispatch(selectFigureAt(transaction, transaction.mapping.map(start, -1)));
  return true;
}

export const FigureKeys = Extension.create<FigureKeysOptions>({
  name: 'figureKeys',
  priority: 980,
  addOptions: () => ({ onOpened: () => {} }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const position = selectedFigure(editor.state);
        const figure = position === null ? null : figureOf(editor.state.doc.nodeAt(position));
        if (figure) this.options.onOpened(figure.id);
        return figure !== null;
      },
      'Shift-Enter': ({ editor }) => {
        const position = selectedFigure(editor.state);
        if (position !== null) editor.view.dispatch(writeBelow(editor.state, position, ''));
        return position !== null;
      },
      ArrowUp: ({ editor }) => step(editor, 'before', 'up'),
      ArrowLeft: ({ editor }) => step(editor, 'before', 'left'),
      ArrowDown: ({ editor }) => step(editor, 'after', 'down'),
      ArrowRight: ({ editor }) => step(editor, 'after', 'right'),
      Backspace: ({ editor }) => erase(editor, 'before'),
      Delete: ({ editor }) => erase(editor, 'after'),
    };
  },
  addProseMirrorPlugins() {
    const { onOpened } = this.options;
    return [
      figureAlonePlugin(),
      new Plugin({
        props: {
          handleClickOn(view, _position, node, nodePosition, _event, direct) {
            const figure = direct ? figureOf(node) : null;
            if (!figure) return false;
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePosition)));
            onOpened(figure.id);
            return true;
          },
        },
      }),
    ];
  },
});
