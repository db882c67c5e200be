import { expect, it } from 'vitest';
import { reportProgress } from '../../../../src/renderer/app/report-progress.ts';
import { openPoints } from '../../../../src/renderer/features/submit/open-points.ts';
import { type ChapterDocument, documentFromTexts } from '../../../../src/shared/domain/document.ts';
import type { Chapter, Indicator, Observation } from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../../src/shared/domain/outline.ts';
import { report as draft } from '../report.ts';

const indicator = (id: string): Indicator => ({
  id,
  name: id,
  unit: '件',
  kind: 'count',
  precision: 0,
  topicId: 't',
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
});

const observation = (indicatorId: string, state: Observation['state']): Observation => ({
  indicatorId,
  year: 2024,
  entry: { kind: 'number', value: '1' },
  state,
  source: '',
  note: '',
  evidence: '',
});

const showing = (...indicatorIds: string[]): ChapterDocument => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { carriedFrom: null },
      content: indicatorIds.map((indicatorId, index) => ({
        type: 'binding',
        attrs: {
          id: `${indicatorId}${index}`,
          indicatorId,
          yearOffset: 0,
          format: { style: 'plain', unit: true },
        },
      })),
    },
  ],
});

/** The same places, written over when the first showed another number, the others what they show now. */
const writtenOver = (body: ChapterDocument): ChapterDocument => ({
  ...body,
  content: body.content.map((paragraph) => ({
    ...paragraph,
    content: paragraph.content?.map((node, index) => {
      if (node.type !== 'binding') return node;
      const instead = index === 0 ? '2件' : node.attrs.indicatorId === 'missing' ? '' : '1件';
      return { ...node, attrs: { ...node.attrs, override: { text: '三件', reason: '口径', instead } } };
    }),
  })),
});

const chapter = (
  id: string,
  position: number,
  body: ChapterDocument,
  parentId: string | null = null,
): Chapter => ({
  id,
  parentId,
  position,
  kind: 'section',
  heading: id,
  runIn: false,
  templateChapterKey: null,
  body,
  done: false,
  revision: 1,
});

const report = draft();

const numbered = numberChapters([
  chapter('parent', 0, documentFromTexts([])),
  chapter('numbers', 0, showing('missing', 'missing', 'carried', 'confirmed'), 'parent'),
  chapter('changed', 2, writtenOver(showing('confirmed', 'missing', 'confirmed')), 'parent'),
  chapter('carried', 1, documentFromTexts(['一', '二', ''], 2023), 'parent'),
  chapter('empty', 1, documentFromTexts(['  '])),
]);
const tables = {
  topics: [],
  offices: [],
  indicators: ['missing', 'carried', 'confirmed', 'unusedCarried', 'unusedMissing'].map(indicator),
  observations: [
    observation('carried', 'carried'),
    observation('confirmed', 'confirmed'),
    observation('unusedCarried', 'carried'),
  ],
};

it('counts missing numbers that the text shows, carried ones anywhere, changed places, paragraphs, chapters', () => {
  expect(reportProgress({ report, numbered, tables, book: createNumberBook(tables) })).toEqual({
    missing: 1,
    carried: 2,
    changed: 1,
    changedChapterIds: ['changed'],
    carriedParagraphs: 2,
    carriedChapterIds: ['carried'],
    emptyChapterIds: ['empty'],
  });
});

it('gathers what blocks a formal document by chapter', () => {
  const place = {
    chapterId: 'numbers',
    bindingId: 'x',
    indicatorId: 'missing',
    indicatorName: '缺数',
    state: 'missing',
  } as const;
  expect(
    openPoints(numbered, { unresolved: [place], staleHeadings: [{ chapterId: 'empty', text: '2023年' }] }),
  ).toEqual([
    { chapterId: 'numbers', name: '（一）numbers', numbers: [place], paragraphs: 0, stale: [] },
    { chapterId: 'carried', name: '（二）carried', numbers: [], paragraphs: 2, stale: [] },
    { chapterId: 'empty', name: '二、empty', numbers: [], paragraphs: 0, stale: ['2023年'] },
  ]);
});
