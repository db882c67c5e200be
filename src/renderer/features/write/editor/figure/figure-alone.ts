/**
 * A figure stands in a paragraph of its own, and no caret stands beside it: a caret that comes there selects the figure,
 * and what is typed or pasted then goes into a paragraph below. Whatever else brings text beside a figure (joining,
 * dropping) is split off again at once.
 */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isFigureParagraph, selectedFigure, selectFigureAt, writeBelow } from './figure-commands.ts';

/** Positions at which paragraphs must be split so that each figure is alone, last first. */
function crowdedPlaces(doc: ProseMirrorNode): number[] {
  const places: number[] = [];
  doc.forEach((paragraph, start) => {
    if (paragraph.childCount < 2) return;
    let before: ProseMirrorNode | null = null;
    paragraph.forEach((node, offset) => {
      const touches = [node, before].some((one) => one?.type.name === 'figure');
      if (before !== null && touches) places.push(start + 1 + offset);
      before = node;
    });
  });
  return places.reverse();
}

/** The steps that set right what stands beside a figure, or null where nothing does. Pure. */
export function figuresAlone(state: EditorState): Transaction | null {
  const transaction = state.tr;
  for (const place of crowdedPlaces(state.doc)) transaction.split(place);
  const { selection } = transaction;
  const isBeside =
    selection instanceof TextSelection && selection.empty && isFigureParagraph(selection.$from.parent);
  if (isBeside) selectFigureAt(transaction, selection.$from.before(1));
  return transaction.docChanged || transaction.selectionSet ? transaction : null;
}

/** An input method is about to compose: it needs a place of its own before it begins. */
function makeRoom(view: EditorView): void {
  const position = selectedFigure(view.state);
  if (position !== null && view.editable) view.dispatch(writeBelow(view.state, position, ''));
}

/**
 * Start of the paragraph of a figure that the browser itself is about to delete with the text around it, because the key
 * came before the editor had heard where the caret went; null where it deletes none, or a person has selected it.
 */
function deletedUnasked(view: EditorView, event: InputEvent): number | null {
  if (!event.inputType.startsWith('delete') || view.composing || !view.state.selection.empty) return null;
  for (const range of event.getTargetRanges()) {
    const from = view.posAtDOM(range.startContainer, range.startOffset);
    const to = view.posAtDOM(range.endContainer, range.endOffset);
    let start: number | null = null;
    view.state.doc.forEach((paragraph, position) => {
      const isInside = position >= from && position + paragraph.nodeSize <= to;
      if (isInside && isFigureParagraph(paragraph)) start = position;
    });
    if (start !== null) return start;
  }
  return null;
}

/** Key code of a key that an input method takes. */
const composingKey = 229;
/** How long after a composition's end the browser may still deliver its last changes, in milliseconds. */
const compositionSettles = 60;

export function figureAlonePlugin(): Plugin {
  let shown: EditorView | null = null;
  return new Plugin({
    view: (view) => {
      shown = view;
      return {
        destroy: () => {
          shown = null;
        },
      };
    },
    // Splitting redraws the paragraph, which would tear an input method out of its composition.
    appendTransaction: (_transactions, _before, state) => (shown?.composing ? null : figuresAlone(state)),
    props: {
      handleTextInput(view, _from, _to, text) {
        const position = selectedFigure(view.state);
        if (position === null) return false;
        view.dispatch(writeBelow(view.state, position, text));
        return true;
      },
      handlePaste(view) {
        makeRoom(view);
        return false;
      },
      handleDOMEvents: {
        keydown: (view, event) => {
          if (event.keyCode === composingKey) makeRoom(view);
          return false;
        },
        beforeinput: (view, event) => {
          const start = deletedUnasked(view, event);
          if (start === null) return false;
          event.preventDefault();
          view.dispatch(selectFigureAt(view.state.tr, start));
          return true;
        },
        compositionstart: (view) => {
          makeRoom(view);
          return false;
        },
        compositionend: (view) => {
          setTimeout(() => {
            if (view.isDestroyed || view.composing) return;
            const transaction = figuresAlone(view.state);
            if (transaction) view.dispatch(transaction);
          }, compositionSettles);
          return false;
        },
      },
    },
  });
}
