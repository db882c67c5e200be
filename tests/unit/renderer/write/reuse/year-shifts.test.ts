import { history, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { makeShifts, shiftPlaces } from '../../../../../src/renderer/features/write/reuse/year-shifts.ts';
import { paragraphPlain } from '../../../../../src/shared/domain/roll/sentences.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const document = body(
  paragraph(['2023年，我镇坚持依法行政，化解纠纷', binding('a'), '。'], 2023),
  paragraph(['2023年，我镇坚持依法行政。']),
  paragraph(['会前准备。2023年，我镇走访', binding('b'), '。2023年3月会商。'], 2023),
);
const start = () =>
  EditorState.create({ doc: documentToNode(writeSchema(), document), plugins: [history()] });
const texts = (state: EditorState) => nodeToDocument(state.doc).content.map(paragraphPlain);

describe('shiftPlaces', () => {
  it('offers the reporting year of carried paragraphs with its surroundings, and no date', () => {
    const places = shiftPlaces(document, 2024, false);
    expect(places.map(({ paragraph: index, before, after }) => [index, before, after])).toEqual([
      [0, '2023年', '2024年'],
      [2, '2023年', '2024年'],
    ]);
    expect(places[1]).toMatchObject({ lead: '会前准备。', rest: '，我镇走访…。2023年3月会商' });
  });

  it('does not offer a mention that was accepted as it stands', () => {
    const [first, ...others] = document.content;
    const decided = first ? [{ ...first, attrs: { ...first.attrs, accepted: ['2023年'] } }, ...others] : [];
    expect(shiftPlaces({ type: 'doc', content: decided }, 2024, false)).toHaveLength(1);
  });
});

describe('makeShifts', () => {
  it('moves the chosen years as one step, each decided where nothing else reads the same', () => {
    let state = start();
    const moved = makeShifts(shiftPlaces(document, 2024, false))(state, (transaction) => {
      state = state.apply(transaction);
    });
    expect(moved).toBe(true);
    expect(texts(state)).toEqual([
      '2024年，我镇坚持依法行政，化解纠纷\uFFFC。',
      '2023年，我镇坚持依法行政。',
      '会前准备。2024年，我镇走访\uFFFC。2023年3月会商。',
    ]);
    expect(nodeToDocument(state.doc).content[0]?.attrs.accepted).toEqual(['2024年']);
    undo(state, (transaction) => {
      state = state.apply(transaction);
    });
    expect(nodeToDocument(state.doc)).toEqual(document);
  });

  it('leaves a place alone that reads otherwise by now', () => {
    const places = shiftPlaces(document, 2024, false);
    const state = start();
    const typed = state.apply(state.tr.insertText('今', 1));
    const left = makeShifts(places.slice(0, 1))(typed, () => {
      throw new Error('nothing was to be changed');
    });
    expect(left).toBe(false);
  });
});
