/** A condition stays on its words through everything that is done to a report's text without an editor. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../src/shared/domain/condition.ts';
import { type InlineNode, markCarried, type ParagraphNode } from '../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { conditionOf } from '../../../../src/shared/domain/printed.ts';
import { acceptQuantities } from '../../../../src/shared/domain/propose/accept-quantities.ts';
import { applyClean, mergeChanges } from '../../../../src/shared/domain/roll/merge.ts';
import { paragraphPlain } from '../../../../src/shared/domain/roll/sentences.ts';
import { applyShifts, proposeShifts } from '../../../../src/shared/domain/roll/shifts.ts';

const condition = (id: string, test: Condition['test'] = 'nonZero'): Condition => ({
  id,
  indicatorId: 'cases',
  yearOffset: 0,
  test,
  limit: null,
});

function text(words: string, under?: Condition): InlineNode {
  return under === undefined
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: [{ type: 'condition', attrs: under }] };
}

function paragraph(...content: InlineNode[]): ParagraphNode {
  return { type: 'paragraph', attrs: { carriedFrom: null }, content };
}

/** The words, or the indicator, and the condition of each piece. */
const piecesOf = ({ content = [] }: ParagraphNode) =>
  content.map((node) => [
    node.type === 'text' ? node.text : node.type === 'binding' ? node.attrs.indicatorId : '',
    conditionOf(node)?.id ?? null,
  ]);

describe('a condition survives', () => {
  it('carrying over', () => {
    const body = { type: 'doc' as const, content: [paragraph(text('甲。'), text('乙。', condition('c')))] };
    const [carried] = markCarried(body, 2023).content;
    expect(carried && piecesOf(carried)).toEqual([
      ['甲。', null],
      ['乙。', 'c'],
    ]);
  });

  it('a shifted year, inside and beside it', () => {
    const before = paragraph(text('2020年，我镇培训。'), text('2020年以来，我镇巡查。', condition('c')));
    const shifts = proposeShifts(paragraphPlain(before), 2020, 2021);
    expect(piecesOf(applyShifts(before, shifts))).toEqual([
      ['2021年，我镇培训。', null],
      ['2021年以来，我镇巡查。', 'c'],
    ]);
  });

  it('a number in it that is bound', () => {
    const indicator = {
      id: 'cases',
      name: '调解案件',
      unit: '件',
      kind: 'count',
      precision: 0,
      topicId: 't',
      officeId: null,
      formula: null,
      retiredAfter: null,
      footing: false,
    } as const;
    const chapter: Chapter = {
      id: 'chapter',
      parentId: null,
      position: 0,
      kind: 'section',
      heading: '',
      runIn: false,
      templateChapterKey: null,
      body: { type: 'doc', content: [paragraph(text('全年'), text('调解案件58件。', condition('c')))] },
      done: false,
      revision: 0,
    };
    const acceptance = acceptQuantities({
      chapters: [chapter],
      accepted: [
        {
          chapterId: 'chapter',
          paragraph: 0,
          start: 6,
          end: 9,
          text: '58件',
          indicatorId: 'cases',
          format: { style: 'plain', unit: true },
        },
      ],
      book: createNumberBook({ indicators: [indicator], observations: [] }),
      year: 2024,
      newId: () => 'bound',
    });
    const [bound] = acceptance?.bodies.get('chapter')?.content ?? [];
    expect(bound && piecesOf(bound)).toEqual([
      ['全年', null],
      ['调解案件', 'c'],
      ['cases', 'c'],
      ['。', 'c'],
    ]);
  });

  it('being brought in again from last year, where only the condition is new', () => {
    const doc = (...content: ParagraphNode[]) => ({ type: 'doc' as const, content });
    const plain = paragraph(text('甲镇巡查。'));
    const changed = doc(paragraph(text('甲镇巡查。', condition('c'))));
    const three = { base: doc(plain), theirs: changed, ours: markCarried(doc(plain), 2023) };
    expect(mergeChanges(three, () => '').map(({ kind }) => kind)).toEqual(['clean']);
    const [merged] = applyClean({ ...three, carriedFrom: 2023 }).document.content;
    expect(merged && piecesOf(merged)).toEqual([['甲镇巡查。', 'c']]);
    // Another identity alone is no change: ids are new when a report is brought in again.
    const renamed = { ...three, base: changed, theirs: doc(paragraph(text('甲镇巡查。', condition('d')))) };
    expect(mergeChanges(renamed, () => '')).toEqual([]);
  });
});
