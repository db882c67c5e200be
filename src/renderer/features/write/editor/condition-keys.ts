/** Opening a passage's condition, with the mouse or with a key. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { conditionAt } from './condition-passages.ts';
import { passageSelector } from './condition-view.ts';

export interface ConditionKeysOptions {
  /** A person wants a condition where the caret or the selection is. */
  onWanted: () => void;
  /** A person clicked into a passage: it may tell, but the caret stays in the text. */
  onClicked: (conditionId: string) => void;
}

export const ConditionKeys = Extension.create<ConditionKeysOptions>({
  name: 'conditionKeys',
  priority: 955,
  addOptions: () => ({ onWanted: () => {}, onClicked: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Alt-c': ({ editor }) => {
        if (editor.isEditable) this.options.onWanted();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    const { onClicked } = this.options;
    return [
      new Plugin({
        props: {
          handleClick(view, position, event) {
            const onPassage = event.target instanceof Element && event.target.closest(passageSelector);
            const condition = onPassage ? conditionAt(view.state.doc, position) : null;
            if (condition) onClicked(condition.id);
            return false;
          },
        },
      }),
    ];
  },
});
