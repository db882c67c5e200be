import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindingFromAttribute,
  bindingOf,
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { type ChapterDocument, chapterDocumentSchema } from '../../../../../src/shared/domain/document.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const schema = writeSchema();

const places = fc.integer({ min: 0, max: 6 });
const unit = fc.boolean();
const format: fc.Arbitrary<BindingFormat> = fc.oneof(
  fc.record({ style: fc.constant('plain' as const), unit }),
  fc.record({ style: fc.constant('integer' as const), unit }),
  fc.record({ style: fc.constant('decimal' as const), places, unit }),
  fc.record({ style: fc.constant('percent' as const), places }),
  fc.record({ style: fc.constant('tenThousand' as const), places, unit }),
  fc.record({
    style: fc.constant('over' as const),
    to: fc.constantFrom('10' as const, '100' as const, '1000' as const, '10000' as const),
    unit,
  }),
  fc.record({ style: fc.constant('growth' as const) }),
  fc.record({ style: fc.constant('change' as const) }),
);
const override = fc.record({
  text: fc.string({ minLength: 1, maxLength: 60 }),
  reason: fc.string({ minLength: 1, maxLength: 200 }),
  instead: fc.string({ maxLength: 200 }),
});
const attributes = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 64 }),
    indicatorId: fc.string({ minLength: 1, maxLength: 80 }),
    yearOffset: fc.integer({ min: -10, max: 0 }),
    format,
    override,
  },
  { requiredKeys: ['id', 'indicatorId', 'yearOffset', 'format'] },
);
const year = fc.option(fc.integer({ min: 1949, max: 2199 }), { nil: null });
/** Neighbouring texts are one text in ProseMirror, so texts and bindings alternate. */
const pieces = fc
  .array(fc.tuple(fc.string({ minLength: 1 }), attributes), { minLength: 1, maxLength: 5 })
  .map((pairs) => pairs.flat());
const accepted = fc.array(fc.string({ minLength: 1, maxLength: 200 }), { maxLength: 4 });
const paragraphs = fc.oneof(
  fc.constant(paragraph([])),
  fc.tuple(pieces, year, accepted).map(([content, carriedFrom, decided]) => {
    const node = paragraph(content, carriedFrom);
    if (carriedFrom === null || decided.length === 0) return node;
    return { ...node, attrs: { carriedFrom, accepted: decided } };
  }),
);
const documents: fc.Arbitrary<ChapterDocument> = fc
  .array(paragraphs, { minLength: 1, maxLength: 6 })
  .map((content) => body(...content));

describe('the schema', () => {
  it('has the nodes of a chapter document, and its one mark', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(['binding', 'doc', 'figure', 'paragraph', 'text']);
    expect(Object.keys(schema.marks)).toEqual(['condition']);
  });

  it('gives every chapter document back as it was', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const node = documentToNode(schema, document);
        node.check();
        const back = nodeToDocument(node);
        expect(back).toStrictEqual(JSON.parse(JSON.stringify(document)));
        expect(chapterDocumentSchema.safeParse(back).success).toBe(true);
      }),
    );
  });

  it('gives a document without paragraphs a place to type', () => {
    expect(nodeToDocument(documentToNode(schema, body()))).toEqual(body(paragraph([])));
  });

  it('keeps no mark on a paragraph whose text was deleted', () => {
    const emptied = schema.node('doc', null, [schema.node('paragraph', { carriedFrom: 2023 })]);
    expect(nodeToDocument(emptied)).toEqual(body(paragraph([])));
  });

  it('keeps nothing accepted in a paragraph that is not carried', () => {
    const decided = schema.node('paragraph', { accepted: ['2023年'] }, [schema.text('2023年')]);
    expect(nodeToDocument(schema.node('doc', null, [decided]))).toStrictEqual(body(paragraph(['2023年'])));
  });

  it('refuses a binding without its attributes', () => {
    expect(() => schema.node('binding', { id: 'a' })).toThrow(RangeError);
  });
});

describe('bindingFromAttribute', () => {
  it('reads what the clipboard holds of a binding', () => {
    const written = { text: '近60件', reason: '口径', instead: '58件' };
    for (const attributes of [binding('a'), { ...binding('a'), override: written }]) {
      expect(bindingFromAttribute(JSON.stringify(attributes))).toStrictEqual(attributes);
    }
  });

  it.each([
    null,
    '',
    'null',
    '{',
    '{"id":"a"}',
    JSON.stringify({ ...binding('a'), yearOffset: 3 }),
    JSON.stringify({ ...binding('a'), override: { text: '', reason: '', instead: '' } }),
    JSON.stringify({ ...binding('a'), format: { style: 'script' } }),
  ])('refuses %j', (json) => {
    expect(bindingFromAttribute(json)).toBeNull();
  });
});

describe('bindingOf', () => {
  it('is null for anything that is no binding', () => {
    expect(bindingOf(schema.text('字'))).toBeNull();
    expect(bindingOf(null)).toBeNull();
  });
});
