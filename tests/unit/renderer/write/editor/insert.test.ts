import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  changeBinding,
  copiedParagraph,
  findBinding,
  insertBinding,
  insertParagraph,
  removeBinding,
} from '../../../../../src/renderer/features/write/editor/insert.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const schema = writeSchema();

function stateOf(...paragraphs: ParagraphNode[]): EditorState {
  return EditorState.create({ doc: documentToNode(schema, body(...paragraphs)) });
}

function select(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

describe('insertBinding', () => {
  it('stands at the caret, the caret behind it', () => {
    const state = select(stateOf(paragraph(['排查。'])), 3);
    const next = state.apply(insertBinding(state, binding('a')));
    expect(nodeToDocument(next.doc)).toEqual(body(paragraph(['排查', binding('a'), '。'])));
    expect(next.selection.from).toBe(4);
  });

  it('takes the place of what was typed to find it', () => {
    const state = stateOf(paragraph(['排查@纠纷。']));
    const next = state.apply(insertBinding(state, binding('a'), { from: 3, to: 6 }));
    expect(nodeToDocument(next.doc)).toEqual(body(paragraph(['排查', binding('a'), '。'])));
  });

  it('does not take the place of a selected binding', () => {
    const state = stateOf(paragraph(['甲', binding('a'), '乙']));
    const selected = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 2)));
    const next = selected.apply(insertBinding(selected, binding('b')));
    expect(nodeToDocument(next.doc)).toEqual(body(paragraph(['甲', binding('a'), binding('b'), '乙'])));
  });
});

describe('insertParagraph', () => {
  const added = paragraph(['新段'], 2023);

  it.each([
    ['behind the paragraph with the caret', [paragraph(['一']), paragraph(['二'])], 1, false, [0, 'new', 1]],
    ['at the end', [paragraph(['一']), paragraph(['二'])], 1, true, [0, 1, 'new']],
    ['in place of an empty one', [paragraph(['一']), paragraph([])], 4, false, [0, 'new']],
    ['in place of an empty last one', [paragraph(['一']), paragraph([])], 1, true, [0, 'new']],
  ] as const)('%s', (_name, paragraphs, caret, atEnd, order) => {
    const state = select(stateOf(...paragraphs), caret);
    const next = state.apply(insertParagraph(state, added, atEnd));
    const expected = order.map((place) => (place === 'new' ? added : (paragraphs[place] ?? added)));
    expect(nodeToDocument(next.doc)).toEqual(body(...expected));
    expect(next.selection.$from.parent.textContent).toBe('新段');
  });
});

const written = { text: '近60件', reason: '含年底未结的两件', instead: '58件' };

describe('copiedParagraph', () => {
  it('renews identities and carries the mark', () => {
    const content = paragraph(['甲', binding('a')]).content ?? [];
    expect(copiedParagraph(content, 2023, () => 'fresh')).toEqual(paragraph(['甲', binding('fresh')], 2023));
    expect(copiedParagraph([], null, () => 'fresh')).toEqual(paragraph([]));
  });

  it('leaves behind what was written over a number elsewhere', () => {
    const content = paragraph([{ ...binding('a'), override: written }]).content ?? [];
    expect(copiedParagraph(content, 2023, () => 'fresh')).toStrictEqual(paragraph([binding('fresh')], 2023));
  });
});

describe('changing a binding', () => {
  const state = stateOf(paragraph(['一']), paragraph(['甲', binding('a'), '乙', binding('b')], 2023));

  it('finds it by its identity', () => {
    expect(findBinding(state, 'b')).toBe(7);
    expect(findBinding(state, 'gone')).toBeNull();
  });

  it('changes its format and leaves it selected', () => {
    const transaction = changeBinding(state, 'a', { format: { style: 'growth' }, yearOffset: -1 });
    const next = transaction && state.apply(transaction);
    expect(next && nodeToDocument(next.doc).content[1]).toEqual(
      paragraph(
        ['甲', { ...binding('a'), format: { style: 'growth' }, yearOffset: -1 }, '乙', binding('b')],
        2023,
      ),
    );
    expect(next?.selection).toBeInstanceOf(NodeSelection);
  });

  it('writes something else there, and takes that away again without a trace', () => {
    const writing = changeBinding(state, 'a', { override: written });
    const over = writing ? state.apply(writing) : state;
    const place = { ...binding('a'), override: written };
    expect(nodeToDocument(over.doc).content[1]).toStrictEqual(
      paragraph(['甲', place, '乙', binding('b')], 2023),
    );
    const taking = changeBinding(over, 'a', { override: null });
    expect(taking && nodeToDocument(over.apply(taking).doc)).toStrictEqual(nodeToDocument(state.doc));
  });

  it('removes it alone', () => {
    const transaction = removeBinding(state, 'a');
    expect(transaction && nodeToDocument(state.apply(transaction).doc).content[1]).toEqual(
      paragraph(['甲乙', binding('b')], 2023),
    );
  });

  it('does nothing once it is gone', () => {
    expect(changeBinding(state, 'gone', { yearOffset: -1 })).toBeNull();
    expect(removeBinding(state, 'gone')).toBeNull();
  });
});
