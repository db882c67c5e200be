import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../../../../src/main/core/export/export-report.ts';
import { boundNumbers } from '../../../../../src/main/core/submission/bound-numbers.ts';
import { dataRows } from '../../../../../src/main/core/submission/data-rows.ts';
import { writeDataWorkbook } from '../../../../../src/main/core/submission/data-workbook.ts';
import { makeSubmission } from '../../../../../src/main/core/submission/make-submission.ts';
import {
  comparePrinted,
  readPrintedNumbers,
} from '../../../../../src/main/core/submission/printed-numbers.ts';
import { refusalsOf } from '../../../../../src/main/core/submission/refusals.ts';
import { documentNames, submissionName } from '../../../../../src/main/core/submission/submission-name.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import { failed } from '../../../../../src/shared/errors.ts';
import { figureBook, figureChapters } from '../export/figure-report.ts';
import { openChapters, resolvedChapters, trialBook, trialContent } from '../export/trial-report.ts';
import { trialHead, trialSubmission } from './trial-submission.ts';

const format = nationalStandardProfile;

function wordsIn(workbook: Uint8Array): string {
  return strFromU8(unzipSync(workbook)['xl/sharedStrings.xml'] ?? new Uint8Array());
}

async function figureNumbers() {
  const content = trialContent(figureChapters());
  const book = figureBook();
  const made = await makeDocx(
    { content, book, lastYearHeadings: new Set(), mode: 'draft', format },
    '报告.docx',
  );
  if (!made.ok) throw new Error(made.error.code);
  const { bytes, layout, numbers } = made.value;
  return { bytes, numbers, bound: boundNumbers(content, layout, book, format) };
}

describe('the listed numbers', () => {
  it('are those that the document prints in text, tables and charts, in its order', async () => {
    const { bytes, numbers, bound } = await figureNumbers();
    expect(bound).toHaveLength(numbers.checked);
    expect(new Set(bound.map(({ place }) => place))).toEqual(new Set(['table', 'chart']));
    expect(comparePrinted(bound, readPrintedNumbers(bytes) ?? [])).toEqual({
      checked: bound.length,
      unequal: 0,
      places: [],
    });
  });

  it('tell the exact number beside the printed one', async () => {
    const { bound } = await figureNumbers();
    const rate = bound.find(({ indicatorId, year }) => indicatorId === 'rate' && year === 2024);
    expect(rate).toMatchObject({ name: '矛盾纠纷化解率', value: '96.55', text: '96.6' });
    const spent = bound.find(({ indicatorId, year }) => indicatorId === 'spent' && year === 2023);
    expect(spent).toMatchObject({ value: null, isNotApplicable: true, text: '—' });
  });

  it('of a draft hold a missing one without a value, never as 0', async () => {
    const content = trialContent(openChapters);
    const made = await makeDocx(
      { content, book: trialBook(), lastYearHeadings: new Set(), mode: 'draft', format },
      '报告.docx',
    );
    if (!made.ok) throw new Error(made.error.code);
    expect(boundNumbers(content, made.value.layout, trialBook(), format)).toMatchObject([
      { indicatorId: 'resolved', value: '56', text: '56件' },
      { indicatorId: 'hotline', value: null, text: '【缺：热线办件数】' },
    ]);
  });
});

describe('the data sheet', () => {
  it('has a line for each number and year, with every way it is written and every place', async () => {
    const { bound } = await figureNumbers();
    const rows = dataRows(bound, () => undefined);
    expect(rows).toHaveLength(new Set(bound.map(({ indicatorId, year }) => `${indicatorId} ${year}`)).size);
    expect(rows.find(({ name, year }) => name === '矛盾纠纷化解率' && year === 2024)).toMatchObject({
      texts: '96.6',
      exact: '96.55',
    });
    expect(rows.find(({ exact }) => exact === '不适用')?.texts).toBe('—');
  });

  const row = {
    name: '排查 & <纠纷>',
    unit: '件',
    year: 2024,
    texts: '58件、近60件',
    exact: '58',
    places: '一、成效',
    office: '综治中心',
    source: '台账第3页',
  };

  it('is the same bytes for the same numbers, and names office and ledger only inside the house', async () => {
    const bytes = await writeDataWorkbook(trialHead, [row]);
    expect(await writeDataWorkbook(trialHead, [row])).toEqual(bytes);
    for (const word of [
      '排查 &amp; &lt;纠纷&gt;',
      '58件、近60件',
      '一、成效',
      '综治中心',
      '台账第3页',
      '准确数',
    ]) {
      expect(wordsIn(bytes)).toContain(word);
    }
    const open = wordsIn(await writeDataWorkbook({ ...trialHead, look: 'public' }, [row]));
    expect(open).toContain('58件、近60件');
    for (const word of ['综治中心', '台账第3页', '来源科室', '依据']) expect(open).not.toContain(word);
  });

  it('writes a number of more digits than a spreadsheet keeps as text', async () => {
    const long = '12345678901234567.89';
    expect(wordsIn(await writeDataWorkbook(trialHead, [{ ...row, exact: long }]))).toContain(long);
    expect(wordsIn(await writeDataWorkbook(trialHead, [row]))).not.toContain('>58<');
  });
});

describe('a submission', () => {
  it('is the same bytes for the same report and time', async () => {
    const first = await trialSubmission();
    const second = await trialSubmission();
    expect(second.files).toEqual(first.files);
    expect(first.files.map(({ name }) => name)).toEqual([
      '松岭镇人民政府关于2024年度法治政府建设情况的报告.docx',
      '数据.xlsx',
      '校验说明.txt',
      'manifest.json',
    ]);
  });

  it('tells what could not be made, and is whole without it', async () => {
    const { files, notMade } = await trialSubmission(undefined, ['docx', 'pdf']);
    expect(notMade).toEqual([{ document: 'pdf', failure: { code: 'pdf.noEngine', parameters: {} } }]);
    expect(files).toHaveLength(4);
    await expect(trialSubmission(undefined, ['pdf'])).rejects.toThrow('pdf.noEngine');
  });

  it('explains itself to people: UTF-8 that old editors know, CRLF, and characters that GBK has', async () => {
    const { files } = await trialSubmission();
    const bytes = files.find(({ name }) => name === '校验说明.txt')?.bytes ?? new Uint8Array();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // Every character of two bytes that GBK has; what is not among them is no Chinese Windows' character.
    const pairs = Array.from({ length: 126 * 191 }, (_, index) => [
      0x81 + Math.floor(index / 191),
      0x40 + (index % 191),
    ]);
    const known = new Set(new TextDecoder('gbk').decode(new Uint8Array(pairs.flat())));
    const strange = [...text].filter((one) => one > '\u007f' && !known.has(one));
    expect(strange).toEqual([]);
  });

  it.each([
    [{}, '松岭镇人民政府2024年度法治政府建设报告'],
    [{ mode: 'draft' } as const, '松岭镇人民政府2024年度法治政府建设报告（草稿）'],
    [{ look: 'public' } as const, '松岭镇人民政府2024年度法治政府建设报告（公开版）'],
    [{ organization: 'a/b:c*' }, 'a b c 2024年度法治政府建设报告'],
    [{ organization: '' }, '2024年度法治政府建设报告'],
  ])('%j is called %s', (change, name) => {
    expect(submissionName({ ...trialHead, subject: '法治政府建设', ...change })).toBe(name);
  });

  it('of a report with a very long name still tells a draft, and its files stay within what a stick takes', () => {
    const organization = '很长的名字'.repeat(12);
    const name = submissionName({ ...trialHead, organization, subject: '法治政府建设', mode: 'draft' });
    expect(name.endsWith('（草稿）')).toBe(true);
    expect(Buffer.byteLength(`${name}.zip.正在写`)).toBeLessThan(255);
    expect(documentNames({ title: '', year: 2024 })).toEqual({
      document: '2024年度报告.docx',
      pages: '2024年度报告.pdf',
      statePages: '2024年度报告.ofd',
    });
  });
});

describe('the places that keep a formal document back', () => {
  it('are told one by one, with chapter and words', () => {
    const content = trialContent(openChapters);
    const refused = refusalsOf({
      content,
      book: trialBook(),
      lastYearHeadings: new Set(),
      format,
      look: 'plain',
    });
    expect(refused).toEqual([
      {
        chapterId: 'results',
        heading: '一、工作成效',
        reason: 'carried',
        words: '化解纠纷数',
        bindingId: 'place-resolved',
      },
      {
        chapterId: 'results',
        heading: '一、工作成效',
        reason: 'missing',
        words: '热线办件数',
        bindingId: 'place-hotline',
      },
      {
        chapterId: 'results',
        heading: '一、工作成效',
        reason: 'carriedParagraph',
        words: '热线。',
        bindingId: null,
      },
    ]);
  });
});

describe('the public version', () => {
  it('has nothing beside the document that is masked in it', async () => {
    const phone = '13800138000';
    const chapters = resolvedChapters.map((one) =>
      one.id === 'disputes' ? { ...one, heading: `联系电话${phone}` } : one,
    );
    const request = {
      content: trialContent(chapters),
      book: trialBook(),
      lastYearHeadings: new Set<string>(),
      mode: 'formal',
      format,
      documents: ['docx'],
      officeName: () => undefined,
      makePdf: async () => failed('pdf.noEngine'),
    } as const;
    const textOf = async (look: 'plain' | 'public') => {
      const made = await makeSubmission({
        ...request,
        look,
        documents: ['docx'],
        head: { ...trialHead, look },
      });
      if (!made.ok) throw new Error(made.error.code);
      const files = made.value.files;
      const sheet = files.find(({ name }) => name === '数据.xlsx')?.bytes ?? new Uint8Array();
      const others = files.filter(({ name }) => /\.(json|txt)$/.test(name));
      return [wordsIn(sheet), ...others.map(({ bytes }) => strFromU8(bytes))].join('\n');
    };
    expect(await textOf('plain')).toContain(phone);
    expect(await textOf('public')).not.toContain(phone);
  });
});
