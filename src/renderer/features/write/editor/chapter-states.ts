/**
 * One editor shows all chapters of a report; each chapter keeps its own text, selection and undo history while the
 * report stays open.
 */
import { EditorState, Selection } from '@tiptap/pm/state';
import type { ChapterDocument } from '../../../../shared/domain/document.ts';
import { documentToNode } from './schema.ts';

interface RememberedChapter {
  state: EditorState;
  /** The body that `state` was saved as; another one means that the text was changed elsewhere. */
  body: ChapterDocument;
}

export interface ChapterStates {
  remember(chapterId: string, state: EditorState, body: ChapterDocument): void;
  /**
   * The state to show for a chapter whose text is `body`: the remembered one, or a fresh one. It is given the plugins
   * of `like`, the editor's present state: an editor built anew goes on with the undo history of the one before.
   */
  stateFor(chapterId: string, body: ChapterDocument, like: EditorState): EditorState;
  /** The remembered state of a chapter, if `body` is still its text; it may only be read and applied to. */
  rememberedFor(chapterId: string, body: ChapterDocument): EditorState | null;
  forgetAll(): void;
}

export function createChapterStates(): ChapterStates {
  const remembered = new Map<string, RememberedChapter>();
  return {
    remember: (chapterId, state, body) => remembered.set(chapterId, { state, body }),
    stateFor(chapterId, body, like) {
      const known = remembered.get(chapterId);
      if (known?.body === body) {
        return known.state.plugins === like.plugins
          ? known.state
          : known.state.reconfigure({ plugins: like.plugins });
      }
      const doc = documentToNode(like.schema, body);
      return EditorState.create({ doc, plugins: like.plugins, selection: Selection.atEnd(doc) });
    },
    rememberedFor(chapterId, body) {
      const known = remembered.get(chapterId);
      return known?.body === body ? known.state : null;
    },
    forgetAll: () => remembered.clear(),
  };
}
