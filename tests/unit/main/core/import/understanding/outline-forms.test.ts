import { describe, expect, it } from 'vitest';
import { headingLines, parseText, textsOf } from '../parse.ts';

const sentence =
  '今年以来，我镇认真落实各项部署，扎实开展各项工作，取得了较好成效，群众满意度不断提升，各项任务按期完成。';

describe('outlines in unusual forms', () => {
  it('takes short lines over paragraphs for headings where nothing else is marked', () => {
    const parsed = parseText(`${sentence}\n主要工作\n${sentence}\n存在问题\n${sentence}`);
    expect(headingLines(parsed)).toEqual(['1  主要工作', '1  存在问题']);
  });

  it.each([
    ['one such line', `${sentence}\n主要工作\n${sentence}`],
    ['a list of names', `${sentence}\n清河村\n柳林村\n东岭村\n${sentence}`],
    ['a report with markers', `一、情况\n${sentence}\n主要工作\n${sentence}\n存在问题\n${sentence}`],
  ])('does not take %s for unmarked headings', (_, text) => {
    expect(headingLines(parseText(text)).filter((line) => line.includes('  '))).toEqual([]);
  });

  it('puts chapters one level below the parts that hold them', () => {
    const parsed = parseText('第一部分 工作\n一、学习\n（一）党员\n工作有序。\n第二部分 打算\n略。');
    expect(headingLines(parsed)).toEqual([
      '1 第一部分 工作',
      '2 一、 学习',
      '3 （一） 党员',
      '1 第二部分 打算',
    ]);
  });

  it('keeps the last point of a list a point', () => {
    const parsed = parseText('一、打算\n（一）抓学习；\n（二）抓培训；\n（三）抓落实。\n二、保障\n略。');
    expect(headingLines(parsed)).toEqual(['1 一、 打算', '1 二、 保障']);
    expect(textsOf(parsed, 'body')).toEqual(['（一）抓学习；', '（二）抓培训；', '（三）抓落实。', '略。']);
  });

  it('ends a heading at the points that run into it', () => {
    const parsed = parseText('二、存在问题一是力量薄弱，二是形式单一，三是经费不足，还需要进一步改进。');
    expect(headingLines(parsed)).toEqual(['1 二、 存在问题']);
  });
});

describe('running headers', () => {
  it('are left out beside page numbers, and the title stays', () => {
    const title = '柳林镇2023年工作报告';
    const parsed = parseText(`${title}\n一、工作\n${sentence}\n- 1 -\n${title}\n二、打算\n${sentence}`);
    expect(parsed.title).toBe(title);
    expect(parsed.dropped.map(({ text, reason }) => [text, reason])).toEqual([
      ['- 1 -', 'pageNumber'],
      [title, 'header'],
    ]);
  });

  it('are not what a list repeats', () => {
    const parsed = parseText('一、甲村\n无此类事项\n二、乙村\n无此类事项\n三、丙村\n略。');
    expect(parsed.dropped).toEqual([]);
  });
});

describe('closing and front', () => {
  it('takes signature and date from behind the last sentence', () => {
    const parsed = parseText(`一、工作\n${sentence}柳林镇人民政府2023年12月30日`);
    expect(parsed).toMatchObject({ organization: '柳林镇人民政府', issuedOn: '2023-12-30' });
    expect(textsOf(parsed, 'body')).toEqual([sentence]);
  });

  it('does not take the month under a title into it', () => {
    const parsed = parseText(`柳林镇工作报告\n（2023年2月）\n${sentence}`);
    expect(parsed.title).toBe('柳林镇工作报告');
  });

  it('reads keys that are spread to one width', () => {
    const parsed = parseText(`文　　号：柳政〔2023〕5号\n柳林镇工作报告\n一、工作\n${sentence}`);
    expect(parsed.documentNumber).toBe('柳政〔2023〕5号');
  });
});
