/** Reports of any make, for what must hold of all of them: every format, conditions, figures, overrides, attachments. */
import fc from 'fast-check';
import type { ReportContent } from '../../../../../src/shared/contract.ts';
import type { Condition } from '../../../../../src/shared/domain/condition.ts';
import type { InlineNode, ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { anyFormat } from '../../../shared/domain/binding/arbitraries.ts';
import { columns, table } from '../export/figure-report.ts';
import { chapter, trialContent } from '../export/trial-report.ts';

/** Those of the figure report's book. */
const indicatorIds = ['screened', 'settled', 'rate', 'spent', 'hotline', 'unknown'];

const words = fc
  .array(
    fc.constantFrom(
      '全年',
      '排查',
      '，',
      '。',
      '1.',
      '（一）',
      '“',
      '”',
      ' ',
      '　',
      '58件',
      '&',
      '<',
      '一、',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));

const condition: fc.Arbitrary<Condition> = fc.record({
  id: fc.constantFrom('c1', 'c2'),
  indicatorId: fc.constantFrom(...indicatorIds),
  yearOffset: fc.constantFrom(0, -1),
  test: fc.constantFrom('nonZero', 'zero', 'increased', 'decreased'),
  limit: fc.constant(null),
});
const marks = fc.option(
  condition.map((attrs) => [{ type: 'condition' as const, attrs }]),
  { nil: undefined, freq: 4 },
);

const textNode = fc.tuple(words, marks).map(
  ([text, under]): InlineNode => ({
    type: 'text',
    text,
    ...(under === undefined ? {} : { marks: under }),
  }),
);
const override = fc.option(
  fc.record({
    text: fc.constantFrom('五十余件', '58件'),
    reason: fc.constant('口径'),
    instead: fc.constant('58件'),
  }),
  { nil: undefined, freq: 4 },
);
const bindingNode = fc
  .tuple(fc.constantFrom(...indicatorIds), fc.constantFrom(0, -1), anyFormat, override, marks)
  .map(
    ([indicatorId, yearOffset, format, written, under]): InlineNode => ({
      type: 'binding',
      attrs: {
        id: 'to be numbered',
        indicatorId,
        yearOffset,
        format,
        ...(written === undefined ? {} : { override: written }),
      },
      ...(under === undefined ? {} : { marks: under }),
    }),
  );
const figureNode = fc.constantFrom(table, columns).map((attrs): InlineNode => ({ type: 'figure', attrs }));

const paragraphNode = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.oneof(textNode, bindingNode), { maxLength: 5 }) },
  { weight: 1, arbitrary: figureNode.map((figure) => [figure]) },
);

const chapterDraft = fc.record({
  kind: fc.constantFrom<Chapter['kind']>(
    'section',
    'section',
    'section',
    'preamble',
    'closing',
    'attachment',
  ),
  heading: fc.constantFrom('工作成效', '1949年以来', '（二）便民', '化解矛盾', '工作成效'),
  runIn: fc.boolean(),
  paragraphs: fc.array(paragraphNode, { maxLength: 4 }),
});

/** A report of 2024; every place and figure has an id of its own. */
export const generatedReport: fc.Arbitrary<ReportContent> = fc
  .tuple(
    fc.array(chapterDraft, { minLength: 1, maxLength: 5 }),
    fc.record({
      title: fc.constantFrom('松岭镇人民政府关于2024年度法治政府建设情况的报告', '一、二级河道报告', ''),
      addressee: fc.constantFrom('临川县人民政府', ''),
      issuedOn: fc.constantFrom('2025-02-05', null),
    }),
  )
  .map(([drafts, report]) => {
    let ids = 0;
    const fresh = <T extends { id: string }>(attrs: T): T => {
      ids += 1;
      return { ...attrs, id: `id-${ids}` };
    };
    const numbered = (node: InlineNode): InlineNode => {
      if (node.type === 'binding') return { ...node, attrs: fresh(node.attrs) };
      return node.type === 'figure' ? { ...node, attrs: fresh(node.attrs) } : node;
    };
    const chapters = drafts
      .toSorted((a, b) => Number(a.kind === 'attachment') - Number(b.kind === 'attachment'))
      .map(({ paragraphs, ...rest }, position) =>
        chapter(`chapter-${position}`, rest.heading, {
          ...rest,
          position,
          body: {
            type: 'doc',
            content: paragraphs.map(
              (content): ParagraphNode => ({
                type: 'paragraph',
                attrs: { carriedFrom: null },
                content: content.map(numbered),
              }),
            ),
          },
        }),
      );
    return trialContent(chapters, report);
  });
