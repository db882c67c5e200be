/** Where somebody last wrote, so that the preview opens there. */
import type { Editor } from '@tiptap/core';
import { useLayoutEffect } from 'react';
import { createStore } from 'zustand/vanilla';
import type { PageSource } from '../../../shared/domain/paged-document.ts';
import { reportSession } from '../../app/report-session.ts';

/** Null once the preview has been there. */
export const arrival = createStore<{ place: PageSource | null }>()(() => ({ place: null }));

/** Remembers the paragraph of the caret when 写作 is left. */
export function useWritingRemembered(editor: Editor | null): void {
  // Before the editor is taken down, which an effect's end would see.
  useLayoutEffect(() => {
    if (editor === null) return;
    return () => {
      const { selectedChapterId: chapterId } = reportSession.getState();
      if (chapterId === null) return;
      const { $head } = editor.state.selection;
      arrival.setState({ place: { chapterId, paragraph: $head.index(0) } });
    };
  }, [editor]);
}
