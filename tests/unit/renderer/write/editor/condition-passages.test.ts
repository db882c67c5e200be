import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraph } from '../../../../../src/renderer/features/write/editor/basic-keys.ts';
import { conditionFromAttribute } from '../../../../../src/renderer/features/write/editor/condition-mark.ts';
import {
  changeCondition,
  conditionAt,
  removeCondition,
  selectedCondition,
  setCondition,
  stretchesOf,
  wantedStretch,
} from '../../../../../src/renderer/features/write/editor/condition-passages.ts';
import { copiedParagraph, insertBinding } from '../../../../../src/renderer/features/write/editor/insert.ts';
import { withFreshPlaces } from '../../../../../src/renderer/features/write/editor/plain-paste.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { type Condition, conditionTests } from '../../../../../src/shared/domain/condition.ts';
import {
  type ChapterDocument,
  type InlineNode,
  type ParagraphNode,
  paragraphText,
} from '../../../../../src/shared/domain/document.ts';
import { conditionOf, conditionsOf } from '../../../../../src/shared/domain/printed.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const schema = writeSchema();
const condition = (id: string, test: Condition['test'] = 'nonZero'): Condition => ({
  id,
  indicatorId: 'disputes.screened',
  yearOffset: 0,
  test,
  limit: null,
});

function under(node: InlineNode, one: Condition): InlineNode {
  return node.type === 'figure' ? node : { ...node, marks: [{ type: 'condition', attrs: one }] };
}

/** «甲[乙丙]丁»: what stands in brackets is under the condition; # is a chip. */
function marked(pattern: string, one = condition('c'), carriedFrom: number | null = null): ParagraphNode {
  const content = pattern.split(/([[\]#])/).reduce<{ inside: boolean; nodes: InlineNode[] }>(
    ({ inside, nodes }, piece) => {
      if (piece === '[' || piece === ']') return { inside: piece === '[', nodes };
      if (piece === '') return { inside, nodes };
      const node: InlineNode =
        piece === '#' ? { type: 'binding', attrs: binding('chip') } : { type: 'text', text: piece };
      return { inside, nodes: [...nodes, inside ? under(node, one) : node] };
    },
    { inside: false, nodes: [] },
  ).nodes;
  return { type: 'paragraph', attrs: { carriedFrom }, content };
}

/** The reverse of `marked`, for all passages alike. */
function patternOf({ content = [] }: ParagraphNode): string {
  return content
    .map((node) => {
      const words = node.type === 'text' ? node.text : '#';
      return conditionOf(node) === null ? words : `[${words}]`;
    })
    .join('')
    .replaceAll('][', '');
}

const patternsOf = (state: EditorState) => nodeToDocument(state.doc).content.map(patternOf);

function stateOf(...paragraphs: ParagraphNode[]): EditorState {
  return EditorState.create({ doc: documentToNode(schema, body(...paragraphs)), plugins: [history()] });
}

function select(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

describe('a passage', () => {
  it('is what was selected, chips included, and undone in one step', () => {
    const state = stateOf(paragraph(['甲乙', binding('a'), '丙丁']));
    const step = setCondition(state, { from: 2, to: 5 }, condition('c'));
    let after = step ? state.apply(step) : state;
    expect(patternsOf(after)).toEqual(['甲[乙#丙]丁']);
    undo(after, (transaction) => {
      after = after.apply(transaction);
    });
    expect(patternsOf(after)).toEqual(['甲乙#丙丁']);
  });

  it('takes the place of another where they overlap', () => {
    const state = stateOf(marked('甲[乙丙]丁', condition('old')));
    const step = setCondition(state, { from: 3, to: 5 }, condition('new'));
    const after = step ? state.apply(step) : state;
    expect(stretchesOf(after.doc, 'old')).toEqual([{ from: 2, to: 3 }]);
    expect(stretchesOf(after.doc, 'new')).toEqual([{ from: 3, to: 5 }]);
  });

  it('is changed in all its pieces, and released with its text left', () => {
    const state = stateOf(marked('甲[乙]丙[丁]'), marked('[#]戊'));
    const changed = changeCondition(state, condition('c', 'zero'));
    const after = changed ? state.apply(changed) : state;
    expect(conditionsOf(nodeToDocument(after.doc))).toEqual([condition('c', 'zero')]);
    expect(patternsOf(after)).toEqual(['甲[乙]丙[丁]', '[#]戊']);
    const released = removeCondition(after, 'c');
    expect(released && patternsOf(after.apply(released))).toEqual(['甲乙丙丁', '#戊']);
    expect(changeCondition(state, condition('gone'))).toBeNull();
    expect(removeCondition(state, 'gone')).toBeNull();
  });

  it.each([
    [1, false],
    [2, true],
    [3, true],
    [4, true],
    [5, false],
  ])('is found at its ends and inside: position %i', (position, found) => {
    const { doc } = stateOf(marked('甲[乙丙]丁戊'));
    expect(conditionAt(doc, position)?.id).toBe(found ? 'c' : undefined);
  });

  it('is found by a selection that touches it', () => {
    const state = stateOf(marked('甲[乙丙]丁'));
    expect(selectedCondition(select(state, 1, 3))?.id).toBe('c');
    expect(selectedCondition(select(state, 1, 2))).toBeNull();
  });
});

describe('wantedStretch', () => {
  const state = stateOf(paragraph(['甲句。乙', binding('a'), '句。']), paragraph([]));

  it('is the selection, else the sentence with the caret', () => {
    expect(wantedStretch(select(state, 2, 6))).toEqual({ from: 2, to: 6 });
    expect(wantedStretch(select(state, 1))).toEqual({ from: 1, to: 4 });
    expect(wantedStretch(select(state, 5))).toEqual({ from: 4, to: 8 });
    expect(wantedStretch(select(state, 8))).toEqual({ from: 4, to: 8 });
  });

  it('is nothing in an empty paragraph', () => {
    expect(wantedStretch(select(state, 10))).toBeNull();
  });
});

describe('editing around a passage', () => {
  it('typed behind it is printed always; typed inside it stands under the condition', () => {
    const state = stateOf(marked('甲[乙丙]'));
    const behind = state.apply(select(state, 4).tr.insertText('丁'));
    expect(patternsOf(behind)).toEqual(['甲[乙丙]丁']);
    const inside = state.apply(select(state, 3).tr.insertText('丁'));
    expect(patternsOf(inside)).toEqual(['甲[乙丁丙]']);
  });

  it('a number put inside, or in place of words inside, stands under the condition', () => {
    const state = stateOf(marked('甲[乙丙]丁'));
    expect(patternsOf(state.apply(insertBinding(select(state, 3), binding('n'))))).toEqual(['甲[乙#丙]丁']);
    const replaced = insertBinding(state, binding('n'), { from: 3, to: 4 });
    expect(patternsOf(state.apply(replaced))).toEqual(['甲[乙#]丁']);
    expect(patternsOf(state.apply(insertBinding(select(state, 5), binding('n'))))).toEqual(['甲[乙丙]丁#']);
  });

  it('splitting and joining paragraphs keep every word and its condition', () => {
    const pattern = fc
      .array(fc.constantFrom('甲', '乙丙', '[丁]', '[戊#己]', '#', '。'), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(pattern, fc.nat(), (words, place) => {
        const before = stateOf(marked(words, condition('c'), 2023));
        const size = before.doc.child(0).content.size;
        const at = 1 + (place % (size + 1));
        let state = select(before, at);
        splitParagraph(state, (transaction) => {
          state = state.apply(transaction);
        });
        expect(state.doc.childCount).toBe(2);
        expect(patternsOf(state).join('').replaceAll('][', '')).toBe(patternsOf(before).join(''));
        const joined = state.apply(state.tr.join(state.doc.child(0).nodeSize));
        expect(patternsOf(joined)).toEqual(patternsOf(before));
      }),
    );
  });
});

describe('storing a passage', () => {
  const conditions = fc.record(
    {
      id: fc.constantFrom('a', 'b'),
      indicatorId: fc.string({ minLength: 1, maxLength: 80 }),
      yearOffset: fc.integer({ min: -10, max: 0 }),
      test: fc.constantFrom(...conditionTests),
      limit: fc.option(fc.integer().map(String), { nil: null }),
    },
    { noNullPrototype: true },
  );

  it('gives every document with conditions back as it was', () => {
    // Texts and chips alternate: neighbouring texts under one condition are one text in ProseMirror.
    const pieces = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.option(conditions)), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(pieces, (list) => {
        const content = list.flatMap(([words, one], index): InlineNode[] => {
          const pair: InlineNode[] = [
            { type: 'text', text: words },
            { type: 'binding', attrs: binding(`chip${index}`) },
          ];
          return one === null ? pair : pair.map((node) => under(node, one));
        });
        const document: ChapterDocument = body({ type: 'paragraph', attrs: { carriedFrom: null }, content });
        expect(nodeToDocument(documentToNode(schema, document))).toStrictEqual(document);
      }),
    );
  });

  it('a copy is another passage, its pieces one passage still', () => {
    let next = 0;
    const newId = () => {
      next += 1;
      return `new${next}`;
    };
    const original = documentToNode(schema, body(marked('甲[乙#]丙'), marked('[丁]')));
    const copy = nodeToDocument(schema.node('doc', null, withFreshPlaces(original.content, newId)));
    expect(copy.content.map(patternOf)).toEqual(['甲[乙#]丙', '[丁]']);
    const [one, ...others] = conditionsOf(copy);
    expect(others).toEqual([]);
    expect(one?.id).toMatch(/^new/);

    const taken = copiedParagraph(marked('甲[乙#]').content ?? [], 2023, newId);
    expect(patternOf(taken)).toBe('甲[乙#]');
    expect(conditionsOf(body(taken))[0]?.id).not.toBe('c');
    expect(paragraphText(taken, ({ id }) => id)).toMatch(/^甲乙new/);
  });

  it.each([
    null,
    '',
    '{',
    JSON.stringify({ ...condition('c'), test: 'always' }),
    JSON.stringify({ ...condition('c'), yearOffset: 1 }),
    JSON.stringify({ ...condition('c'), limit: '1e9' }),
  ])('refuses %j from a clipboard', (json) => {
    expect(conditionFromAttribute(json)).toBeNull();
  });
});
