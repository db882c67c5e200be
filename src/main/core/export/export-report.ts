/** From a report and its numbers to a checked .docx on the disk. */
import type { ReportContent } from '../../../shared/contract.ts';
import { type FormatProfile, nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { type AtomicFileSystem, nodeFileSystem, writeFileAtomically } from './atomic-write.ts';
import { renderDocx } from './document-docx.ts';
import { layOutReport } from './layout.ts';
import { misreadNumbers } from './number-check.ts';
import { checkExport } from './read-back.ts';
import { readiness } from './readiness.ts';

export { suggestedFileName } from './file-name.ts';
export { type ExportPlace, type Readiness, readiness } from './readiness.ts';

export interface DocxExport {
  content: ReportContent;
  book: NumberBook;
  /** See readiness. */
  lastYearHeadings: ReadonlySet<string>;
  mode: ExportMode;
  look?: Look;
  /** Absolute path of the file to write; an older file there is replaced. */
  path: string;
  fileSystem?: AtomicFileSystem;
  format?: FormatProfile;
}

export interface WrittenDocx {
  sha256: string;
  /** Bytes. */
  size: number;
  /** Bound numbers looked up again in the written document, and how many of them differ (none, or it would fail). */
  numbers: { checked: number; unequal: number };
}

/**
 * Writes the report as .docx. The document is parsed again and compared with the layout, and the layout's numbers are
 * read back and compared with the tables, before it replaces anything;
 * the file on the disk is then read back and its SHA-256 compared with the same bytes.
 *
 * Errors: export.unresolved `{ numbers, paragraphs, headings }` in formal mode while anything is missing, carried over,
 * changed at its source or stale;
 * export.readBackDiffers `{ name }`; and those of writeFileAtomically.
 */
export async function exportDocx({
  content,
  book,
  lastYearHeadings,
  mode,
  look = 'plain',
  path,
  fileSystem = nodeFileSystem,
  format = nationalStandardProfile,
}: DocxExport): Promise<Outcome<WrittenDocx>> {
  const { unresolved, carriedParagraphs, staleHeadings } = readiness(content, book, lastYearHeadings);
  const open = unresolved.length + carriedParagraphs + staleHeadings.length;
  if (mode === 'formal' && open > 0) {
    return failed('export.unresolved', {
      numbers: unresolved.length,
      paragraphs: carriedParagraphs,
      headings: staleHeadings.length,
    });
  }
  const layout = layOutReport(content, book, { mode, look, format });
  const bytes = await renderDocx(layout, format);
  const { checked, unequal, unequalParagraphs } = checkExport(bytes, layout);
  const misread = misreadNumbers(content, layout, book);
  if (unequal + unequalParagraphs + misread.length > 0) {
    return failed('export.readBackDiffers', { name: path.split(/[\\/]/u).at(-1) ?? path });
  }
  const written = await writeFileAtomically(path, bytes, fileSystem);
  return written.ok ? done({ ...written.value, numbers: { checked, unequal } }) : written;
}
