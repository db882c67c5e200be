import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { splitParagraph } from '../../../../../src/renderer/features/write/editor/basic-keys.ts';
import {
  carriedPositions,
  confirmCarried,
} from '../../../../../src/renderer/features/write/editor/carried-paragraph.ts';
import { keepCarriedPlugin } from '../../../../../src/renderer/features/write/editor/keep-carried.ts';
import { sliceFromText } from '../../../../../src/renderer/features/write/editor/plain-paste.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import { body, paragraph } from '../fixtures.ts';

const schema = writeSchema();

function stateOf(...paragraphs: ParagraphNode[]): EditorState {
  return EditorState.create({
    doc: documentToNode(schema, body(...paragraphs)),
    plugins: [history(), keepCarriedPlugin()],
  });
}

/** The texts of a state's paragraphs, a carried one with its year in front. */
function texts(state: EditorState): string[] {
  return nodeToDocument(state.doc).content.map(({ attrs, content }) => {
    const text = (content ?? []).map((node) => (node.type === 'text' ? node.text : '#')).join('');
    return attrs.carriedFrom === null ? text : `${attrs.carriedFrom} ${text}`;
  });
}

function run(
  state: EditorState,
  command: (state: EditorState, dispatch: (transaction: Transaction) => void) => boolean,
): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

function caretAt(state: EditorState, position: number): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)));
}

describe('confirming', () => {
  const start = stateOf(paragraph(['甲甲'], 2023), paragraph(['乙乙']), paragraph(['丙丙'], 2022));

  it('finds the carried paragraphs that a range touches', () => {
    expect(carriedPositions(start.doc, 0, start.doc.content.size)).toEqual([0, 8]);
    expect(carriedPositions(start.doc, 2, 2)).toEqual([0]);
    expect(carriedPositions(start.doc, 6, 6)).toEqual([]);
    expect(carriedPositions(start.doc, 6, 10)).toEqual([8]);
  });

  it('takes the mark off as one step that can be undone and redone', () => {
    const transaction = confirmCarried(start, [0, 8]);
    expect(transaction).not.toBeNull();
    if (!transaction) return;
    const confirmed = start.apply(transaction);
    expect(texts(confirmed)).toEqual(['甲甲', '乙乙', '丙丙']);
    const undone = run(confirmed, undo);
    expect(texts(undone)).toEqual(['2023 甲甲', '乙乙', '2022 丙丙']);
    expect(texts(run(undone, redo))).toEqual(['甲甲', '乙乙', '丙丙']);
  });

  it('is no step where nothing is carried', () => {
    expect(confirmCarried(start, [])).toBeNull();
  });
});

describe('the mark of a carried paragraph', () => {
  it('survives typing and deleting inside', () => {
    const state = stateOf(paragraph(['甲乙丙'], 2023));
    expect(texts(state.apply(state.tr.insertText('，', 2)))).toEqual(['2023 甲，乙丙']);
    expect(texts(state.apply(state.tr.delete(1, 3)))).toEqual(['2023 丙']);
    expect(texts(state.apply(state.tr.insertText('新', 1, 4)))).toEqual(['2023 新']);
  });

  it('goes over to the paragraph of this year that it is joined to', () => {
    const state = stateOf(paragraph(['今年']), paragraph(['去年'], 2023));
    const joined = state.apply(state.tr.join(4));
    expect(texts(joined)).toEqual(['2023 今年去年']);
    expect(texts(run(joined, undo))).toEqual(['今年', '2023 去年']);
  });

  it('goes over when a selection across two paragraphs is deleted', () => {
    const state = stateOf(paragraph(['今年']), paragraph(['去年'], 2023));
    expect(texts(state.apply(state.tr.delete(2, 6)))).toEqual(['2023 今年']);
  });

  it('does not go over when all of its text was deleted', () => {
    const state = stateOf(paragraph(['今年']), paragraph(['去年'], 2023));
    expect(texts(state.apply(state.tr.delete(2, 7)))).toEqual(['今']);
  });

  it('stays on what a paste of several paragraphs splits off', () => {
    const state = stateOf(paragraph(['去年前后'], 2023));
    const pasted = state.apply(state.tr.replace(3, 3, sliceFromText(schema, '新一\n新二')));
    expect(texts(pasted)).toEqual(['2023 去年新一', '2023 新二前后']);
  });

  it('stays on both halves when Enter splits it, and not on a new paragraph behind it', () => {
    const state = stateOf(paragraph(['去年'], 2023));
    expect(texts(run(caretAt(state, 2), splitParagraph))).toEqual(['2023 去', '2023 年']);
    expect(texts(run(caretAt(state, 3), splitParagraph))).toEqual(['2023 去年', '']);
  });

  it('goes when a person confirms it after joining', () => {
    const state = stateOf(paragraph(['今年']), paragraph(['去年'], 2023));
    const joined = state.apply(state.tr.join(4));
    const transaction = confirmCarried(joined, carriedPositions(joined.doc, 0, joined.doc.content.size));
    expect(transaction && texts(joined.apply(transaction))).toEqual(['今年去年']);
  });
});
