/** Opening a binding's card, with the mouse or with Enter on a selected binding. */
import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { bindingOf } from './schema.ts';

export interface BindingKeysOptions {
  onOpened: (bindingId: string) => void;
}

export const BindingKeys = Extension.create<BindingKeysOptions>({
  name: 'bindingKeys',
  priority: 970,
  addOptions: () => ({ onOpened: () => {} }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        const binding = selection instanceof NodeSelection ? bindingOf(selection.node) : null;
        if (binding) this.options.onOpened(binding.id);
        return binding !== null;
      },
    };
  },
  addProseMirrorPlugins() {
    const { onOpened } = this.options;
    return [
      new Plugin({
        props: {
          handleClickOn(view, _position, node, nodePosition, _event, direct) {
            const binding = direct ? bindingOf(node) : null;
            if (!binding) return false;
            view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, nodePosition)));
            onOpened(binding.id);
            return true;
          },
        },
      }),
    ];
  },
});
