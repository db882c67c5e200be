import { history, undo } from '@tiptap/pm/history';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureAlonePlugin } from '../../../../../../src/renderer/features/write/editor/figure/figure-alone.ts';
import {
  changeFigure,
  findFigure,
  insertFigure,
  isFigureParagraph,
  removeFigure,
  selectedFigure,
  writeBelow,
} from '../../../../../../src/renderer/features/write/editor/figure/figure-commands.ts';
import { copiedParagraph } from '../../../../../../src/renderer/features/write/editor/insert.ts';
import { keepCarriedPlugin } from '../../../../../../src/renderer/features/write/editor/keep-carried.ts';
import {
  isOwnHtml,
  withFreshPlaces,
} from '../../../../../../src/renderer/features/write/editor/plain-paste.ts';
import {
  documentToNode,
  figureFromAttribute,
  nodeToDocument,
  writeSchema,
} from '../../../../../../src/renderer/features/write/editor/schema.ts';
import type { InlineNode, ParagraphNode } from '../../../../../../src/shared/domain/document.ts';
import type { FigureAttributes } from '../../../../../../src/shared/domain/figure.ts';
import { body, paragraph } from '../../fixtures.ts';

const schema = writeSchema();

function figure(id: string): FigureAttributes {
  return { id, form: 'table', title: '题', indicatorIds: ['甲'], years: 3 };
}

/** A paragraph of texts, and figures by their id in brackets. */
function mixed(pieces: readonly string[], carriedFrom: number | null = null): ParagraphNode {
  const content = pieces.map((piece): InlineNode => {
    const id = /^\[(.+)\]$/.exec(piece)?.[1];
    return id === undefined ? { type: 'text', text: piece } : { type: 'figure', attrs: figure(id) };
  });
  return { type: 'paragraph', attrs: { carriedFrom }, ...(content.length > 0 && { content }) };
}

function stateOf(...paragraphs: ParagraphNode[]): EditorState {
  return EditorState.create({
    doc: documentToNode(schema, body(...paragraphs)),
    plugins: [history(), keepCarriedPlugin(), figureAlonePlugin()],
  });
}

function shape(state: EditorState): string[] {
  return nodeToDocument(state.doc).content.map((one) =>
    (one.content ?? [])
      .map((node) => (node.type === 'text' ? node.text : node.type === 'figure' ? `[${node.attrs.id}]` : ''))
      .join('|'),
  );
}

describe('a figure stands alone', () => {
  it.each([
    ['text before and behind', ['前', '[a]', '后'], ['前', '[a]', '后']],
    ['two figures', ['[a]', '[b]'], ['[a]', '[b]']],
    ['alone already', ['[a]'], ['[a]']],
    ['no figure', ['前'], ['前']],
  ])('%s', (_what, pieces, expected) => {
    const state = stateOf(mixed(pieces), paragraph(['末']));
    const touched = state.apply(state.tr.insertText('。', state.doc.content.size - 1));
    expect(shape(touched)).toEqual([...expected, '末。']);
  });

  it('keeps last year’s mark on every part of a carried paragraph', () => {
    const state = stateOf(mixed(['前', '[a]', '后'], 2023), paragraph([]));
    const touched = state.apply(state.tr.insertText('。', state.doc.content.size - 1));
    expect(nodeToDocument(touched.doc).content.map(({ attrs }) => attrs.carriedFrom)).toEqual([
      2023,
      2023,
      2023,
      null,
    ]);
  });

  it('pasted into a line it parts the line, and one undo takes all of it back', () => {
    const state = stateOf(paragraph(['前后']));
    const pasted = state.apply(state.tr.insert(2, schema.node('figure', figure('a'))));
    expect(shape(pasted)).toEqual(['前', '[a]', '后']);
    let undone = pasted;
    undo(pasted, (transaction) => {
      undone = pasted.apply(transaction);
    });
    expect(shape(undone)).toEqual(['前后']);
  });

  it('a caret beside it selects it', () => {
    const state = stateOf(paragraph(['前']), mixed(['[a]']));
    const moved = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)));
    expect(moved.selection).toBeInstanceOf(NodeSelection);
    expect(selectedFigure(moved)).toBe(4);
  });

  it('whatever is put into whatever place, no text is lost and no figure has company', () => {
    const piece = fc.oneof(fc.constantFrom('[a]', '[b]', '[c]'), fc.constantFrom('一', '二三', '四'));
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        (paragraphs) => {
          const state = stateOf(...paragraphs.map((pieces) => mixed(pieces)), paragraph(['末']));
          const touched = state.apply(state.tr.insertText('。', state.doc.content.size - 1));
          expect(shape(touched).join('').replaceAll('|', '')).toBe(`${paragraphs.flat().join('')}末。`);
          touched.doc.forEach((node) => {
            const figures = node.children.filter((child) => child.type.name === 'figure');
            expect(figures.length === 0 || isFigureParagraph(node)).toBe(true);
          });
        },
      ),
    );
  });
});

describe('figure commands', () => {
  it('insert below the caret’s paragraph, in place of an empty one, or at the end', () => {
    const insertAt = (paragraphs: ParagraphNode[], caret: number, atEnd: boolean) => {
      const state = stateOf(...paragraphs);
      const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
      const next = placed.apply(insertFigure(placed, figure('a'), atEnd));
      expect(selectedFigure(next)).toBe(findFigure(next.doc, 'a'));
      return shape(next);
    };
    const texts = [paragraph(['前']), paragraph([]), paragraph(['后'])];
    expect(insertAt(texts, 1, false)).toEqual(['前', '[a]', '', '后']);
    expect(insertAt(texts, 4, false)).toEqual(['前', '[a]', '后']);
    expect(insertAt(texts, 1, true)).toEqual(['前', '', '后', '[a]']);
  });

  it('change what it shows, and nothing once it is gone', () => {
    const state = stateOf(mixed(['[a]']));
    const transaction = changeFigure(state, 'a', { form: 'line', years: 5 });
    const next = transaction && state.apply(transaction);
    expect(next && nodeToDocument(next.doc).content[0]?.content).toEqual([
      { type: 'figure', attrs: { ...figure('a'), form: 'line', years: 5 } },
    ]);
    expect(changeFigure(state, 'gone', { years: 5 })).toBeNull();
  });

  it.each([
    ['between paragraphs', [paragraph(['前']), mixed(['[a]']), paragraph(['后'])], ['前', '后']],
    ['at the start', [mixed(['[a]']), paragraph(['后'])], ['后']],
    ['at the end', [paragraph(['前']), mixed(['[a]'])], ['前']],
    ['as the only paragraph', [mixed(['[a]'])], ['']],
  ])('remove it with its paragraph %s', (_where, paragraphs, expected) => {
    const state = stateOf(...paragraphs);
    expect(shape(state.apply(removeFigure(state, findFigure(state.doc, 'a') ?? 0)))).toEqual(expected);
  });

  it('write below it: in the empty paragraph that follows, or in a new one', () => {
    const below = (...paragraphs: ParagraphNode[]) => {
      const state = stateOf(mixed(['[a]']), ...paragraphs);
      const next = state.apply(writeBelow(state, 1, '字'));
      expect(next.selection.$from.parent.textContent).toBe('字');
      return shape(next);
    };
    expect(below()).toEqual(['[a]', '字']);
    expect(below(paragraph([]))).toEqual(['[a]', '字']);
    expect(below(paragraph(['后']))).toEqual(['[a]', '字', '后']);
  });
});

describe('copies of a figure', () => {
  it('have identities of their own', () => {
    const copy = withFreshPlaces(documentToNode(schema, body(mixed(['[a]']))).content, () => 'new');
    expect(copy.firstChild?.firstChild?.attrs.id).toBe('new');
    expect(copiedParagraph(mixed(['[a]']).content ?? [], 2023, () => 'new').content).toEqual([
      { type: 'figure', attrs: figure('new') },
    ]);
  });

  it('are known on the clipboard though no paragraph is around them', () => {
    expect(isOwnHtml('<span data-figure="{}" data-pm-slice="0 0 []">表1</span>')).toBe(true);
  });

  it.each([null, '', '{', '{"id":"a"}', JSON.stringify({ ...figure('a'), years: 99 })])(
    'are refused where they are no figure: %s',
    (json) => {
      expect(figureFromAttribute(json)).toBeNull();
      expect(figureFromAttribute(JSON.stringify(figure('a')))).toEqual(figure('a'));
    },
  );
});
