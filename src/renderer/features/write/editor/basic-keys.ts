/** Undo, redo and the Enter key of a chapter's text. */
import { Extension } from '@tiptap/core';
import { splitBlockAs } from '@tiptap/pm/commands';
import { history } from '@tiptap/pm/history';
import { longestJournal } from '../../../app/session/undo-journal.ts';

/**
 * Enter at a paragraph's end begins a new one, which carries nothing over; within a carried paragraph both halves
 * stay marked, and what was decided in it stays decided.
 */
export const splitParagraph = splitBlockAs((node, atEnd) => ({
  type: node.type,
  attrs: atEnd ? {} : { carriedFrom: node.attrs.carriedFrom, accepted: node.attrs.accepted },
}));

export interface BasicKeysOptions {
  /** Undo and redo of the whole report; this text's own history is one part of it. */
  onUndo: () => void;
  onRedo: () => void;
}

export const BasicKeys = Extension.create<BasicKeysOptions>({
  name: 'basicKeys',
  priority: 950,
  addOptions: () => ({ onUndo: () => {}, onRedo: () => {} }),
  addKeyboardShortcuts() {
    const asked = (ask: () => void) => () => {
      ask();
      return true;
    };
    const { onUndo, onRedo } = this.options;
    return {
      Enter: ({ editor }) => splitParagraph(editor.state, editor.view.dispatch),
      'Shift-Enter': ({ editor }) => splitParagraph(editor.state, editor.view.dispatch),
      'Mod-z': asked(onUndo),
      'Mod-y': asked(onRedo),
      'Mod-Shift-z': asked(onRedo),
    };
  },
  addProseMirrorPlugins: () => [history({ depth: longestJournal, newGroupDelay: 600 })],
});
