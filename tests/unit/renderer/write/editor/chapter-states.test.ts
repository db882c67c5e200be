import { history, undo, undoDepth } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { createChapterStates } from '../../../../../src/renderer/features/write/editor/chapter-states.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { body, paragraph } from '../fixtures.ts';

const schema = writeSchema();
const text = body(paragraph(['甲']));

function editorState(): EditorState {
  return EditorState.create({ doc: documentToNode(schema, text), plugins: [history()] });
}

function typed() {
  const state = editorState();
  const next = state.apply(state.tr.insertText('乙', 2));
  return { state: next, saved: nodeToDocument(next.doc) };
}

describe('createChapterStates', () => {
  it('gives a chapter back with its undo history', () => {
    const states = createChapterStates();
    const { state, saved } = typed();
    states.remember('a', state, saved);
    expect(states.stateFor('a', saved, state)).toBe(state);
  });

  it('hands the history on to an editor built anew', () => {
    const states = createChapterStates();
    const { state, saved } = typed();
    states.remember('a', state, saved);
    let next = states.stateFor('a', saved, editorState());
    undo(next, (transaction) => {
      next = next.apply(transaction);
    });
    expect(nodeToDocument(next.doc)).toEqual(text);
  });

  it('begins afresh with a text that was changed elsewhere, or when told to forget', () => {
    const states = createChapterStates();
    const { state, saved } = typed();
    const elsewhere = body(paragraph(['别处改的']));
    states.remember('a', state, saved);
    const fresh = states.stateFor('a', elsewhere, state);
    expect(nodeToDocument(fresh.doc)).toEqual(elsewhere);
    expect(undoDepth(fresh)).toBe(0);
    states.forgetAll();
    expect(undoDepth(states.stateFor('a', saved, state))).toBe(0);
  });
});
