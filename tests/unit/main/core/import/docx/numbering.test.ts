import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../../../src/main/core/import/numbering/number-formats.ts';
import { headingLines, parseBytes } from '../parse.ts';
import { docxOf, level, listed, paragraph } from './docx-fixture.ts';

describe('formatNumber', () => {
  it.each([
    [3, 'chineseCounting', '三'],
    [10, 'chineseCounting', '十'],
    [12, 'chineseCountingThousand', '十二'],
    [20, 'chineseCountingThousand', '二十'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [11, 'ideographDigital', '一一'],
    [20, 'ideographDigital', '二〇'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'decimalEnclosedCircle', '③'],
    [20, 'decimalEnclosedCircleChinese', '⑳'],
    [21, 'decimalEnclosedCircle', '21'],
    [4, 'decimalEnclosedParen', '⑷'],
    [12, 'decimalFullWidth', '１２'],
    [7, 'decimalZero', '07'],
    [2, 'ideographTraditional', '乙'],
    [28, 'upperLetter', 'BB'],
    [14, 'lowerRoman', 'xiv'],
    [5, 'somethingNew', '5'],
    [5, 'none', ''],
  ])('%i as %s is %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

/** Chapters, sections and points as an official document numbers them. */
const official = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircleChinese', '%4')}</w:abstractNum>`;
const instance = (id: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${more}</w:num>`;

function headingsOf(body: string, numbering: string, styles = ''): string[] {
  return headingLines(parseBytes('a.docx', docxOf(body, { numbering, styles })));
}

describe('automatic numbering', () => {
  it('is displayed, counts on and restarts below a higher level', () => {
    const body = [
      listed('情况', 1),
      listed('机制', 1, 1),
      listed('宣传', 1, 1),
      listed('讲座', 1, 2),
      listed('现场', 1, 3),
      listed('培训', 1, 2),
      listed('问题', 1),
      listed('人员', 1, 1),
    ];
    expect(headingsOf(body.join(''), official + instance(1))).toEqual([
      '1 一、 情况',
      '2 （一） 机制',
      '2 （二） 宣传',
      '3 1. 讲座',
      '4 ① 现场',
      '3 2. 培训',
      '1 二、 问题',
      '2 （一） 人员',
    ]);
  });

  it('goes on across lists of one definition, and starts anew where overridden', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>';
    const body = listed('甲', 1) + listed('乙', 2) + listed('丙', 3) + listed('丁', 3) + listed('戊', 1);
    expect(headingsOf(body, official + instance(1) + instance(2) + instance(3, override))).toEqual([
      '1 一、 甲',
      '1 二、 乙',
      '1 四、 丙',
      '1 五、 丁',
      '1 六、 戊',
    ]);
  });

  it('comes with a style, at the level tied to it, unless the paragraph takes it off', () => {
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>')}</w:abstractNum>${instance(1)}`;
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const derived =
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="mine"/><w:basedOn w:val="B"/></w:style>';
    const body =
      paragraph('情况', '<w:pStyle w:val="A"/>') +
      paragraph('机制', '<w:pStyle w:val="B"/>') +
      paragraph('宣传', '<w:pStyle w:val="C"/>') +
      paragraph('附记', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(headingsOf(body, numbering, style('A', 'heading 1') + style('B', 'heading 2') + derived)).toEqual([
      '1 一、 情况',
      '2 （一） 机制',
      '2 （二） 宣传',
      '1  附记',
    ]);
  });

  it('shows numbers of several levels, as digits where asked, and no bullets', () => {
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•')}</w:abstractNum>${instance(1)}<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
    const body = listed('情况', 1) + listed('文字。', 1, 1) + listed('要点。', 2);
    const parsed = parseBytes('a.docx', docxOf(body, { numbering }));
    expect(parsed.paragraphs.map(({ text }) => text)).toEqual(['一、情况', '1.1 文字。', '要点。']);
  });
});
