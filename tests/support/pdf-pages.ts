/** What stands on the pages of a .pdf, measured: pieces of text on their baselines and filled rectangles. */
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points from the page's left and top edge. */
export interface PrintedPiece {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** By 90° clockwise; `left` and `baseline` are then where its first character begins. */
  turned: boolean;
}

export interface PrintedBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** RRGGBB, lower case. */
  color: string;
}

export interface PrintedPage {
  width: number;
  height: number;
  pieces: PrintedPiece[];
  boxes: PrintedBox[];
}

export async function printedPages(pdf: PDFDocumentProxy): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      width,
      height,
      pieces: await piecesOf(page, height),
      boxes: await boxesOf(page, height),
    });
  }
  return pages;
}

async function piecesOf(page: PDFPageProxy, pageHeight: number): Promise<PrintedPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [cosine = 0, sine = 0, , , left = 0, bottom = 0] = item.transform as number[];
    const size = Math.hypot(cosine, sine);
    const turned = Math.abs(sine) > Math.abs(cosine);
    return [{ text: item.str, left, right: left + item.width, baseline: pageHeight - bottom, size, turned }];
  });
}

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

function multiplied([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Paths that are filled, by the rectangle round each. */
async function boxesOf(page: PDFPageProxy, pageHeight: number): Promise<PrintedBox[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const boxes: PrintedBox[] = [];
  const kept: { matrix: Matrix; color: string }[] = [];
  let matrix = identity;
  let color = '000000';
  for (const [index, operation] of fnArray.entries()) {
    const parameters = argsArray[index];
    if (operation === OPS.save) kept.push({ matrix, color });
    else if (operation === OPS.restore) ({ matrix, color } = kept.pop() ?? { matrix, color });
    else if (operation === OPS.transform) matrix = multiplied(matrix, parameters as Matrix);
    else if (operation === OPS.setFillRGBColor) color = String(parameters[0]).slice(1).toLowerCase();
    else if (operation === OPS.constructPath && [OPS.fill, OPS.eoFill].includes(parameters[0])) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Object.values(parameters[2] as Record<string, number>);
      const [a, , , d, e, f] = matrix;
      const [left, right] = [a * x0 + e, a * x1 + e].sort((p, q) => p - q) as [number, number];
      const [low, high] = [d * y0 + f, d * y1 + f].sort((p, q) => p - q) as [number, number];
      boxes.push({ left, top: pageHeight - high, width: right - left, height: high - low, color });
    }
  }
  return boxes;
}
