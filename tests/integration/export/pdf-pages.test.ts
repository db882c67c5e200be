/**
 * The .pdf of a formal report, measured: it says what the layout says, where the layout says it, and looks as
 * GB/T 9704-2012 wants it. Fonts are those that come with the program, so that every computer measures the same.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '../../../src/main/core/export/pages/compose-document.ts';
import { readPdfFile } from '../../../src/main/core/export/pdf/pdf-file.ts';
import { renderPdf } from '../../../src/main/core/export/pdf/render-pdf.ts';
import { createShippedFonts } from '../../../src/main/node/fonts/shipped-fonts.ts';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import type { PagedDocument, PageLine } from '../../../src/shared/domain/paged-document.ts';
import { officialLayout } from '../../support/official-layout.ts';
import { builtRendererFiles, openPdf, testPdfEngine } from '../../support/pdf-engine.ts';
import { type PrintedPage, type PrintedPiece, printedPages } from '../../support/pdf-pages.ts';

const millimetre = 72 / 25.4;
/** GB/T 9704-2012, 5.2.1: the text area of an upright page. */
const area = {
  left: 28 * millimetre,
  right: 184 * millimetre,
  top: 37 * millimetre,
  bottom: 262 * millimetre,
};
const halfMillimetre = millimetre / 2;

let composed: PagedDocument;
let bytes: Uint8Array;
let pdf: Awaited<ReturnType<typeof openPdf>>;
let pages: PrintedPage[];

async function rendered(faces: string): Promise<Uint8Array> {
  const outcome = await renderPdf(officialLayout, nationalStandardProfile, {
    pdf: await testPdfEngine(),
    installedFonts: { families: async () => new Set<string>() },
    shippedFonts: { faces: async () => faces },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

beforeAll(async () => {
  const faces = await createShippedFonts(builtRendererFiles).faces();
  expect(faces, 'the program is built: npm run build').not.toBe('');
  bytes = await rendered(faces);
  composed = await composeDocument(officialLayout, nationalStandardProfile);
  pdf = await openPdf(bytes);
  pages = await printedPages(pdf);
}, 60_000);

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');

/** Every composed upright line of a page, those of cells and page numbers too. */
function linesOf(page: PagedDocument['pages'][number]): PageLine[] {
  const inBlocks = page.blocks.flatMap((block) =>
    block.kind === 'text'
      ? block.lines
      : block.kind === 'table'
        ? block.rows.flatMap((cells) => cells.flatMap(({ lines }) => lines))
        : [],
  );
  return [...inBlocks, ...page.furniture.filter(({ turned }) => !turned)];
}

function textOf({ segments }: PageLine): string {
  return segments.map(({ text }) => text).join('');
}

/** What was printed where a line stands. */
function printedIn(page: PrintedPage, line: PageLine): PrintedPiece[] {
  const { left = 0 } = line.segments[0] ?? {};
  const last = line.segments.at(-1);
  const right = (last?.left ?? 0) + (last?.width ?? 0);
  return page.pieces
    .filter((piece) => !piece.turned && piece.baseline > line.top && piece.baseline < line.top + line.height)
    .filter((piece) => piece.left > left - 2 && piece.left < right)
    .sort((a, b) => a.left - b.left);
}

/** Each composed line that has text, with what was printed of it. */
function comparedLines(): { line: PageLine; pieces: PrintedPiece[]; page: number }[] {
  return composed.pages.flatMap((page, index) =>
    linesOf(page)
      .filter((line) => withoutBlanks(textOf(line)) !== '')
      .map((line) => ({ line, pieces: printedIn(pages[index] as PrintedPage, line), page: index + 1 })),
  );
}

describe('the text of the .pdf', () => {
  it('is that of the composed pages, line by line', () => {
    const compared = comparedLines();
    expect(compared.length).toBeGreaterThan(100);
    expect(compared.map(({ pieces }) => withoutBlanks(pieces.map(({ text }) => text).join('')))).toEqual(
      compared.map(({ line }) => withoutBlanks(textOf(line))),
    );
  });

  it('holds nothing else but the words in the chart', () => {
    const chart = composed.pages.flatMap(({ blocks }, index) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [{ ...block, page: index }] : [])),
    );
    const strange = pages.flatMap(({ pieces }, index) =>
      pieces.filter(
        ({ left, baseline, turned }) =>
          !turned &&
          !chart.some(
            (block) =>
              block.page === index &&
              baseline > block.top &&
              baseline < block.top + block.height &&
              left >= block.left,
          ),
      ),
    );
    const printed = strange.map(({ text }) => withoutBlanks(text)).join('').length;
    const wanted = comparedLines()
      .map(({ line }) => withoutBlanks(textOf(line)))
      .join('').length;
    expect(printed).toBe(wanted);
  });

  it('begins where each line begins', () => {
    for (const { line, pieces, page } of comparedLines()) {
      const first = line.segments.find(({ text }) => text.trim() !== '');
      expect(
        Math.abs((pieces[0]?.left ?? 0) - (first?.left ?? 0)),
        `page ${page}: ${textOf(line)}`,
      ).toBeLessThan(0.5);
    }
  });

  it('ends where each line ends, though its digits are of another font than it was composed for', () => {
    for (const { line, pieces, page } of comparedLines()) {
      const last = line.segments.findLast(({ text }) => text.trim() !== '');
      const right = (last?.left ?? 0) + (last?.width ?? 0) - (last?.letterSpacing ?? 0);
      // About a millimetre: the stand-ins' ones are narrower than their other digits, their dash than that of 宋体.
      expect(Math.abs((pieces.at(-1)?.right ?? 0) - right), `page ${page}: ${textOf(line)}`).toBeLessThan(
        3.5,
      );
    }
  });

  it('stands on the grid: one baseline within all lines of a type', () => {
    const places = new Map<string, number[]>();
    for (const { line, pieces } of comparedLines()) {
      const kind = line.segments.find(({ font }) => font !== 'western') ?? line.segments[0];
      const offset = (pieces[0]?.baseline ?? 0) - line.top;
      const key = `${kind?.font} ${kind?.size} ${line.height.toFixed(1)}`;
      places.set(key, [...(places.get(key) ?? []), offset]);
      expect(
        Math.max(...pieces.map(({ baseline }) => Math.abs(baseline - line.top - offset))),
        textOf(line),
      ).toBeLessThan(0.5);
    }
    expect(places.size).toBeGreaterThan(3);
    for (const [kind, offsets] of places) {
      expect(Math.max(...offsets) - Math.min(...offsets), kind).toBeLessThan(0.1);
    }
  });
});

describe('the pages of the .pdf', () => {
  it('are A4, those of wide tables turned', () => {
    expect(pages).toHaveLength(composed.pages.length);
    for (const [index, page] of pages.entries()) {
      const size = composed.pages[index]?.landscape ? [page.height, page.width] : [page.width, page.height];
      expect(Math.abs(Number(size[0]) - 210 * millimetre), `page ${index + 1}`).toBeLessThan(0.6);
      expect(Math.abs(Number(size[1]) - 297 * millimetre), `page ${index + 1}`).toBeLessThan(0.6);
    }
    expect(composed.pages.filter(({ landscape }) => landscape)).toHaveLength(1);
  });

  it('turn the number of a wide page with the page', () => {
    const turned = composed.pages.flatMap(({ furniture, width }, index) =>
      furniture.filter((line) => line.turned).map((line) => ({ line, width, printed: pages[index] })),
    );
    expect(turned).toHaveLength(1);
    for (const { line, width, printed } of turned) {
      const pieces = (printed?.pieces ?? []).filter((piece) => piece.turned);
      expect(withoutBlanks(pieces.map(({ text }) => text).join(''))).toBe(withoutBlanks(textOf(line)));
      const [first] = pieces;
      // The point (x, y) of an upright page is (width - y, x) of the turned one.
      expect(Math.abs((first?.baseline ?? 0) - (line.segments[0]?.left ?? 0))).toBeLessThan(0.5);
      expect(first?.left).toBeGreaterThan(width - line.top - line.height);
      expect(first?.left).toBeLessThan(width - line.top);
    }
  });

  it('keep the margins of the standard', () => {
    for (const [index, page] of composed.pages.entries()) {
      if (page.landscape) continue;
      const numbers = page.furniture.map(({ top }) => top);
      const inText = (pages[index]?.pieces ?? []).filter(({ baseline }) => baseline < Math.min(...numbers));
      expect(Math.min(...inText.map(({ left }) => left))).toBeGreaterThan(area.left - halfMillimetre);
      // A closing mark may hang over the edge by its own width.
      expect(Math.max(...inText.map(({ right }) => right))).toBeLessThan(area.right + 16.5);
      expect(Math.min(...inText.map(({ baseline, size }) => baseline - size))).toBeGreaterThan(area.top - 1);
      expect(Math.max(...inText.map(({ baseline }) => baseline))).toBeLessThan(area.bottom);
    }
  });

  it('carry the red rule where the standard has it, 4 mm below the document number and as wide as the text', () => {
    const [first] = pages;
    const rule = first?.boxes.find(({ color, height }) => color === 'ff0000' && height < 5);
    const number = first?.pieces.find(({ text }) => text.includes('云政'));
    expect(rule?.left).toBeCloseTo(area.left, -0.5);
    expect(Math.abs((rule?.left ?? 0) - area.left)).toBeLessThan(halfMillimetre);
    expect(Math.abs((rule?.left ?? 0) + (rule?.width ?? 0) - area.right)).toBeLessThan(halfMillimetre);
    // The foot of the type is an eighth of its size below its baseline.
    const gap = (rule?.top ?? 0) - ((number?.baseline ?? 0) + 2);
    expect(gap).toBeGreaterThan(2 * millimetre);
    expect(gap).toBeLessThan(6 * millimetre);
  });

  it('end with the rules of the 版记: 0.35, 0.25 and 0.35 mm, the last on the edge of the text', () => {
    const last = pages.at(-1);
    const rules = (last?.boxes ?? [])
      .filter(({ width, height, top }) => width > 400 && height < 2 && top > 650)
      .sort((a, b) => a.top - b.top);
    expect(rules).toHaveLength(3);
    for (const [index, thickness] of [0.35, 0.25, 0.35].entries()) {
      const rule = rules[index];
      expect(Math.abs((rule?.height ?? 0) - thickness * millimetre)).toBeLessThan(0.05 * millimetre);
      expect(Math.abs((rule?.left ?? 0) - area.left)).toBeLessThan(halfMillimetre);
      expect(Math.abs((rule?.width ?? 0) - 156 * millimetre)).toBeLessThan(halfMillimetre);
    }
    const edge = (rules[2]?.top ?? 0) + (rules[2]?.height ?? 0);
    expect(Math.abs(edge - area.bottom)).toBeLessThan(halfMillimetre);
  });
});

describe('the .pdf as a file', () => {
  it('holds all its fonts', () => {
    const objects = [...(readPdfFile(bytes)?.objects.values() ?? [])].map((object) =>
      object.subarray(0, 2_000).toString('latin1'),
    );
    const byNumber = new Map(objects.map((object) => [object.slice(0, object.indexOf(' ')), object]));
    const fonts = objects.filter((object) => /\/Type \/Font\b(?!Descriptor)/.test(object));
    expect(fonts.length).toBeGreaterThan(5);
    // A composite font is held by its descendant; the glyphs of a Type 3 font are drawings of the file itself.
    const simple = fonts.filter((font) => !/\/Subtype \/(?:Type3|Type0)/.test(font));
    for (const font of simple) {
      const descriptor = byNumber.get(/\/FontDescriptor (\d+) 0 R/.exec(font)?.[1] ?? '') ?? '';
      expect(descriptor, font).toMatch(/\/FontFile[23]? \d+ 0 R/);
    }
  });

  it('has an outline of its headings, in their order and depth', async () => {
    interface Entry {
      title: string;
      items: Entry[];
    }
    const titles = (entries: Entry[]): string[] =>
      entries.flatMap(({ title, items }) => [withoutBlanks(title), ...titles(items)]);
    const headings = officialLayout.elements.flatMap((element) =>
      element.kind === 'heading'
        ? [`${element.marker}${element.text}`]
        : element.kind === 'title' || element.kind === 'attachment'
          ? [element.lines.join('')]
          : [],
    );
    expect(titles(await pdf.getOutline())).toEqual(headings);
  });

  it('is the same file whenever it is printed', async () => {
    const again = await rendered(await createShippedFonts(builtRendererFiles).faces());
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  it('is tagged, and says title and organ but no person', async () => {
    expect(await pdf.getMarkInfo()).toEqual(
      new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
    );
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: officialLayout.title,
      Author: officialLayout.organization,
      Creator: '乡报',
      CreationDate: 'D:20250205000000Z',
      Producer: expect.stringMatching(/^Skia\/PDF/),
      Language: 'zh-CN',
    });
    expect(Object.keys(info).filter((key) => /Subject|Keywords|Custom/.test(key))).toEqual([]);
  });
});
