import { describe, expect, it } from 'vitest';
import {
  carriedPercent,
  carriedPercentOfAll,
} from '../../../../../src/renderer/features/write/reuse/carried-percent.ts';
import { nextStepsChapters } from '../../../../../src/renderer/features/write/reuse/next-steps.ts';
import { createOpenItemFinder } from '../../../../../src/renderer/features/write/reuse/open-item-list.ts';
import { paragraphAge } from '../../../../../src/renderer/features/write/reuse/paragraph-age.ts';
import { numberChapters } from '../../../../../src/shared/domain/outline.ts';
import type { SentenceAge } from '../../../../../src/shared/domain/roll/staleness.ts';
import { body, chapter, paragraph } from '../fixtures.ts';

const age = (kind: SentenceAge['kind'], years: number): SentenceAge => ({ start: 0, end: 1, kind, years });

describe('paragraphAge', () => {
  it.each([
    [[], null],
    [[age(null, 0)], null],
    [[age('unchanged', 2), age('unchanged', 3)], { kind: 'unchanged', years: 3 }],
    [[age('unchanged', 2), age('numbersOnly', 1)], { kind: 'numbersOnly', years: 2 }],
    [[age('numbersOnly', 1), age(null, 0)], null],
    [[age('unchanged', 2), age(null, 0), age('unchanged', 1)], { kind: 'partly', years: 3, sentences: 2 }],
  ])('%j', (ages, expected) => {
    expect(paragraphAge(ages)).toEqual(expected);
  });
});

describe('the carried share', () => {
  const half = chapter('a', { body: body(paragraph(['四个字。'], 2023), paragraph(['新写的。'])) });
  const little = chapter('b', {
    body: body(paragraph(['旧'], 2023), paragraph(['新'.repeat(400)])),
  });

  it('is in per cent of the characters, a little never told as nothing', () => {
    expect(carriedPercent(half)).toBe(50);
    expect(carriedPercent(little)).toBe(1);
    expect(carriedPercent(chapter('c'))).toBe(0);
  });

  it('weighs chapters by their length', () => {
    const long = chapter('d', { body: body(paragraph(['旧'.repeat(92)], 2023)) });
    expect(carriedPercentOfAll([half, long])).toBe(96);
    expect(carriedPercentOfAll([])).toBe(0);
  });
});

describe('nextStepsChapters', () => {
  it('are those that answer the content of next year, with all below them', () => {
    const numbered = numberChapters([
      chapter('a', { position: 0, templateChapterKey: 'results' }),
      chapter('n', { position: 1, templateChapterKey: 'nextYear' }),
      chapter('n1', { position: 0, parentId: 'n' }),
      chapter('x', { position: 2 }),
    ]);
    const template = [
      { key: 'results', requiredContent: 'results' },
      { key: 'nextYear', requiredContent: 'nextYear' },
    ];
    expect([...nextStepsChapters(numbered, template)]).toEqual(['n', 'n1']);
  });
});

describe('createOpenItemFinder', () => {
  const numbered = numberChapters([
    chapter('a', { position: 0, heading: '成效', body: body(paragraph(['2023年3月。'], 2023)) }),
    chapter('b', { position: 1, body: body(paragraph(['2023年3月。'])) }),
    chapter('c', { position: 2, heading: '', kind: 'closing', body: body(paragraph(['会商8次。'], 2023)) }),
  ]);
  const finder = createOpenItemFinder(2024, null);

  it('groups open items by chapter, in reading order', () => {
    const found = finder.ofReport(numbered, new Map());
    expect(
      found.map(({ chapterId, title, items }) => [chapterId, title, items.map(({ text }) => text)]),
    ).toEqual([
      ['a', '一、成效', ['2023年3月']],
      ['c', '', ['8次']],
    ]);
  });

  it('reads the texts as they stand now', () => {
    const bodies = new Map([['a', body(paragraph(['改写。'], 2023))]]);
    expect(finder.ofReport(numbered, bodies).map(({ chapterId }) => chapterId)).toEqual(['c']);
  });
});
