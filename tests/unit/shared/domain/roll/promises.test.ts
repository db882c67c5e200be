import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPromises } from '../../../../../src/shared/domain/roll/promises.ts';
import { binding, chapter, paragraph, prose } from './material.ts';

const template = {
  chapters: [
    {
      key: 'next',
      kind: 'section' as const,
      heading: '下一年度安排',
      runIn: false,
      requiredContent: 'nextYear',
      guidance: '写明年的安排',
      usualLength: null,
      recognisedBy: [],
      starters: [],
    },
  ],
};
const show = () => '35名';
const nextSteps = (texts: string[], heading = '下一步工作计划') =>
  extractPromises(
    [
      chapter(
        'n',
        texts.map((text) => paragraph([text])),
        { heading },
      ),
    ],
    null,
    show,
  );

describe('extractPromises', () => {
  it.each<[string, string[], string[]]>([
    [
      'points in paragraphs',
      ['一是继续普法。', '二是规范执法。再加强培训。'],
      ['继续普法。', '规范执法。再加强培训。'],
    ],
    [
      'points in one paragraph',
      ['我镇将做好以下工作：一是继续普法；二是规范执法。'],
      ['继续普法；', '规范执法。'],
    ],
    ['首先 其次', ['首先，抓普法。其次，抓执法。最后，抓调解。'], ['抓普法。', '抓执法。', '抓调解。']],
    [
      'numbered items',
      ['2021年，我镇将围绕几点开展工作。', '1.继续普法。', '2、规范执法。'],
      ['继续普法。', '规范执法。'],
    ],
    ['numbered with an unmarked introduction', ['2021年我镇将努力。', '（一）继续普法。'], ['继续普法。']],
    [
      'paragraphs',
      ['继续普法，进村入户。', '规范执法，持证上岗。'],
      ['继续普法，进村入户。', '规范执法，持证上岗。'],
    ],
    ['one paragraph', ['今后将不断总结经验，创新宣传。'], ['今后将不断总结经验，创新宣传。']],
    ['a solemn close', ['一是继续普法。', '我们深感使命光荣，为全县作出贡献！'], ['继续普法。']],
    [
      'an unmarked paragraph behind points',
      ['一是继续普法。', '同时加强调解。'],
      ['继续普法。', '同时加强调解。'],
    ],
    ['是 and 一是否 are no points', ['这是重点，统一是否到位的标准。'], ['这是重点，统一是否到位的标准。']],
    ['3.5 is no marker', ['3.5万份资料将发放到户。'], ['3.5万份资料将发放到户。']],
    ['nothing but an introduction', ['2021年将做好以下工作：'], []],
    ['blank', ['', '  ', '1.', '一是'], []],
  ])('%s', (_name, texts, promises) => {
    expect(nextSteps(texts.map((text) => text))).toEqual(promises);
  });

  it('prefers the chapter that the template knows, with everything below it', () => {
    const chapters = [
      chapter('other', [paragraph(['一是旧的计划。'])], { heading: '工作计划', position: 0 }),
      chapter('n', [paragraph(['2021年重点如下：'])], {
        heading: '展望',
        templateChapterKey: 'next',
        position: 1,
      }),
      chapter('n1', [paragraph(['进村入户。'])], { heading: '继续普法', parentId: 'n', position: 0 }),
      chapter('n2', [paragraph(['一是培训。二是考试。'])], {
        heading: '规范执法',
        parentId: 'n',
        position: 1,
      }),
      chapter('n3', [paragraph([])], { heading: '调解到位', parentId: 'n', position: 2 }),
    ];
    expect(extractPromises(chapters, template, show)).toEqual([
      '继续普法。进村入户。',
      '培训。',
      '考试。',
      '调解到位',
    ]);
  });

  it('renders bindings, and finds none in a report without next steps', () => {
    const content = [paragraph(['一是配齐调解员', binding('mediators'), '。'])];
    expect(extractPromises([chapter('n', content, { heading: '下步打算' })], template, show)).toEqual([
      '配齐调解员35名。',
    ]);
    expect(extractPromises([chapter('n', content, { heading: '主要成效' })], template, show)).toEqual([]);
  });

  it('takes texts from the report only, each within the limit, and loses nothing of a long one', () => {
    const long = `一是${'继续普法，进村入户。'.repeat(450)}`;
    expect(nextSteps([long]).join('')).toBe(long.slice(2));
    fc.assert(
      fc.property(fc.array(prose), (texts) => {
        for (const promise of nextSteps(texts)) {
          expect(promise.length).toBeGreaterThan(0);
          expect(promise.length).toBeLessThanOrEqual(2000);
          expect(
            texts.some(
              (text) => text.replaceAll('\ufffc', '35名').includes(promise) || text.includes(promise),
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
