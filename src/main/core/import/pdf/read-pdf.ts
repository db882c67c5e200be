/** A .pdf with a text layer as source paragraphs, in reading order. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importWarnings } from '../import-warnings.ts';
import { plainParagraph, type SourceDocument, type SourceParagraph } from '../source-document.ts';
import { linesOf, lineText, type PdfLine } from './lines.ts';
import { learnMargins } from './margins.ts';
import { findFurniture } from './page-furniture.ts';
import { type Layout, paragraphsOf } from './paragraphs.ts';
import { type PdfPage, readPages } from './read-pages.ts';
import { findTables } from './tables.ts';

/**
 * Reads the text of all pages; page numbers, headers, footers, watermarks and comments are listed as left out. Pages
 * without text among others with text are told in a warning. Throws ExpectedFailure: import.noText (no text on any page),
 * import.encrypted (a password is needed to open it), import.damaged, import.tooLarge.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  return documentFromPages(await readPages(bytes));
}

/** See `readPdf`. Pure. */
export function documentFromPages(pages: readonly PdfPage[]): SourceDocument {
  const dropped: SourceDocument['dropped'] = [];
  const drop = (texts: readonly string[], reason: DropReason) =>
    dropped.push(...texts.map((text) => ({ text, reason })));

  const pageLines = pages.map((page, index) => {
    const { lines, doubled } = linesOf(page.pieces, index);
    drop(page.across, 'header');
    drop(doubled, 'duplicate');
    drop(page.comments, 'comment');
    return { height: page.height, lines };
  });
  const all = pageLines.flatMap(({ lines }) => lines);
  const pitch = usualPitch(all);
  const furniture = findFurniture(pageLines, pitch);
  for (const [line, reason] of furniture) drop([lineText(line)], reason);
  const lines = all.filter((line) => !furniture.has(line));
  if (lines.length === 0) throw new ExpectedFailure('import.noText');

  const single = lines.filter(({ segments }) => segments.length === 1);
  const layout: Layout = { margins: learnMargins(single.length > 0 ? single : lines, pages), pitch };
  const textless = pageLines.filter((page) => page.lines.length === 0).length;
  return {
    ...paragraphsAndTables(lines, layout),
    dropped,
    warnings: textless > 0 ? [importWarnings.pictureLeftOut(textless)] : [],
    pictures: [],
  };
}

function paragraphsAndTables(lines: readonly PdfLine[], layout: Layout) {
  const paragraphs: SourceParagraph[] = [];
  const tables: SourceDocument['tables'] = [];
  let at = 0;
  for (const { from, to, rows } of findTables(lines)) {
    paragraphs.push(...paragraphsOf(lines.slice(at, from), layout));
    paragraphs.push(...rows.map((cells) => plainParagraph(cells.join('\t'), 'table')));
    tables.push({ rows });
    at = to;
  }
  paragraphs.push(...paragraphsOf(lines.slice(at), layout));
  return { paragraphs, tables };
}

/** The median distance of neighbouring lines. */
function usualPitch(lines: readonly PdfLine[]): number {
  const distances = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next?.page === line.page ? [next.y - line.y] : [];
  });
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? Number.POSITIVE_INFINITY;
}
