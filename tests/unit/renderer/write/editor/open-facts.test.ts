import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  carriedPositions,
  confirmCarried,
} from '../../../../../src/renderer/features/write/editor/carried-paragraph.ts';
import { keepCarriedPlugin } from '../../../../../src/renderer/features/write/editor/keep-carried.ts';
import {
  acceptFact,
  countOpenFacts,
  factAt,
  openFactPlugin,
  openFactsIn,
  selectFact,
} from '../../../../../src/renderer/features/write/editor/open-facts.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { createOpenItemFinder } from '../../../../../src/renderer/features/write/reuse/open-item-list.ts';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const schema = writeSchema();
const finder = createOpenItemFinder(2024, null);

function stateOf(...paragraphs: ParagraphNode[]): EditorState {
  return EditorState.create({
    doc: documentToNode(schema, body(...paragraphs)),
    plugins: [history(), keepCarriedPlugin(), openFactPlugin(finder.ofParagraph)],
  });
}

function open(state: EditorState): string[] {
  return openFactsIn(state, 0, state.doc.content.size).map(
    ({ kind, text, from, to }) => `${kind}:${text}:${state.doc.textBetween(from, to)}`,
  );
}

const accepted = (state: EditorState) => nodeToDocument(state.doc).content.map(({ attrs }) => attrs.accepted);

function run(state: EditorState, command: typeof undo): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

const carried = paragraph(['2023年3月，调解', binding('a'), '，会商8次。'], 2023);

function accept(state: EditorState, text: string): EditorState {
  const fact = openFactsIn(state, 0, state.doc.content.size).find((one) => one.text === text);
  const transaction = fact ? acceptFact(state, fact) : null;
  if (!transaction) throw new Error(`no open fact ${text}`);
  return state.apply(transaction);
}

describe('open facts', () => {
  it('are those of carried paragraphs, at their places beside bindings', () => {
    const state = stateOf(paragraph(['2023年3月，会商9次。']), carried);
    expect(open(state)).toEqual(['date:2023年3月:2023年3月', 'number:8次:8次']);
  });

  it('lose their highlight once accepted, and get it back with undo', () => {
    const decided = accept(stateOf(carried), '8次');
    expect(open(decided)).toEqual(['date:2023年3月:2023年3月']);
    expect(accepted(decided)).toEqual([['8次']]);
    const undone = run(decided, undo);
    expect(open(undone)).toHaveLength(2);
    expect(accepted(undone)).toEqual([undefined]);
    expect(open(run(undone, redo))).toHaveLength(1);
  });

  it('cannot be accepted where they are longer than a decision can hold', () => {
    const state = stateOf(carried);
    const long = { kind: 'document' as const, text: '长'.repeat(201), from: 1, to: 8 };
    expect(acceptFact(state, long)).toBeNull();
    expect(acceptFact(state, { ...long, text: '长'.repeat(200) })).not.toBeNull();
  });

  it('are selected to be typed over', () => {
    const state = stateOf(carried);
    const [fact] = openFactsIn(state, 0, state.doc.content.size);
    const selected = fact ? state.apply(selectFact(state, fact)) : state;
    expect(
      selected.selection instanceof TextSelection && selected.doc.textBetween(1, selected.selection.to),
    ).toBe('2023年3月');
  });

  it('move with the text typed in front of them', () => {
    const state = stateOf(carried);
    expect(open(state.apply(state.tr.insertText('自', 1)))).toEqual(open(state));
  });

  it('tell how many a confirmation would keep; confirming leaves none and can be undone', () => {
    const state = accept(stateOf(carried, carried, paragraph(['8次'])), '8次');
    const positions = carriedPositions(state.doc, 0, state.doc.content.size);
    expect(countOpenFacts(state, positions.slice(0, 1))).toBe(1);
    expect(countOpenFacts(state, positions)).toBe(3);
    const transaction = confirmCarried(state, positions);
    const confirmed = transaction ? state.apply(transaction) : state;
    expect(open(confirmed)).toEqual([]);
    expect(accepted(confirmed)).toEqual([undefined, undefined, undefined]);
    const undone = run(confirmed, undo);
    expect(open(undone)).toHaveLength(3);
    expect(accepted(undone)).toEqual([['8次'], undefined, undefined]);
  });

  it('are found at a position, a year in a name before the name', () => {
    const state = stateOf(paragraph(['印发《云溪镇2023年工作要点》。'], 2023));
    expect(factAt(state, 4)?.kind).toBe('document');
    expect(factAt(state, 8)?.kind).toBe('year');
    expect(factAt(state, 1)).toBeNull();
  });
});

describe('a decision', () => {
  it('does not decide the same words of a paragraph that is joined to it', () => {
    const state = accept(stateOf(paragraph(['会商8次，'], 2023), paragraph(['走访8次。'], 2023)), '8次');
    const joined = state.apply(state.tr.join(7));
    expect(nodeToDocument(joined.doc).content).toHaveLength(1);
    expect(accepted(joined)).toEqual([undefined]);
  });

  it('stays where both joined paragraphs had taken it', () => {
    let state = stateOf(paragraph(['会商8次，'], 2023), paragraph(['走访8次。'], 2023));
    state = accept(accept(state, '8次'), '8次');
    expect(accepted(state.apply(state.tr.join(7)))).toEqual([['8次']]);
  });

  it('stays while its paragraph is typed in', () => {
    const state = accept(stateOf(carried), '8次');
    expect(accepted(state.apply(state.tr.insertText('，', 3)))).toEqual([['8次']]);
  });
});
