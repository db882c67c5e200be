/** Dropping a number of the tables into the text: it becomes a binding where the drop cursor stands. */
import { Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import { insertBinding } from './insert.ts';

/** Under this type a dragged indicator's id travels; no other program knows it. */
export const draggedIndicatorType = 'application/x-xiangbao-indicator';

export interface IndicatorDropOptions {
  bindingFor: (indicatorId: string) => BindingAttributes | null;
}

/** The place in a paragraph's text that is nearest to a point of the window. */
function textPositionAt(view: EditorView, left: number, top: number): number | null {
  const found = view.posAtCoords({ left, top });
  if (!found) return null;
  const $found = view.state.doc.resolve(found.pos);
  return $found.parent.isTextblock ? found.pos : TextSelection.near($found).from;
}

export const IndicatorDrop = Extension.create<IndicatorDropOptions>({
  name: 'indicatorDrop',
  addOptions: () => ({ bindingFor: () => null }),
  addProseMirrorPlugins() {
    const { bindingFor } = this.options;
    return [
      dropCursor({ color: false, width: 2, class: 'drop-cursor' }),
      new Plugin({
        props: {
          handleDrop(view, event) {
            const indicatorId = event.dataTransfer?.getData(draggedIndicatorType) ?? '';
            if (indicatorId === '') return false;
            const binding = bindingFor(indicatorId);
            const position = textPositionAt(view, event.clientX, event.clientY);
            if (binding && position !== null) {
              view.dispatch(
                closeHistory(insertBinding(view.state, binding, { from: position, to: position })),
              );
              view.focus();
            }
            return true;
          },
        },
      }),
    ];
  },
});
