import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChapterDocument,
  markCarried,
  type ParagraphNode,
} from '../../../../../src/shared/domain/document.ts';
import { applyClean, mergeChanges } from '../../../../../src/shared/domain/roll/merge.ts';
import { paragraphPlain } from '../../../../../src/shared/domain/roll/sentences.ts';
import { binding, documentOf, paragraph } from './material.ts';

const written = { carriedFrom: null };
const document = (...texts: string[]) => documentOf(...texts.map((text) => paragraph([text], written)));
const carried = (...texts: string[]) => markCarried(document(...texts), 2020);
const textsOf = (content: ChapterDocument) => content.content.map(paragraphPlain);
const apply = (base: ChapterDocument, theirs: ChapterDocument, ours: ChapterDocument) =>
  applyClean({ base, theirs, ours, carriedFrom: 2020 });

const a = '深入开展普法宣传，发放资料3万份。';
const corrected = '深入开展普法宣传，发放资料4万份。';
const b = '加强执法队伍建设，严格持证上岗。';
const c = '推进政务公开，接受群众监督。';

describe('mergeChanges and applyClean', () => {
  it('takes a correction where this year still has the carried text', () => {
    const input = { base: document(a, b), theirs: document(corrected, b), ours: carried(a, b) };
    expect(mergeChanges(input)).toEqual([{ kind: 'clean', before: a, after: corrected, now: a }]);
    expect(apply(input.base, input.theirs, input.ours)).toEqual({
      document: carried(corrected, b),
      taken: 1,
    });
  });

  it('takes no words that last year had over its numbers', () => {
    const over = binding('x');
    const written = { ...over, attrs: { ...over.attrs, override: { text: '3万', reason: '', instead: '' } } };
    const base = documentOf(paragraph(['发放资料', over, '。'], { carriedFrom: null }));
    const theirs = documentOf(paragraph(['共发放资料', written, '。'], { carriedFrom: null }));
    const { document: merged, taken } = apply(base, theirs, markCarried(base, 2020));
    expect(taken).toBe(1);
    expect(JSON.stringify(merged)).not.toContain('override');
    expect(JSON.stringify(markCarried(theirs, 2020))).not.toContain('override');
  });

  it('leaves a paragraph that this year edited', () => {
    const edited = '深入开展普法宣传，发放资料5万份，进校园。';
    const input = { base: document(a, b), theirs: document(corrected, b), ours: carried(edited, b) };
    expect(mergeChanges(input)).toEqual([{ kind: 'conflict', before: a, after: corrected, now: edited }]);
    expect(apply(input.base, input.theirs, input.ours)).toEqual({ document: input.ours, taken: 0 });
  });

  it('leaves a paragraph that somebody confirmed', () => {
    const input = { base: document(a), theirs: document(corrected), ours: document(a) };
    expect(mergeChanges(input)).toEqual([{ kind: 'conflict', before: a, after: corrected, now: a }]);
    expect(apply(input.base, input.theirs, input.ours).document).toBe(input.ours);
  });

  it('leaves what this year deleted deleted', () => {
    const input = { base: document(a, b), theirs: document(corrected, b), ours: carried(b) };
    expect(mergeChanges(input)).toEqual([{ kind: 'conflict', before: a, after: corrected, now: null }]);
    expect(textsOf(apply(input.base, input.theirs, input.ours).document)).toEqual([b]);
  });

  it('adds and removes paragraphs at their place, among those written this year', () => {
    const fresh = '今年新写的一段话。';
    const ours = documentOf(...carried(a).content, ...document(fresh).content, ...carried(b).content);
    const result = apply(document(a, b), document(a, c), ours);
    expect(textsOf(result.document)).toEqual([a, fresh, c]);
    expect(result.document.content.map((node) => node.attrs.carriedFrom)).toEqual([2020, null, 2020]);
    expect(result.taken).toBe(2);
  });

  it('reports nothing that this year has already', () => {
    expect(
      mergeChanges({ base: document(a), theirs: document(corrected), ours: document(corrected) }),
    ).toEqual([]);
    expect(mergeChanges({ base: document(a), theirs: document(a, c), ours: document(a, c) })).toEqual([]);
    expect(mergeChanges({ base: document(a, c), theirs: document(a), ours: carried(a) })).toEqual([]);
  });

  it('forgets what was accepted in a text that is replaced', () => {
    const ours = documentOf(paragraph([a], { carriedFrom: 2020, accepted: ['3万份'] }));
    expect(apply(document(a), document(corrected), ours).document).toEqual(carried(corrected));
  });

  it('sees a number become a binding, and renders it', () => {
    const theirs = documentOf(paragraph(['发放资料', binding('leaflets'), '。'], written));
    const input = { base: document('发放资料3万份。'), theirs, ours: carried('发放资料3万份。') };
    expect(mergeChanges(input, () => '30000份')).toEqual([
      { kind: 'clean', before: '发放资料3万份。', after: '发放资料30000份。', now: '发放资料3万份。' },
    ]);
    expect(apply(input.base, theirs, input.ours).document).toEqual(markCarried(theirs, 2020));
  });
});

describe('for all texts', () => {
  const text = fc.constantFrom(a, corrected, b, c, '共3件。', '共4件。', '甲乙丙。', '甲乙丁。', '');
  const node = text.map((value) => (value === '' ? paragraph([], written) : paragraph([value], written)));
  const documents = fc.array(node, { minLength: 1, maxLength: 8 }).map((content) => documentOf(...content));
  const ownParagraph: fc.Arbitrary<ParagraphNode> = fc
    .tuple(fc.constantFrom(a, corrected, b, '共5件。', '今年所写。', '甲乙戊。'), fc.constantFrom(null, 2020))
    .map(([value, carriedFrom]) => paragraph([value], { carriedFrom }));
  const ownDocuments = fc
    .array(ownParagraph, { minLength: 1, maxLength: 8 })
    .map((content) => documentOf(...content));

  it('if theirs is base, nothing changes', () => {
    fc.assert(
      fc.property(documents, ownDocuments, (base, ours) => {
        expect(mergeChanges({ base, theirs: base, ours })).toEqual([]);
        expect(apply(base, base, ours)).toEqual({ document: ours, taken: 0 });
      }),
    );
  });

  it('if ours is base, the result is theirs', () => {
    fc.assert(
      fc.property(documents, documents, (base, theirs) => {
        const result = apply(base, theirs, markCarried(base, 2020));
        expect(result.document).toEqual(markCarried(theirs, 2020));
        expect(mergeChanges({ base, theirs, ours: result.document })).toEqual([]);
      }),
    );
  });

  it('never alters, moves or removes a paragraph of ours that differs from base or was decided', () => {
    fc.assert(
      fc.property(documents, documents, ownDocuments, (base, theirs, ours) => {
        const ofBase = new Set(textsOf(base));
        const mine = ours.content.filter(
          (own) => own.attrs.carriedFrom === null || !ofBase.has(paragraphPlain(own)),
        );
        const result = apply(base, theirs, ours).document.content;
        let from = 0;
        for (const own of mine) {
          const at = result.indexOf(own, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
      }),
    );
  });

  it('marks everything it takes as carried', () => {
    fc.assert(
      fc.property(documents, documents, ownDocuments, (base, theirs, ours) => {
        const before = new Set(ours.content);
        for (const taken of apply(base, theirs, ours).document.content) {
          if (before.has(taken) || taken.content === undefined) continue;
          expect(taken.attrs).toEqual({ carriedFrom: 2020 });
        }
      }),
    );
  });
});

describe('a table or chart', () => {
  const figure = (id: string, title: string): ParagraphNode =>
    paragraph(
      [{ type: 'figure', attrs: { id, form: 'table', title, indicatorIds: ['screened'], years: 3 } }],
      written,
    );
  const base = documentOf(paragraph([a], written), figure('f', '情况'));

  it('is the same when only its identity differs, and another when it shows something else', () => {
    const ours = markCarried(base, 2020);
    const again = documentOf(paragraph([a], written), figure('g', '情况'));
    expect(mergeChanges({ base, theirs: again, ours })).toEqual([]);
    const retitled = documentOf(paragraph([a], written), figure('f', '调解情况'));
    expect(mergeChanges({ base, theirs: retitled, ours })).toEqual([
      { kind: 'clean', before: '［图表］', after: '［图表］', now: '［图表］' },
    ]);
    expect(apply(base, retitled, ours).document).toEqual(markCarried(retitled, 2020));
  });
});
