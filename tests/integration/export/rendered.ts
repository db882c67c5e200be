/** Pages of a written .docx as LibreOffice renders them: their lines of text, and the ink on them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert, missingForRendering } from '../../support/rendered-pages.ts';

export interface Line {
  text: string;
  /** Millimetres from the page's left and top edge. */
  left: number;
  right: number;
  middle: number;
}

export const missing = missingForRendering('pdftoppm');
export const note = missing.length === 0 ? '' : ` (skipped, missing here: ${missing.join(', ')})`;

export const millimetre = 72 / 25.4;
/** The standard's text area: 28 mm from the left, 156 mm wide, 37 mm from the top, 225 mm high. */
export const area = { left: 28, right: 184, top: 37, bottom: 262 };
/** Width of a body character in millimetres, with its spacing. */
export const pitch = 15.75 / millimetre;

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

/** One page of a picture, three bytes to a point: red, green, blue. */
export interface Picture {
  width: number;
  height: number;
  points: Uint8Array;
}

/** A stretch of rows that hold ink, in millimetres from the page's top left corner. */
export interface Band {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const resolution = 254;
/** Ten points to a millimetre. */
const perMillimetre = resolution / 25.4;

function readPicture(path: string): Picture {
  const bytes = readFileSync(path);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error(`${path} is no picture`);
  return { width: Number(head[1]), height: Number(head[2]), points: bytes.subarray(head[0].length) };
}

export type Ink = 'red' | 'black';

function isInk(ink: Ink, red: number, green: number, blue: number): boolean {
  return ink === 'red' ? red > 180 && green < 110 && blue < 110 : red < 110 && green < 110 && blue < 110;
}

/** The bands of ink between `from` and `to` (millimetres from the top), from top to bottom. */
export function bandsOf({ width, height, points }: Picture, ink: Ink, from = 0, to = Infinity): Band[] {
  const bands: Band[] = [];
  let open: Band | null = null;
  for (let y = Math.round(from * perMillimetre); y < Math.min(height, to * perMillimetre); y++) {
    let left = -1;
    let right = -1;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (!isInk(ink, points[at] ?? 255, points[at + 1] ?? 255, points[at + 2] ?? 255)) continue;
      if (left === -1) left = x;
      right = x + 1;
    }
    if (left === -1) {
      open = null;
      continue;
    }
    const row = { left: left / perMillimetre, right: right / perMillimetre };
    if (open === null) {
      open = { top: y / perMillimetre, bottom: 0, ...row };
      bands.push(open);
    }
    open.bottom = (y + 1) / perMillimetre;
    open.left = Math.min(open.left, row.left);
    open.right = Math.max(open.right, row.right);
  }
  return bands;
}

export interface Rendered {
  /** The lines of each page. */
  pages: Line[][];
  pictures: Picture[];
}

/** `pictures` only where they are wanted: they are large. */
export function render(docx: Uint8Array, pictures: boolean): Rendered {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-render-'));
  try {
    const source = join(folder, 'report.docx');
    const target = join(folder, 'report.pdf');
    writeFileSync(source, docx);
    convert(folder, 'pdf', [source]);
    const pages = linesOf(execFileSync('pdftotext', ['-bbox-layout', target, '-'], { encoding: 'utf8' }));
    if (!pictures) return { pages, pictures: [] };
    execFileSync('pdftoppm', ['-r', String(resolution), target, join(folder, 'page')]);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return { pages, pictures: files.sort().map((name) => readPicture(join(folder, name))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file as LibreOffice saves it again. */
export function savedAgain(docx: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-render-'));
  try {
    const source = join(folder, 'report.docx');
    writeFileSync(source, docx);
    convert(folder, 'docx', [source], join(folder, 'again'));
    return new Uint8Array(readFileSync(join(folder, 'again', 'report.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
