import { history } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { createChapterStates } from '../../../../../src/renderer/features/write/editor/chapter-states.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { createTextHistories } from '../../../../../src/renderer/features/write/editor/text-histories.ts';
import type { ChapterDocument } from '../../../../../src/shared/domain/document.ts';
import { body, paragraph } from '../fixtures.ts';

/** A chapter whose text «甲» was made «甲乙» in an editor that has left the screen. */
function setUp() {
  const states = createChapterStates();
  const first = EditorState.create({
    doc: documentToNode(writeSchema(), body(paragraph(['甲']))),
    plugins: [history()],
  });
  const typed = first.apply(first.tr.insertText('乙', 2));
  const now: { body: ChapterDocument } = { body: nodeToDocument(typed.doc) };
  states.remember('a', typed, now.body);
  const heard: string[] = [];
  const histories = createTextHistories({
    states,
    editor: () => null,
    bodyOf: (chapterId) => (chapterId === 'a' ? now.body : undefined),
    save: (_chapterId, saved) => {
      now.body = saved;
    },
    onHistory: (chapterId, event) => heard.push(`${chapterId} ${event}`),
  });
  return { histories, now, heard };
}

describe('the histories of texts without an editor on the screen', () => {
  it('take typing back and do it again, saved and told each time', () => {
    const { histories, now, heard } = setUp();
    expect(histories.step('a', 'undo')).toBe(true);
    expect(now.body).toEqual(body(paragraph(['甲'])));
    expect(histories.step('a', 'redo')).toBe(true);
    expect(now.body).toEqual(body(paragraph(['甲乙'])));
    expect(heard).toEqual(['a undone', 'a redone']);
  });

  it('do nothing where nothing was typed, and nothing to a text from elsewhere', () => {
    const { histories, now, heard } = setUp();
    expect(histories.step('b', 'undo')).toBe(false);
    expect(histories.step('a', 'redo')).toBe(false);
    const theirs = body(paragraph(['别处改的']));
    now.body = theirs;
    expect(histories.step('a', 'undo')).toBe(false);
    expect(now.body).toBe(theirs);
    expect(heard).toEqual([]);
  });
});
