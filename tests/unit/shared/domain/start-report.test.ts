import { describe, expect, test } from 'vitest';
import { documentFromTexts, emptyDocument, paragraphText } from '../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';
import { numberChapters } from '../../../../src/shared/domain/outline.ts';
import { recognisedChapters } from '../../../../src/shared/domain/recognise-chapter.ts';
import { startingChapters as start } from '../../../../src/shared/domain/start-report.ts';
import { type Template, templateSchema } from '../../../../src/shared/domain/template.ts';

function described(
  key: string,
  heading: string,
  requiredContent: string | null,
  words: string[],
  kind = 'section',
) {
  return {
    key,
    kind,
    heading,
    requiredContent,
    guidance: '写什么',
    usualLength: null,
    recognisedBy: words,
    starters: [],
  };
}

const template: Template = templateSchema.parse({
  schema: 1,
  key: 'trial',
  version: '1.0.0',
  name: '试用模板',
  subject: '试用',
  titlePattern: '{organization}{year}',
  basis: [],
  due: { month: 3, day: 1, note: '' },
  usualLength: { minimum: 1, maximum: 2 },
  requiredContents: [
    { key: 'results', name: '成效' },
    { key: 'problems', name: '不足' },
  ],
  offices: [],
  topics: [
    {
      key: 'topic',
      name: '专题',
      indicators: [
        {
          key: 'topic.one',
          name: '一',
          unit: '件',
          kind: 'count',
          precision: 0,
          office: null,
          formula: null,
        },
      ],
    },
  ],
  chapters: [
    described('lead', '导语', null, [], 'preamble'),
    described('results', '主要成效', 'results', ['成效', '工作开展情况']),
    described('disputes', '化解矛盾纠纷', null, ['矛盾纠纷', '纠纷']),
    described('training', '加强培训', null, ['培训']),
    described('problems', '存在的不足', 'problems', ['不足', '存在问题']),
    described('end', '结语', null, [], 'closing'),
  ],
  outlines: [
    {
      key: 'usual',
      name: '通常',
      description: '通常的顺序',
      nodes: [
        { chapter: 'lead' },
        { chapter: 'results', children: [{ chapter: 'training' }, { chapter: 'disputes' }] },
        { chapter: 'problems' },
        { chapter: 'end' },
      ],
    },
  ],
});
const outline = template.outlines[0]?.nodes ?? [];

function old(
  id: string,
  parentId: string | null,
  position: number,
  heading: string,
  text: string,
  kind: Chapter['kind'] = 'section',
): Chapter {
  return {
    id,
    parentId,
    position,
    kind,
    heading,
    runIn: false,
    templateChapterKey:
      kind === 'section'
        ? (recognisedChapters(heading, template)[0]?.key ?? null)
        : kind === 'preamble'
          ? 'lead'
          : 'end',
    body: text === '' ? emptyDocument() : documentFromTexts([text]),
    done: true,
    revision: 7,
  };
}

const lastYear: Chapter[] = [
  old('l', null, 0, '导语', '一年来，各项工作有序推进。', 'preamble'),
  old('r', null, 1, '工作开展情况', ''),
  old('r1', 'r', 0, '调处矛盾纠纷', '全年排查30件。'),
  old('r2', 'r', 1, '建好便民驿站', '建成驿站2处。'),
  old('o', null, 2, '特色做法', '推行夜间接待。'),
];

const startingChapters = (options: Parameters<typeof start>[0]) =>
  start(options).map(({ chapter }) => chapter);

let next = 0;
const newId = () => {
  next += 1;
  return `new-${next}`;
};
const shape = (chapters: Chapter[]) =>
  numberChapters(chapters).map(({ chapter, level }) => `${'>'.repeat(level)}${chapter.heading}`);
const texts = (chapters: Chapter[]) =>
  chapters.flatMap((chapter) => chapter.body.content.map((paragraph) => paragraphText(paragraph, () => '')));

describe('a report begun from a template alone', () => {
  test('has the outline, in its order, without text', () => {
    const chapters = startingChapters({ template, outline, predecessor: null, newId });
    expect(shape(chapters)).toEqual([
      '>导语',
      '>主要成效',
      '>>加强培训',
      '>>化解矛盾纠纷',
      '>存在的不足',
      '>结语',
    ]);
    expect(texts(chapters).join('')).toBe('');
  });
});

describe('a report begun from last year', () => {
  const chapters = startingChapters({
    template,
    outline,
    predecessor: { year: 2023, chapters: lastYear },
    newId,
  });

  test('takes the outline’s order and the town’s own headings; what the outline does not know is kept', () => {
    expect(shape(chapters)).toEqual([
      '>导语',
      '>工作开展情况',
      '>>调处矛盾纠纷',
      '>>建好便民驿站',
      '>存在的不足',
      '>特色做法',
      '>结语',
    ]);
  });

  test('carries every paragraph, each marked with the year it stood in', () => {
    for (const chapter of lastYear.filter(({ body }) => body.content[0]?.content)) {
      const text = texts([chapter])[0];
      expect(texts(chapters)).toContain(text);
    }
    const marks = chapters.flatMap((chapter) =>
      chapter.body.content.filter(({ content }) => content).map(({ attrs }) => attrs.carriedFrom),
    );
    expect(marks).toEqual(marks.map(() => 2023));
    expect(marks).toHaveLength(4);
  });

  test('shares no chapter with last year, and begins undone', () => {
    const ids = new Set(lastYear.map(({ id }) => id));
    expect(chapters.filter(({ id, done, revision }) => ids.has(id) || done || revision > 0)).toEqual([]);
  });

  test('an attachment keeps what stands below it, whatever its headings say', () => {
    const list = { ...old('a', null, 3, '任务清单', '', 'attachment'), templateChapterKey: null };
    const within = old('a1', 'a', 0, '化解矛盾纠纷', '逐件列出。');
    const own = startingChapters({
      template,
      outline,
      predecessor: { year: 2023, chapters: [list, within] },
      newId,
    });
    expect(shape(own)).toEqual(expect.arrayContaining(['>任务清单', '>化解矛盾纠纷']));
    const attachment = own.find(({ kind }) => kind === 'attachment');
    expect(own.filter(({ heading }) => heading === '化解矛盾纠纷').map(({ parentId }) => parentId)).toContain(
      attachment?.id,
    );
  });

  test('says of each chapter whose text it carries', () => {
    const started = start({ template, outline, predecessor: { year: 2023, chapters: lastYear }, newId });
    expect(started.map(({ chapter, source }) => [chapter.heading, source?.id ?? null])).toEqual([
      ['导语', 'l'],
      ['工作开展情况', 'r'],
      ['调处矛盾纠纷', 'r1'],
      ['建好便民驿站', 'r2'],
      ['存在的不足', null],
      ['特色做法', 'o'],
      ['结语', null],
    ]);
  });

  test('without an outline keeps last year’s, and adds the required contents it lacked', () => {
    const own = startingChapters({
      template,
      outline: null,
      predecessor: { year: 2023, chapters: lastYear },
      newId,
    });
    expect(shape(own)).toEqual([
      '>导语',
      '>工作开展情况',
      '>>调处矛盾纠纷',
      '>>建好便民驿站',
      '>特色做法',
      '>存在的不足',
    ]);
  });
});

describe('recognising a heading', () => {
  test.each([
    ['2023年度工作开展情况', 'results'],
    ['多元化解矛盾纠纷', 'disputes'],
    ['存在问题和不足', 'problems'],
    ['风土人情', null],
  ])('%s → %s', (heading, key) => {
    expect(recognisedChapters(heading, template)[0]?.key ?? null).toBe(key);
  });
});
