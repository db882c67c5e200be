import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../../../src/main/core/export/atomic-write.ts';
import { exportDocx, readiness } from '../../../../../src/main/core/export/export-report.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { readDocxText } from '../../../../../src/main/core/export/read-back.ts';
import type { InlineNode } from '../../../../../src/shared/domain/document.ts';
import { figureBook, figureChapters } from './figure-report.ts';
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
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiangbao-export-'));
  path = join(folder, '报告.docx');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readiness', () => {
  it('names every unresolved place and counts the carried paragraphs', () => {
    expect(readiness(trialContent(openChapters), book, new Set())).toEqual({
      unresolved: [
        {
          chapterId: 'results',
          bindingId: 'place-resolved',
          indicatorId: 'resolved',
          indicatorName: '化解纠纷数',
          state: 'carried',
        },
        {
          chapterId: 'results',
          bindingId: 'place-hotline',
          indicatorId: 'hotline',
          indicatorName: '热线办件数',
          state: 'missing',
        },
      ],
      overridden: [],
      staleHeadings: [],
      carriedParagraphs: 1,
    });
  });

  describe('with conditional passages', () => {
    const on = (indicatorId: string, words: InlineNode): InlineNode => {
      const attrs = {
        id: `on-${indicatorId}`,
        indicatorId,
        yearOffset: 0,
        test: 'zero',
        limit: null,
      } as const;
      return words.type === 'figure' ? words : { ...words, marks: [{ type: 'condition', attrs }] };
    };
    const unresolvedOf = (...content: InlineNode[]) =>
      readiness(
        trialContent([chapter('one', '一', { body: body(paragraph(content)) })]),
        book,
        new Set(),
      ).unresolved.map(({ bindingId, state, condition }) => [bindingId, state, condition === true]);

    it('asks nothing about numbers that are not printed', () => {
      expect(unresolvedOf(text('甲'), on('screened', binding('hotline')))).toEqual([]);
    });

    it('names the passages of which nobody can say whether they are printed, once each', () => {
      const content = [
        on('hotline', text('甲')),
        on('hotline', binding('screened')),
        on('resolved', text('乙')),
      ];
      expect(unresolvedOf(...content)).toEqual([
        ['on-hotline', 'missing', true],
        ['on-resolved', 'carried', true],
      ]);
    });

    it('prints only what holds, and refuses the formal document while that is open', async () => {
      const passages = (test: InlineNode[]) =>
        trialContent([chapter('one', '一', { body: body(paragraph(test), paragraph([text('末段。')])) })]);
      const open = passages([text('首句。'), on('hotline', text('缺数。'))]);
      const common = { book, lastYearHeadings: new Set<string>(), path };
      expect(await exportDocx({ ...common, content: open, mode: 'formal' })).toMatchObject({
        ok: false,
        error: { code: 'export.unresolved', parameters: { numbers: 1 } },
      });
      const settled = passages([on('screened', text('不写。'))]);
      expect((await exportDocx({ ...common, content: settled, mode: 'formal' })).ok).toBe(true);
      const printed = readDocxText(new Uint8Array(readFileSync(path))).join('\n');
      expect(printed).toContain('末段。');
      expect(printed).not.toContain('不写');
    });
  });

  it('asks nothing about a report in which everything is settled', () => {
    expect(readiness(trialContent(resolvedChapters), book, new Set())).toEqual({
      unresolved: [],
      overridden: [],
      carriedParagraphs: 0,
      staleHeadings: [],
    });
  });

  it('does not ask about a carried paragraph that prints nothing', () => {
    const blank = chapter('a', '成效', { body: body(paragraph([text('　')], 2023), paragraph([], 2023)) });
    expect(readiness(trialContent([blank]), book, new Set()).carriedParagraphs).toBe(0);
  });
});

const none: ReadonlySet<string> = new Set();

/** One place that says «近60件» where the table had `instead` when it was written; the table has 58件 now. */
function writtenOver(instead: string) {
  const override = { text: '近60件', reason: '含年底未结的两件', instead };
  const place = binding('screened');
  const written = place.type === 'binding' ? { ...place, attrs: { ...place.attrs, override } } : place;
  return trialContent([chapter('a', '成效', { body: body(paragraph([text('排查'), written, text('。')])) })]);
}

describe('a number that a person wrote over', () => {
  it('is printed as written and listed with its reason', async () => {
    const content = writtenOver('58件');
    expect(readiness(content, book, none)).toMatchObject({
      unresolved: [],
      overridden: [
        {
          chapterId: 'a',
          bindingId: 'place-screened',
          indicatorName: '排查纠纷数',
          text: '近60件',
          reason: '含年底未结的两件',
          instead: '58件',
        },
      ],
    });
    expect(await exportDocx({ content, book, lastYearHeadings: none, mode: 'formal', path })).toMatchObject({
      ok: true,
      value: { numbers: { checked: 1, unequal: 0 } },
    });
    expect(readDocxText(readFileSync(path))).toContain('排查近60件。');
  });

  it('stands in the way of a formal document once its source has changed, and is marked in a draft', async () => {
    const content = writtenOver('56件');
    expect(readiness(content, book, none)).toMatchObject({
      unresolved: [{ bindingId: 'place-screened', state: 'sourceChanged' }],
      overridden: [],
    });
    const formal = { content, book, lastYearHeadings: none, mode: 'formal', path } as const;
    expect(await exportDocx(formal)).toMatchObject({
      error: { code: 'export.unresolved', parameters: { numbers: 1 } },
    });
    expect(layOutReport(content, book, { mode: 'draft' }).elements).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          runs: expect.arrayContaining([
            expect.objectContaining({ text: '近60件', unresolved: 'sourceChanged' }),
          ]),
        }),
      ]),
    );
  });
});

describe('exportDocx', () => {
  it('refuses a formal document whose heading still holds a year of last year', async () => {
    const stale = chapter('a', '2023年度主要成效', { body: body(paragraph([text('今年的话。')])) });
    const content = trialContent([stale]);
    const formal = { content, book, mode: 'formal', path } as const;
    const old = new Set(['2023年度主要成效']);
    expect(await exportDocx({ ...formal, lastYearHeadings: old })).toMatchObject({
      error: { code: 'export.unresolved', parameters: { headings: 1 } },
    });
    expect(await exportDocx({ ...formal, lastYearHeadings: none })).toMatchObject({ ok: true });
  });

  it('writes a formal document that reads back equal', async () => {
    const content = trialContent(resolvedChapters);
    const outcome = await exportDocx({ content, book, lastYearHeadings: none, mode: 'formal', path });
    expect(outcome).toMatchObject({
      ok: true,
      value: { size: readFileSync(path).byteLength, numbers: { checked: 1, unequal: 0 } },
    });
    expect(readDocxText(readFileSync(path))).toContain('全年排查58件，逐件登记。');
  });

  it('refuses a formal document while anything is missing or carried, and touches no file', async () => {
    writeFileSync(path, '旧的内容');
    const outcome = await exportDocx({
      content: trialContent(openChapters),
      book,
      lastYearHeadings: none,
      mode: 'formal',
      path,
    });
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'export.unresolved', parameters: { numbers: 2, paragraphs: 1, headings: 0 } },
    });
    expect(readFileSync(path, 'utf8')).toBe('旧的内容');
  });

  it('refuses a formal document for one carried paragraph alone', async () => {
    const carried = chapter('a', '成效', { body: body(paragraph([text('去年的话。')], 2023)) });
    const outcome = await exportDocx({
      content: trialContent([carried]),
      book,
      lastYearHeadings: none,
      mode: 'formal',
      path,
    });
    expect(outcome).toMatchObject({ error: { parameters: { numbers: 0, paragraphs: 1 } } });
  });

  it('writes a draft of the same report, with its gaps', async () => {
    const outcome = await exportDocx({
      content: trialContent(openChapters),
      book,
      lastYearHeadings: none,
      mode: 'draft',
      path,
    });
    expect(outcome).toMatchObject({ ok: true, value: { numbers: { checked: 2, unequal: 0 } } });
    expect(readDocxText(readFileSync(path))).toContain('热线【缺：热线办件数】。');
  });

  it('passes on what the file system refuses', async () => {
    const open = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const fileSystem = { ...nodeFileSystem, open };
    const content = trialContent(resolvedChapters);
    expect(
      await exportDocx({ content, book, lastYearHeadings: none, mode: 'formal', path, fileSystem }),
    ).toEqual({
      ok: false,
      error: { code: 'file.diskFull', parameters: { name: '报告.docx' } },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a table with a missing number', () => {
  const content = trialContent(figureChapters());

  it('is refused in formal mode, and written in formal mode once every number is there', async () => {
    const open = figureBook({ hotline: ['120', '0', null, '140'] });
    const shared = { content, lastYearHeadings: new Set<string>(), mode: 'formal' as const, path };
    expect(await exportDocx({ ...shared, book: open })).toEqual({
      ok: false,
      error: { code: 'export.unresolved', parameters: { numbers: 1, paragraphs: 0, headings: 0 } },
    });
    expect(readdirSync(folder)).toEqual([]);
    const written = await exportDocx({ ...shared, book: figureBook() });
    expect(written).toMatchObject({ ok: true, value: { numbers: { checked: 34, unequal: 0 } } });
  });
});
