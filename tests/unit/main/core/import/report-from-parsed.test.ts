import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chaptersFromParsed,
  type ImportedChapter,
} from '../../../../../src/main/core/import/report-from-parsed.ts';
import { parseText } from './parse.ts';

function textsInOrder(chapters: readonly ImportedChapter[]): string[] {
  return chapters.flatMap((chapter) => [...chapter.paragraphs, ...textsInOrder(chapter.children)]);
}

describe('chaptersFromParsed', () => {
  it('builds the tree, keeps the preamble and knows run-in headings', () => {
    const parsed = parseText(
      [
        '柳林镇2023年法治政府建设情况报告',
        '县人民政府：',
        '现将有关情况报告如下：',
        '一、主要工作',
        '（一）健全机制。领导小组开会4次。',
        '1.加强学习',
        '学习了文件。',
        '二、存在问题：',
        '人员不足。',
        '柳林镇人民政府',
        '2024年1月22日',
      ].join('\n'),
    );
    const empty = { paragraphs: [], children: [] };
    expect(chaptersFromParsed(parsed)).toEqual([
      { ...empty, kind: 'preamble', heading: '导语', runIn: false, paragraphs: ['现将有关情况报告如下：'] },
      {
        ...empty,
        kind: 'section',
        heading: '主要工作',
        runIn: false,
        children: [
          {
            kind: 'section',
            heading: '健全机制',
            runIn: true,
            paragraphs: ['领导小组开会4次。'],
            children: [
              { ...empty, kind: 'section', heading: '加强学习', runIn: false, paragraphs: ['学习了文件。'] },
            ],
          },
        ],
      },
      { ...empty, kind: 'section', heading: '存在问题', runIn: false, paragraphs: ['人员不足。'] },
    ]);
  });

  it('hangs a heading under the nearest higher one when a level is missing', () => {
    const parsed = parseText(
      '一、安排\n1.加强培训。全年培训6期。\n2.完善制度。修订制度3项。\n二、其他\n无。',
    );
    const [first, second] = chaptersFromParsed(parsed);
    expect(first?.children.map((child) => child.heading)).toEqual(['加强培训', '完善制度']);
    expect(second?.paragraphs).toEqual(['无。']);
  });

  it('makes one preamble of a text without headings', () => {
    const parsed = parseText('今年以来各项工作有序推进。\n明年继续努力。');
    expect(chaptersFromParsed(parsed)).toEqual([
      {
        kind: 'preamble',
        heading: '导语',
        runIn: false,
        paragraphs: ['今年以来各项工作有序推进。', '明年继续努力。'],
        children: [],
      },
    ]);
  });

  it('brings every body, table and note paragraph over, in order', () => {
    const line = fc.constantFrom(
      ...[
        '一、工作',
        '（一）学习',
        '1.宣传。发放资料5份。',
        '（1）培训',
        '普通的一段文字。',
        '二、问题',
        '另一段没有句号的文字',
        '①细节。',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const parsed = parseText(lines.join('\n'));
        const kept = parsed.paragraphs.filter((paragraph) =>
          ['body', 'table', 'note'].includes(paragraph.kind),
        );
        expect(textsInOrder(chaptersFromParsed(parsed))).toEqual(kept.map((paragraph) => paragraph.text));
      }),
    );
  });
});
