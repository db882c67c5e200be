import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyReportFile } from '../../../../../../src/main/core/import/parse-any-file.ts';
import type { ParsedReport } from '../../../../../../src/shared/domain/parsed-report.ts';
import { accountedText, bagOfCharacters } from '../accounting.ts';
import { headingLines, textsOf } from '../parse.ts';
import { type PdfFixtureOptions, type PlacedText, pdfOf, typeset } from './pdf-fixture.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../../../fixtures/import/${name}.pdf`, import.meta.url)));
}

async function read(bytes: Uint8Array): Promise<ParsedReport> {
  const outcome = await readAnyReportFile('a.pdf', bytes);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.parsed;
}

async function readPlaced(pages: readonly (readonly PlacedText[])[], options: PdfFixtureOptions = {}) {
  return await read(pdfOf(pages, options));
}

async function codeOf(bytes: Uint8Array, name = 'a.pdf'): Promise<string> {
  const outcome = await readAnyReportFile(name, bytes);
  return outcome.ok ? 'read' : outcome.error.code;
}

const long =
  '2023年，全镇组织培训15场，参加人员1200余人次，群众满意度达到98.6%，比上年提高1.5个百分点，办理事项3.2万件。';

describe('a report as an office program prints it (two pages, header, page numbers, a table)', () => {
  it('is understood', async () => {
    const parsed = await read(fixture('pages'));
    expect(parsed).toMatchObject({
      title: '青石镇人民政府2023年度法治政府建设工作报告',
      organization: '青石镇人民政府',
      addressee: '县人民政府',
      year: 2023,
      issuedOn: '2024-01-15',
    });
    expect(headingLines(parsed)).toEqual([
      '1 一、 主要工作',
      '2 （一） 依法办理行政事项',
      '2 （二） 依法调解群众事项',
      '1 二、 下一年度工作',
    ]);
    expect(textsOf(parsed, 'body')).toEqual([
      '2023年，青石镇围绕法治政府建设，把依法行政放在各项工作的前面，全年组织培训15场、参加人员1200余人次，现将工作情况报告如下。',
      '全年办理行政事项3.2万件，群众满意度达到98.6%，比上年提高1.5个百分点。一件一件办，一项一项查，办理的时间由上年的平均5个工作日减少到3个工作日，群众办理行政事项的时间大为减少。',
      '全年调解群众事项98件，比上年减少22件。',
      '2024年，青石镇将进一步做好各项工作，组织培训不少于16场。工作人员、村干部和群众一起参加培训，由镇政府组织，由各村报告参加的人员，年度工作报告中公开培训的情况。',
      '以上情况，请予审查。',
    ]);
    expect(parsed.tables).toEqual([
      {
        rows: [
          ['项目', '2022年', '2023年'],
          ['培训场次', '12', '15'],
          ['调解件数', '120', '98'],
        ],
      },
    ]);
    expect(parsed.dropped).toEqual([
      { text: '青石镇政府公开', reason: 'header' },
      { text: '—1—', reason: 'pageNumber' },
      { text: '青石镇政府公开', reason: 'header' },
      { text: '—2—', reason: 'pageNumber' },
    ]);
  });
});

describe('the first word of the file', () => {
  const whole = pdfOf([typeset([long])]);

  it('may stand behind what a mail program put before it', async () => {
    const parsed = await read(new Uint8Array(Buffer.concat([Buffer.from('\r\n\r\n'), whole])));
    expect(textsOf(parsed, 'body').join('')).toContain('全镇组织培训15场');
  });

  it('spoilt does not make text for people of the file’s own words', async () => {
    const spoilt = new Uint8Array(whole);
    spoilt[2] = 0x58;
    const outcome = await readAnyReportFile('a.pdf', spoilt);
    expect(JSON.stringify(outcome)).not.toContain('endobj');
    expect(await codeOf(new TextEncoder().encode('一段普通的文字。'))).toBe('import.damaged');
  });
});

describe('paragraphs', () => {
  it('fonts that the file does not hold are read by the predefined character maps', async () => {
    const parsed = await readPlaced([typeset(['一、工作情况', long])]);
    expect(headingLines(parsed)).toEqual(['1 一、 工作情况']);
    expect(textsOf(parsed, 'body')).toEqual([long]);
  });

  it('go on across the end of a page, over its number', async () => {
    const lines = typeset([long, long, long]);
    const [above, below] = [lines.slice(0, 5), lines.slice(5)];
    const parsed = await readPlaced([
      [...above, { text: '1', x: 290, y: 800 }],
      [...below.map((line) => ({ ...line, y: line.y - 145 })), { text: '2', x: 290, y: 800 }],
    ]);
    expect(textsOf(parsed, 'body')).toEqual([long, long, long]);
    expect(parsed.dropped).toEqual([
      { text: '1', reason: 'pageNumber' },
      { text: '2', reason: 'pageNumber' },
    ]);
  });

  it('set in as a whole stay whole, and full headings stay apart', async () => {
    const body = typeset([long, long]);
    const quote = ['各村要把'.repeat(6), '依法办事'.repeat(6), '放在前面。'].map((text, index) => ({
      text,
      x: 144,
      y: 320 + index * 29,
    }));
    const heading = { text: `一、${'加强和改进'.repeat(4)}有关情况`, x: 112, y: 420 };
    const parsed = await readPlaced([[...body, ...quote, heading, ...typeset([long], 449)]]);
    expect(textsOf(parsed, 'body')).toEqual([long, long, quote.map(({ text }) => text).join(''), long]);
    expect(textsOf(parsed, 'heading')).toEqual([heading.text]);
  });

  it('pieces on one line are one line, whatever their order in the file, and drawn twice count once', async () => {
    const parsed = await readPlaced([
      [
        { text: '5场。', x: 176, y: 100 },
        { text: '全年培训', x: 112, y: 101 },
        { text: '全年培训', x: 112.4, y: 101 },
      ],
    ]);
    expect(textsOf(parsed, 'body')).toEqual(['全年培训5场。']);
    expect(parsed.dropped).toEqual([{ text: '全年培训', reason: 'duplicate' }]);
  });

  it('names of radicals become the ideographs they stand for', async () => {
    const parsed = await readPlaced([typeset(['⼀、⼈⺠调解⼯作', '全镇⻓期坚持，⼊⼾走访5戶。'])]);
    expect(headingLines(parsed)).toEqual(['1 一、 人民调解工作']);
    expect(textsOf(parsed, 'body')).toEqual(['全镇长期坚持，入户走访5户。']);
  });

  it('a page that lies on its side is read upright', async () => {
    const parsed = await readPlaced([
      [
        { text: '一、工作情况', x: 100, y: 700, turned: 90 },
        { text: '全年培训5场。', x: 129, y: 700, turned: 90 },
      ],
    ]);
    expect(parsed.paragraphs.map(({ text }) => text)).toEqual(['一、工作情况', '全年培训5场。']);
  });
});

describe('what is left out is listed', () => {
  it('headers and footers only where they repeat, watermarks, comments', async () => {
    const page = (body: string, number: number) => [
      { text: '青石镇政府公开', x: 80, y: 50, size: 9 },
      ...typeset([body]),
      { text: '青石镇办公室印', x: 80, y: 800, size: 9 },
      { text: '草稿', x: 200, y: 500, size: 60, turned: 45 },
      { text: `附件${number}`, x: 80, y: 80 },
    ];
    const parsed = await readPlaced([page(long, 1), page(`其中${long}`, 2)], { comment: '请核对数字' });
    expect(parsed.dropped.map(({ text, reason }) => `${reason} ${text}`).sort()).toEqual([
      'comment 请核对数字',
      'footer 青石镇办公室印',
      'footer 青石镇办公室印',
      'header 草稿',
      'header 草稿',
      'header 青石镇政府公开',
      'header 青石镇政府公开',
    ]);
    expect(textsOf(parsed, 'body')).toEqual(['附件1', long, '附件2', `其中${long}`]);
  });

  it('a year that ends a page is no page number', async () => {
    const parsed = await readPlaced([[...typeset([long]), { text: '2023', x: 112, y: 780 }]]);
    expect(parsed.dropped).toEqual([]);
  });

  it('every character is kept or listed', async () => {
    const pages = [
      [...typeset(['标题', long]), { text: '第1页', x: 290, y: 800 }],
      [
        { text: '项目', x: 80, y: 100 },
        { text: '数量', x: 280, y: 100 },
        { text: '说明', x: 440, y: 100 },
        { text: '培训', x: 80, y: 130 },
        { text: '15场', x: 280, y: 130 },
        { text: '调解', x: 80, y: 160 },
        { text: '98件', x: 280, y: 160 },
        { text: '比上年少', x: 440, y: 160 },
        ...typeset([long, 'PDF text, in English too.'], 260),
        { text: '第2页', x: 290, y: 800 },
      ],
    ];
    const parsed = await readPlaced(pages);
    const source = pages.flatMap((page) => page.map(({ text }) => text)).join('');
    expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(source));
    expect(parsed.tables).toEqual([
      {
        rows: [
          ['项目', '数量', '说明'],
          ['培训', '15场', ''],
          ['调解', '98件', '比上年少'],
        ],
      },
    ]);
  });
});

describe('bad input', () => {
  it('pages without any text', async () => {
    expect(await codeOf(pdfOf([[], []], { picture: true }))).toBe('import.noText');
    expect(await codeOf(pdfOf([[{ text: '　 ', x: 80, y: 100 }]]))).toBe('import.noText');
  });

  it('a page without text among others is told', async () => {
    const parsed = await readPlaced([typeset([long]), []], { picture: true });
    expect(parsed.warnings.map(({ code }) => code)).toContain('pictureLeftOut');
  });

  it('a password to open is asked for; one that only forbids copying is not needed', async () => {
    expect(await codeOf(fixture('password'))).toBe('import.encrypted');
    expect(textsOf(await read(fixture('restricted')), 'body')).toEqual(['全年培训5场。']);
  });

  it('cut short at any place', async () => {
    const bytes = fixture('restricted');
    for (let length = 8; length < bytes.length - 8; length += 301) {
      expect(await codeOf(bytes.subarray(0, length))).toBe('import.damaged');
    }
  });

  it('any byte changed: refused or read, never a crash', async () => {
    const bytes = pdfOf([typeset(['一、工作情况', long])]);
    for (let at = 0; at < bytes.length; at += 37) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      expect(['read', 'import.damaged', 'import.noText', 'import.encrypted', 'import.unsupported']).toContain(
        await codeOf(changed),
      );
    }
  });

  it('no .pdf behind the name, or another name before a .pdf', async () => {
    expect(await codeOf(Uint8Array.from({ length: 400 }, (_, index) => (index * 7919) % 256))).toBe(
      'import.damaged',
    );
    expect(await codeOf(pdfOf([typeset([long])]), 'a.docx')).toBe('read');
    expect(await codeOf(new Uint8Array())).toBe('import.empty');
  });

  it('more pages, or more text, than a report can have', async () => {
    expect(await codeOf(pdfOf(Array.from({ length: 301 }, () => [])))).toBe('import.tooLarge');
    const full = Array.from({ length: 700 }, (_, index) => ({
      text: '文'.repeat(500),
      x: 40,
      y: 40 + index,
      size: 1,
    }));
    expect(await codeOf(pdfOf([full, full, full]))).toBe('import.tooLarge');
  });
});
