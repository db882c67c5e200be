/**
 * Tables and charts on paper, in pages that LibreOffice renders: the text around them keeps the grid of 22 lines
 * (GB/T 9704-2012, 5.2.3), the table stays inside the 版心, and the chart is drawn from its numbers. Needs soffice,
 * pdftotext and a Chinese font; says so where they are missing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../src/main/core/export/layout.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import { figureBook, figureChapters } from '../../unit/main/core/export/figure-report.ts';
import { trialContent } from '../../unit/main/core/export/trial-report.ts';

interface Word {
  text: string;
  /** Millimetres from the page's left and top edge. */
  left: number;
  right: number;
  middle: number;
}

function succeeds(program: string, parameters: string[]): boolean {
  try {
    return execFileSync(program, parameters, { stdio: ['ignore', 'pipe', 'ignore'] }).length >= 0;
  } catch {
    return false;
  }
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

const missing = [
  ...(succeeds('soffice', ['--version']) ? [] : ['soffice']),
  ...(succeeds('pdftotext', ['-v']) ? [] : ['pdftotext']),
  ...(hasChineseFont() ? [] : ['Chinese font']),
];
const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;

const millimetre = 72 / 25.4;
/** The standard's text area. */
const area = { left: 28, right: 184, top: 37, bottom: 262 };
/** 28.95 pt. */
const linePitch = 28.95 / millimetre;

function wordsOf(html: string): Word[][] {
  return [...html.matchAll(/<page .*?<\/page>/gs)].map(([page]) =>
    [
      ...page.matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
      ),
    ].map(([, x0, y0, x1, y1, text = '']) => ({
      text,
      left: Number(x0) / millimetre,
      right: Number(x1) / millimetre,
      middle: (Number(y0) + Number(y1)) / 2 / millimetre,
    })),
  );
}

describe.skipIf(missing.length > 0)(`figures as LibreOffice renders them${note}`, () => {
  let folder = '';
  let pages: Word[][] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xiangbao-figures-'));
    const source = join(folder, 'report.docx');
    const layout = layOutReport(trialContent(figureChapters()), figureBook(), { mode: 'formal' });
    writeFileSync(source, await renderDocx(layout, nationalStandardProfile));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, source], {
      stdio: 'ignore',
    });
    pages = wordsOf(
      execFileSync('pdftotext', ['-bbox-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }),
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pageWith = (text: string) =>
    pages.find((words) => words.some((word) => word.text.includes(text))) ?? [];

  it('keeps everything but the page number inside the 版心', () => {
    for (const word of pages.flat().filter(({ middle }) => middle < area.bottom)) {
      expect(word.left).toBeGreaterThan(area.left - 1);
      expect(word.right).toBeLessThan(area.right + 1);
      expect(word.middle).toBeGreaterThan(area.top);
    }
  });

  it('gives each row of the table one line of the grid', () => {
    const page = pageWith('热线办件');
    const rows = ['指标', '化解矛盾纠纷', '矛盾纠纷化解率', '热线办件'].map(
      (text) => page.find((word) => word.text === text)?.middle ?? 0,
    );
    const [header = 0, second = 0, third = 0, fifth = 0] = rows;
    expect((second - header) / linePitch).toBeCloseTo(2, 1);
    expect((third - second) / linePitch).toBeCloseTo(1, 1);
    expect((fifth - third) / linePitch).toBeCloseTo(2, 1);
  });

  it('fills the page of a chart to its 22nd line, so that the grid goes on below it', () => {
    const page = pageWith('排查矛盾纠纷数量').filter(({ middle }) => middle < area.bottom);
    const last = Math.max(...page.map(({ middle }) => middle));
    expect(area.bottom - last).toBeLessThan(linePitch * 1.5);
  });

  it('draws a chart with its numbers above the columns and its caption below', () => {
    const page = pageWith('排查矛盾纠纷数量');
    const caption = page.find(({ text }) => text.includes('排查矛盾纠纷数量'));
    for (const number of ['61', '57', '50', '58']) {
      const drawn = page.find(({ text }) => text === number);
      expect(drawn?.middle).toBeLessThan(caption?.middle ?? 0);
    }
  });
});
