import { describe, expect, it } from 'vitest';
import { nextChapter, nextStep } from '../../../../src/renderer/app/next-step.ts';
import type { ReportProgress } from '../../../../src/renderer/app/report-progress.ts';

const finished: ReportProgress = {
  missing: 0,
  carried: 0,
  changed: 0,
  changedChapterIds: [],
  carriedParagraphs: 0,
  carriedChapterIds: [],
  emptyChapterIds: [],
};

describe('next step', () => {
  it.each([
    [
      { missing: 4, carried: 10, carriedParagraphs: 3 },
      { kind: 'numbers', place: 'data', count: 10 },
    ],
    [
      { changed: 2, changedChapterIds: ['c'], carriedParagraphs: 3 },
      { kind: 'changed', place: 'write', count: 2, chapterIds: ['c'] },
    ],
    [
      { carriedParagraphs: 3, carriedChapterIds: ['b'] },
      { kind: 'paragraphs', place: 'write', count: 3 },
    ],
    [
      { missing: 4, emptyChapterIds: ['b'] },
      { kind: 'fill', place: 'data', count: 4 },
    ],
    [{ emptyChapterIds: ['b', 'c'] }, { kind: 'chapters', place: 'write', count: 2 }],
    [{}, { kind: 'export', place: 'submit' }],
  ])('of %j', (progress, expected) => {
    expect(nextStep('draft', { ...finished, ...progress })).toMatchObject(expected);
  });

  it('before the document is made, is to look at what is likely wrong', () => {
    expect(nextStep('draft', finished, 2)).toMatchObject({ kind: 'findings', place: 'check', count: 2 });
    expect(nextStep('draft', { ...finished, carried: 1 }, 2).kind).toBe('numbers');
  });

  it('of a final report is to export it, whatever is open', () => {
    expect(nextStep('final', { ...finished, missing: 2 }).kind).toBe('final');
  });

  it('goes on from the selected chapter and begins again at the end', () => {
    const step = nextStep('draft', { ...finished, emptyChapterIds: ['b', 'd'] });
    const order = ['a', 'b', 'c', 'd'];
    expect(nextChapter(step, order, null)).toBe('b');
    expect(nextChapter(step, order, 'b')).toBe('d');
    expect(nextChapter(step, order, 'd')).toBe('b');
  });
});
