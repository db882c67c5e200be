import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { elementText } from '../../../../../src/main/core/export/layout-model.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { writtenDate } from '../../../../../src/shared/domain/written-date.ts';
import {
  binding,
  body,
  chapter,
  openChapters,
  paragraph,
  resolvedChapters,
  text,
  trialBook,
  trialContent,
} from './trial-report.ts';

const book = trialBook();

function lines(content: ReturnType<typeof trialContent>): string[] {
  return layOutReport(content, book, { mode: 'formal' }).elements.map(
    (element) => `${element.kind}: ${elementText(element)}`,
  );
}

describe('layOutReport', () => {
  it('puts the elements of an official document in their order', () => {
    expect(lines(trialContent(resolvedChapters))).toEqual([
      'documentNumber: 松政字〔2025〕3号',
      'title: 松岭镇人民政府\n关于2024年度法治政府建设情况的报告',
      'addressee: 临川县人民政府：',
      'body: 现将有关情况报告如下：',
      'heading: 一、工作成效',
      'heading: （一）化解“邻里”矛盾 & <纠纷>',
      'body: 全年排查58件，逐件登记。',
      'body: （二）便民服务。窗口午间不休息。',
      'body: 老人由代办员上门办理。',
      'heading: 1.村级',
      'body: 各村设代办点。',
      'heading: （1）人员',
      'body: 每村一名。',
      'body: 特此报告。',
      'signature: 松岭镇人民政府',
      'date: 2025年2月5日',
    ]);
  });

  it('leaves out what the report does not have', () => {
    const bare = { documentNumber: ' ', addressee: '', signature: '', issuedOn: null };
    expect(lines(trialContent([], bare))).toEqual([
      'title: 松岭镇人民政府\n关于2024年度法治政府建设情况的报告',
    ]);
  });

  it.each(['临川县人民政府', '临川县人民政府:', '临川县人民政府：', ' 临川县人民政府： '])(
    'closes the addressee %j with one full-width colon',
    (addressee) => {
      expect(lines(trialContent([], { addressee }))).toContain('addressee: 临川县人民政府：');
    },
  );

  it('prints an empty chapter as its heading alone, also when it would run in', () => {
    const chapters = [chapter('a', '成效'), chapter('b', '问题', { position: 1, runIn: true })];
    const elements = layOutReport(trialContent(chapters), book, { mode: 'formal' }).elements;
    expect(elements.filter(({ kind }) => kind === 'heading').map(elementText)).toEqual([
      '一、成效',
      '二、问题',
    ]);
  });

  it.each([
    ['公开', '公开。'],
    ['公开。', '公开。'],
    ['公开：', '公开。'],
    ['怎样公开？', '怎样公开？'],
    ['', ''],
  ])('closes the run-in heading %j as %j', (heading, printed) => {
    const runIn = { runIn: true, body: documentFromTexts(['正文。']) };
    const elements = layOutReport(trialContent([chapter('a', heading, runIn)]), book, {
      mode: 'formal',
    }).elements;
    expect(elements.find(({ kind }) => kind === 'body')).toMatchObject({
      lead: { level: 1, marker: '一、', text: printed },
      runs: [{ kind: 'plain', text: '正文。' }],
    });
  });

  it('drops typed indents and blank paragraphs', () => {
    const chapters = [
      chapter('a', '', {
        kind: 'preamble',
        body: body(paragraph([text('　　\t开头 ')]), paragraph([text('　')]), paragraph([])),
      }),
    ];
    expect(lines(trialContent(chapters)).filter((line) => line.startsWith('body'))).toEqual(['body: 开头']);
  });

  it('tells each number with its place and what it lacks, and each carried paragraph', () => {
    const bodies = layOutReport(trialContent(openChapters), book, { mode: 'draft' }).elements.filter(
      ({ kind }) => kind === 'body',
    );
    expect(bodies).toMatchObject([
      {
        carried: false,
        runs: [
          { kind: 'plain', text: '化解' },
          { text: '56件', bindingId: 'place-resolved', indicatorId: 'resolved', unresolved: 'carried' },
          { text: '。' },
        ],
      },
      {
        carried: true,
        runs: [{ text: '热线' }, { text: '【缺：热线办件数】', unresolved: 'missing' }, { text: '。' }],
      },
    ]);
  });

  it('names an unknown indicator by its id instead of leaving a hole', () => {
    const chapters = [chapter('a', '', { kind: 'closing', body: body(paragraph([binding('gone')])) })];
    expect(lines(trialContent(chapters))).toContain('body: 【缺：gone】');
  });

  it('lets through only characters that an XML file can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (anything) => {
        const content = trialContent([chapter('a', anything, { body: body(paragraph([text(anything)])) })], {
          title: anything,
          documentNumber: anything,
          addressee: anything,
          signature: anything,
        });
        for (const element of layOutReport(content, book, { mode: 'formal' }).elements) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must be absent
          expect(elementText(element)).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/u);
          expect(elementText(element).isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('writtenDate', () => {
  it.each([
    ['2021-02-05', '2021年2月5日'],
    ['2025-12-31', '2025年12月31日'],
  ])('%s is printed as %s', (iso, printed) => {
    expect(writtenDate(iso)).toBe(printed);
  });
});
