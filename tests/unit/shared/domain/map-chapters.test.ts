import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingWords, type RememberedHeading } from '../../../../src/shared/domain/chapter-mapping.ts';
import { documentFromTexts } from '../../../../src/shared/domain/document.ts';
import { mapChapters } from '../../../../src/shared/domain/map-chapters.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';
import { templateSchema } from '../../../../src/shared/domain/template.ts';
import { resourceText } from '../../resources/shipped-files.ts';

const template = templateSchema.parse(JSON.parse(resourceText('templates/rule-of-law-government.json')));

interface Told {
  heading: string;
  text?: string;
  below?: Told[];
}

function chaptersOf(told: readonly Told[], parentId: string | null = null, prefix = 'c'): Chapter[] {
  return told.flatMap(({ heading, text = '', below = [] }, position) => {
    const id = `${prefix}-${position}`;
    const chapter: Chapter = {
      id,
      parentId,
      position,
      kind: 'section',
      heading,
      runIn: false,
      templateChapterKey: null,
      body: documentFromTexts(text === '' ? [] : [text]),
      done: true,
      revision: 0,
    };
    return [chapter, ...chaptersOf(below, id, id)];
  });
}

function mapped(told: readonly Told[], remembered: readonly RememberedHeading[] = []) {
  const chapters = chaptersOf(told);
  return mapChapters({ chapters, template, remembered }).map((mapping) => ({
    ...mapping,
    heading: chapters.find(({ id }) => id === mapping.chapterId)?.heading,
  }));
}

const lines = (told: readonly Told[], remembered: readonly RememberedHeading[] = []) =>
  mapped(told, remembered).map(({ heading, chapterKey, safe }) => [heading, chapterKey, safe]);

const plain = (headings: readonly string[]): Told[] => headings.map((heading) => ({ heading }));

describe('headings as towns write them', () => {
  test.each([
    ['2023年以来法治建设主要工作情况', 'results'],
    ['一年来的主要做法', 'results'],
    ['工作推进情况及取得的成效', 'results'],
    ['党政主要负责人履行法治建设第一责任人职责情况', 'leaders'],
    ['存在的主要问题和不足', 'shortcomings'],
    ['目前存在的问题和困难', 'shortcomings'],
    ['2024年工作打算', 'nextYear'],
    ['下一步努力方向', 'nextYear'],
    ['其他需要报告的事项', 'other'],
    ['经验做法和亮点工作', 'innovation'],
  ])('first level: %s → %s', (heading, key) => {
    expect(lines([{ heading }])[0]?.slice(0, 2)).toEqual([heading, key]);
  });

  test.each([
    ['抓牢组织领导，健全工作机制', 'organization'],
    ['办好干部法治培训', 'training'],
    ['持续深化“放管服”改革，优化营商环境', 'approvals'],
    ['重大行政决策依法依规', 'decisions'],
    ['推进综合执法，做到公正文明执法', 'enforcement'],
    ['晒清政务公开账本', 'openness'],
    ['压紧普法责任制，法治宣传进万家', 'publicity'],
    ['公共法律服务送到村口', 'legalService'],
    ['多元化解矛盾纠纷', 'disputes'],
    ['认真做好行政复议和行政应诉', 'reconsideration'],
  ])('below the results: %s → %s, safe', (heading, key) => {
    expect(lines([{ heading: '主要举措和成效', below: [{ heading }] }])[1]).toEqual([heading, key, true]);
  });
});

describe('what speaks for a chapter', () => {
  test('its text, where its heading says nothing; never safe by that alone', () => {
    const text = '全镇人民调解组织排查矛盾纠纷，化解疑难复杂纠纷，调解员逐村走访，信访事项按期办结。';
    const below = [{ heading: '把小事办在村里', text }];
    const [, found] = mapped([{ heading: '主要举措和成效', below }]);
    expect(found).toMatchObject({ chapterKey: 'disputes', safe: false });
    expect(found?.evidence[0]?.reason).toBe('text');
    expect(found?.evidence[0]?.words.some((word) => text.includes(word))).toBe(true);
  });

  test('several words that agree say more than one', () => {
    const sure = (heading: string) => mapped([{ heading }])[0]?.confidence ?? 0;
    expect(sure('优化营商环境和政务服务')).toBeGreaterThan(sure('优化营商环境'));
  });

  test('its sections, where its heading says nothing', () => {
    const below = plain(['规范行政执法', '推进政务公开', '化解矛盾纠纷']);
    const [top, ...others] = mapped([{ heading: '真抓实干', below }]);
    expect(top).toMatchObject({ chapterKey: 'results', safe: false });
    expect(top?.evidence).toEqual([{ reason: 'children', words: [] }]);
    expect(others.map(({ chapterKey }) => chapterKey)).toEqual(['enforcement', 'openness', 'disputes']);
  });

  test('the chapter above: next steps about disputes are next steps', () => {
    const below = plain(['化解矛盾纠纷', '深化法治宣传教育']);
    expect(lines([{ heading: '下一步工作打算', below }]).slice(1)).toEqual([
      ['化解矛盾纠纷', null, true],
      ['深化法治宣传教育', null, true],
    ]);
  });

  test('the chapter above: the study of the leaders is not the training of the staff', () => {
    const below = [{ heading: '带头学法' }];
    expect(lines([{ heading: '主要负责人履职情况', below }])[1]).toEqual(['带头学法', 'leadersStudy', true]);
  });

  test('two subjects in one heading are left to a person', () => {
    const below = plain(['化解矛盾，优化服务']);
    expect(lines([{ heading: '主要举措和成效', below }])[1]?.[2]).toBe(false);
  });

  test('nothing: no chapter, and not safe', () => {
    expect(mapped([{ heading: '村容村貌' }])[0]).toMatchObject({
      chapterKey: null,
      confidence: 0,
      safe: false,
      evidence: [],
    });
  });

  test('the order of the chapters: next steps told before the results are doubted', () => {
    expect(lines(plain(['初步安排和设想', '主要举措和成效']))[0]).toEqual([
      '初步安排和设想',
      'nextYear',
      false,
    ]);
    expect(lines(plain(['主要举措和成效', '初步安排和设想']))[1]).toEqual([
      '初步安排和设想',
      'nextYear',
      true,
    ]);
  });
});

describe('what a person chose before', () => {
  const words = headingWords('2023年度村容村貌');

  test('is found again under another year and other punctuation', () => {
    const told = plain(['2024年村容、村貌']);
    expect(lines(told, [{ words, chapterKey: 'other' }])).toEqual([['2024年村容、村貌', 'other', true]]);
  });

  test('wins over the words of the heading, also as none', () => {
    const remembered = [{ words: headingWords('存在问题'), chapterKey: null }];
    expect(lines(plain(['存在问题']), remembered)).toEqual([['存在问题', null, true]]);
  });

  test('a chapter that the template no longer has counts for nothing', () => {
    const remembered = [{ words: headingWords('存在问题'), chapterKey: 'gone' }];
    expect(lines(plain(['存在问题']), remembered)[0]?.[1]).toBe('shortcomings');
  });
});

describe('for any report', () => {
  const heading = fc.oneof(
    fc.constantFrom(...template.chapters.flatMap((chapter) => [chapter.heading, ...chapter.recognisedBy])),
    fc.string({ unit: fc.constantFrom(...'主要举措成效不足问题下一步工作法治2024年，') }),
  );
  const told: fc.Arbitrary<Told> = fc.record({
    heading,
    text: fc.constantFrom('', ...template.chapters.flatMap(({ starters }) => starters)),
    below: fc.array(fc.record({ heading }), { maxLength: 3 }),
  });
  const remembered = fc.array(
    fc.record({
      words: heading.map(headingWords),
      chapterKey: fc.constantFrom(null, ...template.chapters.map(({ key }) => key)),
    }),
    { maxLength: 4 },
  );

  test('what stands below an attachment answers nothing, and takes nothing from the report itself', () => {
    const chapters = chaptersOf([{ heading: '任务清单', below: [{ heading: '存在的主要问题和不足' }] }]).map(
      (chapter) => (chapter.parentId === null ? { ...chapter, kind: 'attachment' as const } : chapter),
    );
    const main = chaptersOf(plain(['存在的主要问题和不足']), null, 'm');
    const mappings = mapChapters({
      chapters: [...main, ...chapters.map((chapter) => ({ ...chapter, position: chapter.position + 1 }))],
      template,
      remembered: [],
    });
    expect(mappings.map(({ chapterKey, safe }) => [chapterKey, safe])).toEqual([
      ['shortcomings', true],
      [null, true],
      [null, true],
    ]);
  });

  test('every chapter once, and no two of the first level safe for the same', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 8 }), remembered, (report, memory) => {
        const chapters = chaptersOf(report);
        const mappings = mapChapters({ chapters, template, remembered: memory });
        expect(mappings.map(({ chapterId }) => chapterId)).toEqual(chapters.map(({ id }) => id));
        const tops = new Set(chapters.filter(({ parentId }) => parentId === null).map(({ id }) => id));
        const safe = mappings.flatMap(({ chapterId, chapterKey, safe: sure }) =>
          tops.has(chapterId) && sure && chapterKey !== null ? [chapterKey] : [],
        );
        expect(new Set(safe).size).toBe(safe.length);
        for (const { confidence } of mappings) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
