/** Undo, redo and the Enter key of a chapter's text. */
import { Extension } from '@tiptap/core';
import { splitBlockAs } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';

/**
 * Enter at a paragraph's end begins a new one, which carries nothing over; within a carried paragraph both halves
 * stay marked, and what was decided in it stays decided.
 */
export const splitParagraph = splitBlockAs((node, atEnd) => ({
  type: node.type,
  attrs: atEnd ? {} : { carriedFrom: node.attrs.carriedFrom, accepted: node.attrs.accepted },
}));

export const BasicKeys = Extension.create({
  name: 'basicKeys',
  priority: 950,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => splitParagraph(editor.state, editor.view.dispatch),
      'Shift-Enter': ({ editor }) => splitParagraph(editor.state, editor.view.dispatch),
      'Mod-z': ({ editor }) => undo(editor.state, editor.view.dispatch) || true,
      'Mod-y': ({ editor }) => redo(editor.state, editor.view.dispatch) || true,
      'Mod-Shift-z': ({ editor }) => redo(editor.state, editor.view.dispatch) || true,
    };
  },
  addProseMirrorPlugins: () => [history({ depth: 300, newGroupDelay: 600 })],
});
