import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingLines, parseText, textsOf } from '../parse.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../../../fixtures/import/${name}.txt`, import.meta.url), 'utf8');
}

describe('a report with red head and imprint', () => {
  const parsed = parseText(fixture('red-head'));

  it('knows what stands before and after the text', () => {
    expect(parsed).toMatchObject({
      title: '柳林镇人民政府关于2023年度法治政府建设情况的报告',
      organization: '清河县柳林镇人民政府',
      documentNumber: '柳政〔2024〕12号',
      addressee: '清河县人民政府',
      year: 2023,
      issuedOn: '2024-01-22',
    });
    expect(textsOf(parsed, 'title')).toEqual(['柳林镇人民政府', '关于2023年度法治政府建设情况的报告']);
    expect(textsOf(parsed, 'signature')).toEqual(['柳林镇人民政府']);
    expect(textsOf(parsed, 'date')).toEqual(['2024年1月22日']);
    expect(parsed.dropped.map(({ reason }) => reason)).toEqual(['imprint', 'imprint', 'imprint']);
  });

  it('finds headings of all levels in their various forms', () => {
    expect(headingLines(parsed)).toEqual([
      '1 一、 主要举措和成效',
      '2 （一） 健全领导机制',
      '2 （二）、 规范执法行为',
      '3 1. 严格持证上岗',
      '3 2． 公开执法信息',
      '4 （1） 开展案卷评查',
      '4 （2） 完善台账',
      '1 二、 存在的不足和原因',
      '1 四、) 下一年度安排',
      '3 2. 加强培训',
    ]);
  });
});

describe('a report cut by page ends', () => {
  it('joins the pieces and leaves the page numbers out', () => {
    const parsed = parseText(fixture('page-breaks'));
    expect(textsOf(parsed, 'body')).toEqual([
      '全乡建立人民调解组织 27 个，每个村配备调解员 2-3 名，全年排查矛盾纠纷64件，调解成功61件，成功率95.3%，疑难纠纷由乡领导包案办理。',
      '以“12.4”国家宪法日为契机，举办宣传活动5场，发放资料1.2万份，接受群众咨询三次，受到好评。',
      '继续抓好七五普法成果的巩固，落实“三重一大”制度，办好“12345”热线转办事项。',
    ]);
    expect(parsed.dropped).toEqual([
      { text: '— 1 —', reason: 'pageNumber' },
      { text: '- 2 -', reason: 'pageNumber' },
      { text: '第3页 共3页', reason: 'pageNumber' },
    ]);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['paragraphsRejoined']);
    expect(parsed.organization).toBe('东岭乡');
  });

  it('does not join a heading with its text, nor list items', () => {
    const parsed = parseText('一、工作情况\n成立了专班\n组长：周明\n副组长：李强\n（一）学习\n略');
    expect(parsed.paragraphs).toHaveLength(6);
  });
});

describe('a report copied from a web page', () => {
  const parsed = parseText(fixture('web-page'));

  it('leaves the page out and learns from it', () => {
    expect(parsed).toMatchObject({
      title: '石滩街道2021年法治政府建设情况报告',
      organization: '石滩街道办事处',
      documentNumber: '石街办〔2022〕5号',
      year: 2021,
      issuedOn: '2022-02-18',
    });
    expect(parsed.dropped.filter(({ reason }) => reason === 'metadata')).toHaveLength(5);
    expect(parsed.dropped.filter(({ reason }) => reason === 'navigation').map(({ text }) => text)).toEqual([
      '首页 > 政务公开 > 法治政府建设',
      '• 字号:',
      '• 大 中 小',
      '• |',
      '• 打印',
      '上一篇：石滩街道2021年工作要点',
      '扫一扫在手机打开当前页',
    ]);
    expect(parsed.dropped.filter(({ reason }) => reason === 'markup').map(({ text }) => text)).toEqual([
      '[bookmark: _GoBack]',
      '**',
      '**',
    ]);
  });

  it('reads half-width punctuation', () => {
    expect(headingLines(parsed)).toEqual([
      '1 一、 工作情况',
      '2 (一) 加强学习,提高认识',
      '2 (二) 化解纠纷',
      '4 ① 健全网络',
      '4 ② 排查隐患',
      '1 二、 存在问题',
    ]);
    expect(textsOf(parsed, 'body')[1]).toBe('街道党工委每月学法一次,全年组织学习12次。');
  });
});

it('cuts a report in one paragraph at its markers', () => {
  expect(headingLines(parseText(fixture('one-paragraph')))).toEqual([
    '1 一、 主要工作',
    '2 （一） 压实工作责任，健全推进机制',
    '2 （二） 加强宣传教育，营造良好氛围',
    '1 二、 存在的主要问题',
    '1 三、 下一步打算',
  ]);
});

it('joins lines wrapped at a fixed width, paragraphs apart by indentation', () => {
  const paragraphs = [
    '今年以来我镇认真落实各项部署，'.repeat(9),
    '各村积极配合开展宣传教育活动，'.repeat(8),
  ].map((text) => `${text.slice(0, -1)}。`);
  const wrapped = paragraphs.map((text) => (`　　${text}`.match(/.{1,30}/g) ?? []).join('\n')).join('\n');
  expect(textsOf(parseText(wrapped), 'body')).toEqual(paragraphs);
});

describe('title', () => {
  it('is taken once where it is doubled', () => {
    const parsed = parseText('柳林镇2023年工作报告\n柳林镇2023年工作报告\n今年以来工作有序。');
    expect(parsed.title).toBe('柳林镇2023年工作报告');
    expect(parsed.dropped).toEqual([{ text: '柳林镇2023年工作报告', reason: 'duplicate' }]);
  });

  it('is missing where there is none', () => {
    const parsed = parseText('2023年以来，我镇工作有序推进。\n一、工作\n略。');
    expect(parsed.title).toBeNull();
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['titleMissing']);
  });

  it('keeps an organ above apart when it names its township itself', () => {
    const parsed = parseText('清河县柳林镇人民政府\n柳林镇2023年法治政府建设报告\n今年以来工作有序。');
    expect(parsed.title).toBe('柳林镇2023年法治政府建设报告');
    expect(textsOf(parsed, 'organization')).toEqual(['清河县柳林镇人民政府']);
  });
});

describe('closing', () => {
  it('takes signature and date from one line', () => {
    const parsed = parseText('2023年工作报告\n一、工作\n工作有序。\n柳林镇人民政府      2024年1月22日');
    expect(textsOf(parsed, 'signature')).toEqual(['柳林镇人民政府']);
    expect(textsOf(parsed, 'date')).toEqual(['2024年1月22日']);
    expect(parsed.organization).toBe('柳林镇人民政府');
  });

  it('leaves the printing office out and keeps its date as a last resort', () => {
    const parsed = parseText('2023年工作报告\n一、工作\n工作有序！\n柳林镇党政办\n2024年1月23日印发');
    expect(parsed.issuedOn).toBe('2024-01-23');
    expect(parsed.dropped.map(({ text }) => text)).toEqual(['柳林镇党政办', '2024年1月23日印发']);
  });
});

it('takes bare numbers for page numbers only where they count up', () => {
  const counted = parseText('一、工作\n文字一。\n1\n文字二。\n2\n文字三。');
  expect(counted.dropped.map(({ text }) => text)).toEqual(['1', '2']);
  const single = parseText('一、工作\n文字一。\n86\n文字二。');
  expect(single.dropped).toEqual([]);
});
