import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../src/shared/domain/condition.ts';
import {
  type ChapterDocument,
  chapterDocumentSchema,
  type InlineNode,
  type ParagraphNode,
  paragraphText,
} from '../../../../src/shared/domain/document.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { conditionsOf, printedBody, printedContent } from '../../../../src/shared/domain/printed.ts';

function condition(id: string, test: Condition['test'] = 'nonZero', indicatorId = 'cases'): Condition {
  return { id, indicatorId, yearOffset: 0, test, limit: null };
}

function text(words: string, under?: Condition): InlineNode {
  return under === undefined
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: [{ type: 'condition', attrs: under }] };
}

function chip(id: string, under?: Condition): InlineNode {
  const attrs = { id, indicatorId: 'cases', yearOffset: 0, format: { style: 'plain', unit: true } } as const;
  return under === undefined
    ? { type: 'binding', attrs }
    : { type: 'binding', attrs, marks: [{ type: 'condition', attrs: under }] };
}

function paragraph(...content: InlineNode[]): ParagraphNode {
  return { type: 'paragraph', attrs: { carriedFrom: null }, content };
}

function body(...content: ParagraphNode[]): ChapterDocument {
  return { type: 'doc', content };
}

const book = createNumberBook({
  indicators: [
    {
      id: 'cases',
      name: '案件',
      unit: '件',
      kind: 'count',
      precision: 0,
      topicId: 't',
      officeId: null,
      formula: null,
      retiredAfter: null,
      footing: false,
    },
  ],
  observations: [
    {
      indicatorId: 'cases',
      year: 2024,
      entry: { kind: 'number', value: '3' },
      state: 'confirmed',
      source: '',
      note: '',
      evidence: '',
    },
  ],
});
const textsOf = (document: ChapterDocument) =>
  printedBody(document, 2024, book).content.map((one) => paragraphText(one, () => '#'));

describe('printedBody', () => {
  it.each([
    [
      'a stretch that does not hold',
      [paragraph(text('调解。'), text('无案件。', condition('a', 'zero')), text('完。'))],
      ['调解。完。'],
    ],
    ['one that holds', [paragraph(text('调解'), chip('b', condition('a')), text('。'))], ['调解#。']],
    [
      'its numbers with it',
      [paragraph(text('调解'), chip('b', condition('a', 'zero')), text('。'))],
      ['调解。'],
    ],
    ['one that cannot be told', [paragraph(text('甲'), text('乙', condition('a', 'zero', 'gone')))], ['甲']],
    [
      'a paragraph of which only blanks are left',
      [paragraph(text('无。', condition('a', 'zero')), text(' ')), paragraph(text('下一段。'))],
      ['下一段。'],
    ],
    [
      'a passage over two paragraphs',
      [
        paragraph(text('甲。'), text('乙。', condition('a', 'zero'))),
        paragraph(text('丙。', condition('a', 'zero')), text('丁。')),
      ],
      ['甲。', '丁。'],
    ],
  ])('leaves out or keeps %s', (_what, paragraphs, printed) => {
    expect(textsOf(body(...paragraphs))).toEqual(printed);
  });

  it('is the same object where everything is printed', () => {
    const whole = body(paragraph(text('甲', condition('a')), text('乙')), paragraph());
    expect(printedBody(whole, 2024, book)).toBe(whole);
  });

  it('prints every character once, or not at all: what is left out is what stood under a condition', () => {
    const piece = fc.tuple(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.option(fc.constantFrom(condition('x', 'zero'), condition('y'), condition('z', 'increased'))),
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 5 }), { maxLength: 4 }), (paragraphs) => {
        const document = body(
          ...paragraphs.map((pieces) =>
            paragraph(...pieces.map(([words, under]) => text(words, under ?? undefined))),
          ),
        );
        const expected = paragraphs
          .flat()
          .filter(([, under]) => under === null || under.id === 'y')
          .map(([words]) => words)
          .join('');
        const printed = printedBody(document, 2024, book);
        expect(chapterDocumentSchema.safeParse(printed).success).toBe(true);
        // A paragraph of blanks alone goes with what it held.
        expect(textsOf(document).join('').replace(/\s/g, '')).toBe(expected.replace(/\s/g, ''));
        expect(printedBody(printed, 2024, book)).toBe(printed);
      }),
    );
  });
});

describe('printedContent', () => {
  it('keeps figures, which stand under no condition', () => {
    const figure: InlineNode = {
      type: 'figure',
      attrs: { id: 'f', form: 'table', title: '', indicatorIds: ['cases'], years: 2 },
    };
    const kept = printedContent(paragraph(figure, text('甲', condition('a'))), () => false);
    expect(kept).toEqual([figure]);
  });
});

describe('conditionsOf', () => {
  it('names each passage once, in reading order', () => {
    const document = body(
      paragraph(text('甲', condition('b')), chip('1', condition('b')), text('乙', condition('a'))),
      paragraph(text('丙', condition('b'))),
    );
    expect(conditionsOf(document).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
