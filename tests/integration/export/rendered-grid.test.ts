/**
 * The promise that counts is the one on paper: 22 lines of 28 characters (GB/T 9704-2012, 5.2.3), measured in pages
 * that LibreOffice renders. Needs soffice, pdftotext and a Chinese font; says so where they are missing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../src/main/core/export/document-docx.ts';
import type { LaidOutElement, LaidOutReport } from '../../../src/main/core/export/layout-model.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';

interface Line {
  text: string;
  /** Millimetres from the page's left and top edge. */
  left: number;
  right: number;
  middle: number;
}

function has(program: string, ...parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
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
  ...(has('soffice', '--version') ? [] : ['soffice']),
  ...(has('pdftotext', '-v') ? [] : ['pdftotext']),
  ...(hasChineseFont() ? [] : ['Chinese font']),
];
const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;

const millimetre = 72 / 25.4;
/** The standard's text area: 28 mm from the left, 156 mm wide, 37 mm from the top, 225 mm high. */
const area = { left: 28, right: 184, top: 37, bottom: 262 };
/** Width of a body character in millimetres, with its spacing. */
const pitch = 15.75 / millimetre;

const sentence = '干部轮流到村里坐班听取群众意见把能办的事情当场办结把不能办的原因讲明白';

function body(length: number): LaidOutElement {
  const text = sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
  return {
    kind: 'body',
    chapterId: 'c',
    paragraph: 0,
    lead: null,
    runs: [{ kind: 'plain', text }],
    carried: false,
  };
}

const layout: LaidOutReport = {
  mode: 'draft',
  look: 'plain',
  title: '松岭镇人民政府关于2024年度法治政府建设情况的报告',
  organization: '松岭镇人民政府',
  elements: [
    { kind: 'title', lines: ['松岭镇人民政府', '关于2024年度法治政府建设情况的报告'] },
    { kind: 'addressee', text: '临川县人民政府：' },
    { kind: 'heading', chapterId: 'c', level: 1, marker: '一、', text: '工作成效' },
    body(900),
    body(1300),
    body(1300),
    { kind: 'signature', text: '松岭镇人民政府' },
    { kind: 'date', text: '2025年2月5日' },
  ],
};

/** The lines of each page, from top to bottom. */
function linesOf(html: string): Line[][] {
  return [...html.matchAll(/<page .*?<\/page>/gs)].map(([page]) => {
    const lines: Line[] = [];
    const words = page.matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
    );
    for (const [, x0, y0, x1, y1, text = ''] of words) {
      const left = Number(x0) / millimetre;
      const right = Number(x1) / millimetre;
      const middle = (Number(y0) + Number(y1)) / 2 / millimetre;
      const line = lines.find((other) => Math.abs(other.middle - middle) < 3);
      if (line === undefined) lines.push({ text, left, right, middle });
      else {
        line.text += text;
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, right);
      }
    }
    return lines.sort((a, b) => a.middle - b.middle);
  });
}

function inTextArea(page: readonly Line[]): Line[] {
  return page.filter(({ middle }) => middle > area.top && middle < area.bottom);
}

describe.skipIf(missing.length > 0)(`pages as LibreOffice renders them${note}`, () => {
  let folder = '';
  let pages: Line[][] = [];
  const find = (words: string) => pages.flat().find(({ text }) => text.includes(words));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xiangbao-render-'));
    const source = join(folder, 'report.docx');
    writeFileSync(source, await renderDocx(layout, nationalStandardProfile));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, source], {
      stdio: 'ignore',
    });
    const parameters = ['-bbox-layout', join(folder, 'report.pdf'), '-'];
    pages = linesOf(execFileSync('pdftotext', parameters, { encoding: 'utf8' }));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fills each full page with 22 lines of 28 characters', () => {
    expect(pages.length).toBeGreaterThanOrEqual(5);
    // Page 1 has blank lines round its title, the last page ends where the report ends.
    for (const page of pages.slice(1, -1)) {
      const lines = inTextArea(page);
      expect(lines).toHaveLength(22);
      const whole = lines.filter(({ right }) => right > area.right - 1);
      expect(whole.length).toBeGreaterThan(18);
      for (const { text, left } of whole) {
        const indented = left > area.left + pitch;
        expect([...text]).toHaveLength(indented ? 26 : 28);
      }
    }
  });

  it('keeps the text inside the 版心', () => {
    for (const { left, right } of pages.flatMap(inTextArea)) {
      expect(left).toBeGreaterThan(area.left - 0.5);
      expect(right).toBeLessThan(area.right + 0.5);
    }
  });

  it('sets the title in lines of its own, centred, and the addressee flush left after a blank line', () => {
    const [first, second, addressee] = ['松岭镇人民政府', '法治政府建设情况的报告', '临川县人民政府：'].map(
      find,
    );
    const centre = (area.left + area.right) / 2;
    for (const line of [first, second]) {
      expect(Math.abs(((line?.left ?? 0) + (line?.right ?? 0)) / 2 - centre)).toBeLessThan(1.5);
    }
    expect(addressee?.left).toBeCloseTo(area.left, 0);
    const between = (addressee?.middle ?? 0) - (second?.middle ?? 0);
    expect(between / (28.95 / millimetre)).toBeCloseTo(2, 0);
  });

  it('puts the page number 7 mm below the 版心, odd pages right, even pages left, one character in', () => {
    const character = 14 / millimetre;
    for (const [index, page] of pages.entries()) {
      const [number] = page.filter(({ middle }) => middle > area.bottom);
      expect(number?.text).toBe(`—${index + 1}—`);
      expect(Math.abs((number?.middle ?? 0) - (area.bottom + 7))).toBeLessThan(1);
      if (index % 2 === 0) expect(Math.abs((number?.right ?? 0) - (area.right - character))).toBeLessThan(1);
      else expect(Math.abs((number?.left ?? 0) - (area.left + character))).toBeLessThan(1);
    }
  });

  it('begins the date two characters right of the organ, both clear of the right edge', () => {
    const [organ, date] =
      pages.at(-1)?.filter(({ text }) => text === '松岭镇人民政府' || text.startsWith('2025年')) ?? [];
    expect(((date?.left ?? 0) - (organ?.left ?? 0)) / pitch).toBeCloseTo(2, 0);
    for (const line of [organ, date]) expect(line?.right).toBeLessThan(area.right - pitch);
  });

  it('says 草稿 above the text of every page of a draft', () => {
    for (const page of pages) {
      expect(page.filter(({ middle }) => middle < area.top).map(({ text }) => text)).toEqual(['草稿']);
    }
  });
});
