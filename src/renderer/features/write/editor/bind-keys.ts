/** The key that binds the number at the caret. */
import { Extension } from '@tiptap/core';

export interface BindKeysOptions {
  onWanted: () => void;
}

export const BindKeys = Extension.create<BindKeysOptions>({
  name: 'bindKeys',
  priority: 954,
  addOptions: () => ({ onWanted: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Alt-y': ({ editor }) => {
        if (editor.isEditable) this.options.onWanted();
        return true;
      },
    };
  },
});
