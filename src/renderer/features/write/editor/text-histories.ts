/** The chapters' undo histories as the report's timeline asks for them: with an editor on the screen and without. */
import { redo, undo } from '@tiptap/pm/history';
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import type { TextHistories, TextHistoryEvent } from '../../../app/session/undo-actions.ts';
import type { ChapterEditor } from './chapter-editor.ts';
import type { ChapterStates } from './chapter-states.ts';
import { nodeToDocument } from './schema.ts';

export interface TextHistoriesOptions {
  states: ChapterStates;
  /** The editor on the screen; null while another place of the report is open. */
  editor: () => ChapterEditor | null;
  /** A chapter's present text. */
  bodyOf: (chapterId: string) => ChapterDocument | undefined;
  save: (chapterId: string, body: ChapterDocument) => void;
  onHistory: (chapterId: string, event: TextHistoryEvent) => void;
}

export function createTextHistories(options: TextHistoriesOptions): TextHistories {
  const { states, editor, bodyOf, save, onHistory } = options;
  return {
    step(chapterId, direction) {
      const command = direction === 'undo' ? undo : redo;
      const shown = editor();
      // What was typed last must be part of the text that the history belongs to.
      shown?.flush();
      const body = bodyOf(chapterId);
      if (body === undefined) return false;
      if (shown) return shown.change(chapterId, body, command) !== null;
      const remembered = states.rememberedFor(chapterId, body);
      let state = remembered;
      const stepped =
        remembered !== null &&
        command(remembered, (transaction) => {
          state = remembered.apply(transaction);
        });
      if (!stepped || state === null) return false;
      const next = nodeToDocument(state.doc);
      states.remember(chapterId, state, next);
      onHistory(chapterId, direction === 'undo' ? 'undone' : 'redone');
      save(chapterId, next);
      return true;
    },
    // Without an editor on the screen, its groups were ended when it left.
    endGroup: () => editor()?.endGroup(),
  };
}
