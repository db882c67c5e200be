/** Pages of an untrusted .pdf as pieces of text with their places. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits, limitInWords } from '../import-limits.ts';
import { characterMapFolder } from './character-maps.ts';
import { loadPdfLibrary, type PdfLibrary } from './load-pdf-library.ts';
import { pdfLimits } from './pdf-limits.ts';
import { plainIdeographs } from './plain-ideographs.ts';

/** Text drawn in one go. Lengths in points (1/72 inch), from the top left corner of the page as it is displayed. */
export interface PdfPiece {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Font size; for Chinese also the width of a character. */
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  pieces: PdfPiece[];
  /** Text across the direction of the page's text: a watermark, mostly. */
  across: string[];
  /** Contents of the notes that people put onto the page. */
  comments: string[];
}

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;
type PageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;

const quarterTurn = Math.PI / 2;
/** A file ends with %%EOF (ISO 32000-1, 7.5.5), at most followed by what a server or a disk added. */
const endMark = '%%EOF';
const tailBytes = 2048;

/** Reads all pages. Throws ExpectedFailure: import.encrypted, import.damaged, import.tooLarge. */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  if (bytes.length > pdfLimits.fileBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(pdfLimits.fileBytes) });
  }
  // pdf.js repairs a file that was cut short by leaving out what is missing: half a report would pass for a whole one.
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - tailBytes)));
  if (!tail.includes(endMark)) throw new ExpectedFailure('import.damaged');
  const library = await loadPdfLibrary();
  const task = library.getDocument({
    // It takes the bytes for itself.
    data: new Uint8Array(bytes),
    cMapUrl: characterMapFolder(),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: true,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return await readAll(await task.promise);
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    // Whatever else it throws is about the file.
    const locked = error instanceof library.PasswordException;
    throw new ExpectedFailure(locked ? 'import.encrypted' : 'import.damaged');
  } finally {
    await task.destroy();
  }
}

async function readAll(document: PdfDocument): Promise<PdfPage[]> {
  if (document.numPages > pdfLimits.pages) {
    throw new ExpectedFailure('import.tooLarge', { limit: pdfLimits.pages });
  }
  const pages: PdfPage[] = [];
  let characters = 0;
  let pieces = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const proxy = await document.getPage(number);
    const page = await readPage(proxy);
    proxy.cleanup();
    pages.push(page);
    pieces += page.pieces.length;
    for (const { text } of page.pieces) characters += text.length;
    if (characters > importLimits.characters || pieces > pdfLimits.pieces) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
    }
  }
  return pages;
}

async function readPage(proxy: PageProxy): Promise<PdfPage> {
  const viewport = proxy.getViewport({ scale: 1 });
  const { items } = await proxy.getTextContent({ disableNormalization: true });
  const drawn = items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number);
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f).map(Number);
    // Direction of writing as displayed, in quarter turns; null between them.
    const turns = (Math.atan2(b, a) / quarterTurn + 4 + viewport.rotation / -90) % 4;
    const turn = Math.abs(turns - Math.round(turns)) < 0.1 ? Math.round(turns) % 4 : null;
    return [{ text: plainIdeographs(item.str), x, y, width: item.width, size: Math.hypot(c, d), turn }];
  });
  const main = mainTurn(drawn);
  const annotations: { subtype?: unknown; contentsObj?: { str?: unknown } }[] = await proxy.getAnnotations();
  return {
    ...(main % 2 === 0
      ? { width: viewport.width, height: viewport.height }
      : { width: viewport.height, height: viewport.width }),
    pieces: drawn
      .filter(({ turn }) => turn === main)
      .map(({ turn: _, ...piece }) => upright(piece, main, viewport)),
    across: drawn.filter(({ turn, text }) => turn !== main && text.trim() !== '').map(({ text }) => text),
    comments: annotations.flatMap(({ contentsObj }) =>
      typeof contentsObj?.str === 'string' && contentsObj.str.trim() !== '' ? [contentsObj.str] : [],
    ),
  };
}

/** The direction in which most of a page's text runs. */
function mainTurn(drawn: readonly { text: string; turn: number | null }[]): number {
  const lengths = [0, 0, 0, 0];
  for (const { text, turn } of drawn) {
    if (turn !== null) lengths[turn] = (lengths[turn] ?? 0) + text.trim().length;
  }
  return lengths.indexOf(Math.max(...lengths));
}

/** Where a piece stands once the page is turned so that its text runs from left to right. */
function upright(piece: PdfPiece, turn: number, { width, height }: { width: number; height: number }) {
  const { x, y } = piece;
  if (turn === 1) return { ...piece, x: height - y, y: x };
  if (turn === 2) return { ...piece, x: width - x, y: height - y };
  return turn === 3 ? { ...piece, x: y, y: width - x } : piece;
}
