/**
 * The composed pages are those that LibreOffice makes of the .docx: measured line by line and page by page on generated
 * reports. Needs soffice, pdftotext and a Chinese font; says so where they are missing.
 *
 * Known and left, each because Word and WPS do otherwise or LibreOffice cannot be told:
 * - LibreOffice 7.4 leaves a fifth of a character between Han and Western writing although the file forbids it. The
 *   comparison takes it out of what LibreOffice has read; the last test says how many lines it moves where it is not.
 * - It adds the squeeze between characters, not behind the last one of a stretch of one script as the standard for the
 *   file has it, so that each number in a line is a quarter of a point wider: compared closely in a format without squeeze,
 *   and with its own bound in the national one.
 * - It sets quotes and signs that stand behind a Western word in the Western font, half as wide.
 * - It lets a line begin with … ℃ ％ and a few more, and break between the two halves of ……; not «12%。» before a number.
 */
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import type { LaidOutReport } from '../../../src/main/core/export/layout-model.ts';
import { composeDocument } from '../../../src/main/core/export/pages/compose-document.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import { pageRows } from '../../support/composed-text.ts';
import { formalReport, generatedReport } from '../../support/generated-reports.ts';
import {
  missingForRendering,
  type RenderedPage,
  type RenderOptions,
  renderedPages,
} from '../../support/rendered-pages.ts';

const missing = missingForRendering();
const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;
const millimetre = 72 / 25.4;

/** The same 28 characters of 16 pt without any squeeze: a text area 2 mm wider. */
const unsqueezed = {
  ...nationalStandardProfile,
  characterSpacing: 0,
  page: { ...nationalStandardProfile.page, left: 1560, right: 1380 },
};

/** Without blanks, which pdftotext finds or not; Kangxi radicals and the like as the characters they are. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

function renderedRows({ lines, height }: RenderedPage): string[] {
  const top = 37 * millimetre;
  const bottom = height - 35 * millimetre;
  return lines.filter(({ middle }) => middle > top - 1 && middle < bottom).map(({ text }) => bare(text));
}

/** LibreOffice does not always paint the mark that hangs over the end of a line. */
function isSame(ours: string | undefined, theirs: string | undefined): boolean {
  if (ours === undefined || theirs === undefined) return false;
  return ours === theirs || (/[、。，．：；！？,.:;!?]$/u.test(ours) && ours.slice(0, -1) === theirs);
}

interface Agreement {
  lines: number;
  sameLines: number;
  pages: number;
  samePages: number;
  /** Reports with as many pages. */
  sameLengths: number;
}

async function agreement(
  reports: readonly LaidOutReport[],
  format: typeof nationalStandardProfile,
  options: RenderOptions,
): Promise<Agreement> {
  const files = await Promise.all(reports.map((report) => renderDocx(report, format)));
  const rendered = renderedPages(files, options);
  const found: Agreement = { lines: 0, sameLines: 0, pages: 0, samePages: 0, sameLengths: 0 };
  for (const [index, report] of reports.entries()) {
    const { pages } = await composeDocument(report, format);
    const ours = pages.map((page) => pageRows(page).map(bare));
    const theirs = (rendered[index] ?? []).map(renderedRows);
    if (ours.length === theirs.length) found.sameLengths += 1;
    for (let page = 0; page < Math.max(ours.length, theirs.length); page++) {
      const [a = [], b = []] = [ours[page], theirs[page]];
      const most = Math.max(a.length, b.length);
      const same = Array.from({ length: most }, (_, line) => isSame(a[line], b[line])).filter(Boolean).length;
      found.lines += most;
      found.sameLines += same;
      found.pages += 1;
      if (same === most) found.samePages += 1;
    }
  }
  return found;
}

function told({ lines, sameLines, pages, samePages, sameLengths }: Agreement): string {
  return `${sameLines} of ${lines} lines, ${samePages} of ${pages} pages, ${sameLengths} reports of the same length`;
}

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);
const reports = (western: boolean, tables: boolean) =>
  seeds.map((seed) => generatedReport({ seed, western, tables, paragraphs: 40 }));

describe.skipIf(missing.length > 0)(`composed pages and LibreOffice's${note}`, () => {
  it('are the same in every line of Chinese text, as the file stands', async ({ annotate }) => {
    const found = await agreement(reports(false, false), nationalStandardProfile, { autoSpace: 'ignored' });
    await annotate(told(found));
    expect(found.pages).toBeGreaterThan(50);
    expect(found).toMatchObject({
      sameLines: found.lines,
      samePages: found.pages,
      sameLengths: seeds.length,
    });
  }, 120_000);

  it('are the same on every page of a whole official document with table, chart, attachments and 版记', async ({
    annotate,
  }) => {
    const formal = [3, 5, 7, 8, 12].map(formalReport);
    const found = await agreement(formal, nationalStandardProfile, { autoSpace: 'honoured' });
    await annotate(told(found));
    expect(found).toMatchObject({
      sameLines: found.lines,
      samePages: found.pages,
      sameLengths: formal.length,
    });
  }, 120_000);

  it('are the same in all but one line of a hundred where numbers and Western words stand in the text', async ({
    annotate,
  }) => {
    const found = await agreement(reports(true, true), unsqueezed, { autoSpace: 'honoured' });
    await annotate(told(found));
    expect(found.lines).toBeGreaterThan(1500);
    expect(found.sameLines / found.lines).toBeGreaterThan(0.99);
    expect(found.sameLengths).toBe(seeds.length);
  }, 120_000);

  it('differ in the national format by what each number is wider, and hardly in the number of pages', async ({
    annotate,
  }) => {
    const found = await agreement(reports(true, true), nationalStandardProfile, { autoSpace: 'honoured' });
    await annotate(told(found));
    expect(found.sameLines / found.lines).toBeGreaterThan(0.85);
    expect(found.sameLengths).toBeGreaterThanOrEqual(seeds.length - 1);
  }, 120_000);

  it('have as many pages in most reports where LibreOffice leaves the white that the file forbids', async ({
    annotate,
  }) => {
    const found = await agreement(reports(true, true), nationalStandardProfile, { autoSpace: 'ignored' });
    await annotate(told(found));
    expect(found.sameLengths).toBeGreaterThanOrEqual(seeds.length / 2);
  }, 120_000);
});
