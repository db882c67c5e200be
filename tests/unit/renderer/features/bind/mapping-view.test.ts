import { expect, test } from 'vitest';
import { doubtfulChapters, mappingView } from '../../../../../src/renderer/features/bind/mapping-view.ts';
import type { ChapterMapping } from '../../../../../src/shared/domain/chapter-mapping.ts';
import { emptyDocument } from '../../../../../src/shared/domain/document.ts';
import type { Chapter, ChapterKind } from '../../../../../src/shared/domain/model.ts';
import { report } from '../../report.ts';

const imported = report({ year: 2023, state: 'final', origin: 'imported' });

const chapter = (
  id: string,
  position: number,
  parentId: string | null,
  kind: ChapterKind = 'section',
): Chapter => ({
  id,
  parentId,
  position,
  kind,
  heading: `标题${id}`,
  runIn: false,
  templateChapterKey: null,
  body: emptyDocument(),
  done: true,
  revision: 0,
});

const mapping = (
  chapterId: string,
  confidence: number,
  safe: boolean,
  evidence: ChapterMapping['evidence'] = [],
  chosenKey: string | null = 'results',
) => ({ chapterId, chapterKey: 'results', confidence, safe, evidence, chosenKey });

test('headings in reading order, each as sure as it is, without 导语', () => {
  const chapters = [
    chapter('0', 0, null, 'preamble'),
    chapter('1', 1, null),
    chapter('2', 0, '1'),
    chapter('3', 2, null),
    chapter('4', 3, null),
    chapter('5', 4, null),
  ];
  const words = [{ reason: 'heading' as const, words: ['成效', '做法'] }];
  const mappings = [
    mapping('0', 1, true),
    mapping('1', 0.95, true, words),
    mapping('2', 0.75, false),
    mapping('3', 0.55, false),
    mapping('4', 0.95, true, words, null),
    mapping('5', 1, true, [{ reason: 'remembered', words: [] }]),
  ];
  const view = mappingView({ report: imported, chapters }, { mappings, choices: [] });
  expect(view.rows.map(({ title, level, certainty }) => [title, level, certainty])).toEqual([
    ['一、标题1', 1, 'sure'],
    ['（一）标题2', 2, 'maybe'],
    ['二、标题3', 1, 'choose'],
    ['三、标题4', 1, 'chosen'],
    ['四、标题5', 1, 'chosen'],
  ]);
  expect(view.rows.map(({ evidence }) => evidence)).toEqual([
    [{ reason: 'heading', words: '成效、做法' }],
    [],
    [],
    [],
    [{ reason: 'remembered', words: '' }],
  ]);
  expect(doubtfulChapters(view)).toEqual(['2', '3']);
});
