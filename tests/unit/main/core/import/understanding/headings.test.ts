import { describe, expect, it } from 'vitest';
import { headingLines, parseText, textsOf } from '../parse.ts';

describe('headings', () => {
  it.each([
    ['一、工作情况', '1 一、 工作情况'],
    ['四、)工作安排', '1 四、) 工作安排'],
    ['第三部分 存在问题', '1 第三部分 存在问题'],
    ['（一）健全机制', '2 （一） 健全机制'],
    ['(一)健全机制', '2 (一) 健全机制'],
    ['（二）、健全机制', '2 （二）、 健全机制'],
    ['1.健全机制', '3 1. 健全机制'],
    ['1．健全机制', '3 1． 健全机制'],
    ['12、健全机制', '3 12、 健全机制'],
    ['1.2024年重点工作', '3 1. 2024年重点工作'],
    ['（1）健全机制', '4 （1） 健全机制'],
    ['(1)健全机制', '4 (1) 健全机制'],
    ['③健全机制', '4 ③ 健全机制'],
    ['一、镇党委和镇政府主要领导2023年带头抓法治、讲法治、用法治，履行本级第一责任人要求的情况', null],
    ['（三）我镇严格落实上级部署，取得了明显成效。', '2 （三） 我镇严格落实上级部署，取得了明显成效'],
  ])('%s', (line, expected) => {
    const parsed = parseText(`${line}\n今年以来，各项工作有序推进。`);
    expect(headingLines(parsed)).toEqual([expected ?? `1 一、 ${line.slice(2)}`]);
    expect(textsOf(parsed, 'heading')).toEqual([line]);
  });

  it('cuts a heading that runs in after its first sentence', () => {
    const parsed = parseText('（一）健全机制,强化领导。坚持统一部署。\n1.加强宣传。2.加强培训。全年3期。');
    expect(parsed.paragraphs.map(({ kind, text, heading }) => [kind, text, heading])).toEqual([
      ['heading', '（一）健全机制,强化领导。', 0],
      ['body', '坚持统一部署。', 0],
      ['heading', '1.加强宣传。', 1],
      ['heading', '2.加强培训。', 2],
      ['body', '全年3期。', 2],
    ]);
  });

  it.each([
    '1.各站所要继续以规范执法为重点，加强协作配合，完善工作流程，确保各项任务按期完成。',
    '2.全年共排查纠纷64件。其中化解61件。',
    '（1）成立了领导小组。组长由镇长担任。',
    '（二）全年共举办培训8场。参训300人。',
    '一是加强宣传。全年5场。',
    '12.4国家宪法日期间开展宣传。',
    '（一）项规定的情形除外。',
    '三、四季度开展检查。',
    '3.5万元用于宣传。',
  ])('%s is no heading', (line) => {
    const parsed = parseText(`一、工作\n${line}`);
    expect(headingLines(parsed)).toEqual(['1 一、 工作']);
    expect(textsOf(parsed, 'body')).toEqual([line]);
  });

  it('takes a list of attachments for text', () => {
    const parsed = parseText('一、工作\n工作有序。\n附件：1.统计表\n2.人员名单');
    expect(textsOf(parsed, 'body')).toEqual(['工作有序。', '附件：1.统计表', '2.人员名单']);
  });

  it('keeps the level of the form and warns where one is left out', () => {
    const parsed = parseText('一、安排\n1.加强培训。全年6期。');
    expect(parsed.headings.map((heading) => heading.level)).toEqual([1, 3]);
    expect(parsed.warnings.map((warning) => warning.code)).toContain('levelSkipped');
  });
});
