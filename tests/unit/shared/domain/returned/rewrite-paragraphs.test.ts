import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../../../src/shared/domain/condition.ts';
import type {
  BindingAttributes,
  InlineNode,
  ParagraphNode,
} from '../../../../../src/shared/domain/document.ts';
import { rewriteParagraphs } from '../../../../../src/shared/domain/returned/rewrite-paragraphs.ts';
import type { SettledRun } from '../../../../../src/shared/domain/returned/settle-controls.ts';

const place = (id: string): BindingAttributes => ({
  id,
  indicatorId: id,
  yearOffset: 0,
  format: { style: 'plain', unit: true },
});
const condition = (id: string): Condition => ({
  id,
  indicatorId: 'x',
  yearOffset: 0,
  test: 'nonZero',
  limit: null,
});
const text = (words: string, under?: string): InlineNode =>
  under === undefined
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: [{ type: 'condition', attrs: condition(under) }] };
const number = (id: string): InlineNode => ({ type: 'binding', attrs: place(id) });
const paragraph = (...content: InlineNode[]): ParagraphNode => ({
  type: 'paragraph',
  attrs: { carriedFrom: null },
  content,
});
const plain = (words: string): SettledRun => ({ text: words, bindingId: null, copy: false });
const control = (id: string, words: string): SettledRun => ({ text: words, bindingId: id, copy: false });

const shown: Record<string, string> = { a: '58件', b: '96.6%' };
const rewrite = (base: readonly ParagraphNode[], ...parts: SettledRun[][]) => {
  const { nodes, lost } = rewriteParagraphs(base, parts, {
    printed: ({ id }) => shown[id] ?? '',
    isPrinted: ({ id }) => id !== 'hidden',
    place: (id) => (id in shown ? place(id) : null),
  });
  return { contents: nodes.map(({ content = [] }) => content), lost: lost.map(({ id }) => id) };
};

const base = paragraph(text('排查'), number('a'), text('，化解率'), number('b'), text('。'));

describe('rewriteParagraphs', () => {
  test('places stay where their controls stand, whatever stands in them and around them', () => {
    expect(
      rewrite(
        [base],
        [plain('共排查'), control('a', '60件'), plain('，率为'), control('b', '97%'), plain('！')],
      ),
    ).toEqual({
      contents: [[text('共排查'), number('a'), text('，率为'), number('b'), text('！')]],
      lost: [],
    });
  });

  test('without controls a number that stands unchanged between its words is still the place', () => {
    expect(rewrite([base], [plain('排查58件，化解率达96.6%。')])).toEqual({
      contents: [[text('排查'), number('a'), text('，化解率达'), number('b'), text('。')]],
      lost: [],
    });
  });

  test('a number typed anew outside of a control is words, and its place is told as lost', () => {
    expect(rewrite([base], [plain('排查近百件，化解率'), control('b', '96.6%'), plain('。')])).toEqual({
      contents: [[text('排查近百件，化解率'), number('b'), text('。')]],
      lost: ['a'],
    });
  });

  test('a place from another paragraph comes along; an unknown one is words', () => {
    expect(
      rewrite(
        [paragraph(text('完。'))],
        [plain('有'), control('a', '58件'), control('z', '3人'), plain('完。')],
      ),
    ).toEqual({ contents: [[text('有'), number('a'), text('3人完。')]], lost: [] });
  });

  test('a condition stays on untouched words and covers what was put in between them', () => {
    const conditional = paragraph(text('全年平稳，'), text('没有发生事故，', 'c'), text('特此说明。'));
    expect(rewrite([conditional], [plain('全年平稳，没有发生重大事故，特此说明。')]).contents).toEqual([
      [text('全年平稳，'), text('没有发生重大事故，', 'c'), text('特此说明。')],
    ]);
    expect(rewrite([conditional], [plain('全年总体平稳，没有发生事故，特此说明。')]).contents).toEqual([
      [text('全年总体平稳，'), text('没有发生事故，', 'c'), text('特此说明。')],
    ]);
  });

  test('what is not printed stays behind the words that it stood behind', () => {
    const withHidden = paragraph(text('一是走访。'), text('二是罚款。', 'hidden'), text('三是回访。'));
    expect(rewrite([withHidden], [plain('一是上门走访。三是回访。')]).contents).toEqual([
      [text('一是上门走访。'), text('二是罚款。', 'hidden'), text('三是回访。')],
    ]);
  });

  test('a paragraph as long as a file may hold is read at once', () => {
    const long = '各村逐户走访，'.repeat(60_000);
    expect(rewrite([], [plain(long)]).contents).toEqual([[text(long)]]);
    expect(rewrite([base], [plain(long), control('a', '58件')]).lost).toEqual(['b']);
  });

  test('split and joined paragraphs keep their places', () => {
    const parts = [
      [plain('排查'), control('a', '58件'), plain('，')],
      [plain('化解率'), control('b', '96.6%'), plain('。')],
    ];
    const halves = [
      [text('排查'), number('a'), text('，')],
      [text('化解率'), number('b'), text('。')],
    ];
    expect(rewrite([base], ...parts)).toEqual({ contents: halves, lost: [] });
    expect(
      rewrite(
        halves.map((content) => paragraph(...content)),
        parts.flat(),
      ),
    ).toEqual({
      contents: [base.content],
      lost: [],
    });
  });

  test('the same text gives the same paragraph, with or without controls', () => {
    const piece = fc.oneof(
      fc.constantFrom('排查', '，', '走访群众', '58件', '。').map((words) => text(words)),
      fc.constantFrom('c', 'd').map((id) => text('一段条件文字', id)),
      fc.constantFrom('a', 'b').map(number),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.boolean(), (pieces, controlled) => {
        const seen = new Set<string>();
        const content = pieces.filter(
          (node) => node.type !== 'binding' || (!seen.has(node.attrs.id) && seen.add(node.attrs.id)),
        );
        const runs = content.map((node): SettledRun => {
          if (node.type === 'text') return plain(node.text);
          const id = node.type === 'binding' ? node.attrs.id : '';
          return controlled ? control(id, shown[id] ?? '') : plain(shown[id] ?? '');
        });
        const { contents, lost } = rewrite([paragraph(...content)], runs);
        expect(contents.map(flat)).toEqual([flat(content)]);
        expect(lost).toEqual([]);
      }),
    );
  });
});

/** Character by character, so that neighbouring pieces of text may be joined. */
function flat(content: readonly InlineNode[]): string[] {
  return content.flatMap((node) =>
    node.type === 'text'
      ? Array.from(node.text, (character) => `${character} ${node.marks?.[0]?.attrs.id ?? ''}`)
      : [JSON.stringify(node)],
  );
}
