/** Pages as LibreOffice renders a .docx, line by line. Needs soffice, pdftotext and a Chinese font. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface RenderedLine {
  text: string;
  /** Points from the page's left and top edge. */
  left: number;
  right: number;
  middle: number;
}

export interface RenderedPage {
  width: number;
  height: number;
  /** From top to bottom. */
  lines: RenderedLine[];
}

function runs(program: string, ...parameters: string[]): boolean {
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

/** What is missing here for rendering, `others` of poppler included; empty where all is there. */
export function missingForRendering(...others: string[]): string[] {
  return [
    ...(runs('soffice', '--version') ? [] : ['soffice']),
    ...['pdftotext', ...others].filter((program) => !runs(program, '-v')),
    ...(hasChineseFont() ? [] : ['Chinese font']),
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** Pieces whose middles are closer than this stand in one line. */
const sameLine = 6;

function linesOf(page: string): RenderedLine[] {
  const lines: RenderedLine[] = [];
  const words = page.matchAll(
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g,
  );
  const pieces = [...words].map(([, x0, y0, x1, y1, text = '']) => ({
    text: text.replace(/&\w+;/gu, (entity) => entities[entity] ?? entity),
    left: Number(x0),
    right: Number(x1),
    middle: (Number(y0) + Number(y1)) / 2,
  }));
  for (const piece of pieces.sort((a, b) => a.left - b.left)) {
    const line = lines.find((other) => Math.abs(other.middle - piece.middle) < sameLine);
    if (line === undefined) lines.push({ ...piece });
    else {
      line.text += piece.text;
      line.right = Math.max(line.right, piece.right);
    }
  }
  return lines.sort((a, b) => a.middle - b.middle);
}

export interface RenderOptions {
  /**
   * LibreOffice 7.4 reads no autoSpaceDE and autoSpaceDN from a .docx and leaves a fifth of a character between Han and
   * Western writing. `honoured` takes that white out of what it has read, as it would be had it read them.
   */
  autoSpace: 'ignored' | 'honoured';
}

/** Has LibreOffice write the files anew, with a profile of its own in `folder`. */
export function convert(
  folder: string,
  format: 'pdf' | 'fodt' | 'docx',
  sources: readonly string[],
  into = folder,
): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', format, '--outdir', into, ...sources], {
    stdio: 'ignore',
  });
}

function withoutAutoSpace(folder: string, sources: readonly string[]): string[] {
  convert(folder, 'fodt', sources);
  return sources.map((source) => {
    const path = source.replace(/docx$/u, 'fodt');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('text-autospace="ideograph-alpha"', 'text-autospace="none"'));
    return path;
  });
}

/** The pages of each of the .docx files, all rendered by one start of LibreOffice. */
export function renderedPages(
  files: readonly Uint8Array[],
  { autoSpace }: RenderOptions = { autoSpace: 'ignored' },
): RenderedPage[][] {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-render-'));
  try {
    const documents = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const sources = autoSpace === 'honoured' ? withoutAutoSpace(folder, documents) : documents;
    convert(folder, 'pdf', sources);
    return sources.map((source) => {
      const html = execFileSync('pdftotext', ['-bbox', source.replace(/\.\w+$/u, '.pdf'), '-'], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">.*?<\/page>/gs)].map(
        ([page, width, height]) => ({ width: Number(width), height: Number(height), lines: linesOf(page) }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
