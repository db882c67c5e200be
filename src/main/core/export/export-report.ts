/** From a report and its numbers to a checked .docx on the disk. */
import type { ReportContent } from '../../../shared/contract.ts';
import { type FormatProfile, nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { type AtomicFileSystem, nodeFileSystem, writeFileAtomically } from './atomic-write.ts';
import { renderDocx } from './document-docx.ts';
import { layOutReport } from './layout.ts';
import type { LaidOutReport } from './layout-model.ts';
import { misreadNumbers } from './number-check.ts';
import { checkExport } from './read-back.ts';
import { readiness } from './readiness.ts';
import { refusalOf } from './refusal.ts';

export { suggestedFileName } from './file-name.ts';
export { type ExportPlace, type Readiness, readiness } from './readiness.ts';

export interface DocxRequest {
  content: ReportContent;
  book: NumberBook;
  /** See readiness. */
  lastYearHeadings: ReadonlySet<string>;
  mode: ExportMode;
  look?: Look;
  format?: FormatProfile;
}

export interface DocxExport extends DocxRequest {
  /** Absolute path of the file to write; an older file there is replaced. */
  path: string;
  fileSystem?: AtomicFileSystem;
}

/** Bound numbers looked up again in the document, and how many of them differ (none, or it would fail). */
export interface CheckedNumbers {
  checked: number;
  unequal: number;
}

interface MadeDocx {
  bytes: Uint8Array;
  layout: LaidOutReport;
  numbers: CheckedNumbers;
}

export interface WrittenDocx {
  sha256: string;
  /** Bytes. */
  size: number;
  numbers: CheckedNumbers;
}

/**
 * Makes the report's .docx. It is parsed again and compared with the layout, and the layout's numbers are read back and
 * compared with the tables, before anybody gets it; the same bytes for the same report. `name` is what the document is called in a failure.
 *
 * Errors: export.unresolved `{ numbers, paragraphs, headings }` in formal mode while anything is missing, carried over,
 * changed at its source or stale; export.imprintMissing `{ count }` there in look formal without 发文字号, 签发人, 成文日期
 * or an attachment's title; export.readBackDiffers `{ name }`.
 */
export async function makeDocx(
  { content, book, lastYearHeadings, mode, look = 'plain', format = nationalStandardProfile }: DocxRequest,
  name: string,
): Promise<Outcome<MadeDocx>> {
  const refusal = refusalOf(readiness(content, book, lastYearHeadings), mode, look);
  if (refusal !== null) return refusal;
  const layout = layOutReport(content, book, { mode, look, format });
  const bytes = await renderDocx(layout, format);
  const { checked, unequal, unequalParagraphs } = checkExport(bytes, layout);
  const misread = misreadNumbers(content, layout, book);
  if (unequal + unequalParagraphs + misread.length > 0) return failed('export.readBackDiffers', { name });
  return done({ bytes, layout, numbers: { checked, unequal } });
}

/**
 * Writes the report as .docx (see makeDocx); the file on the disk is then read back and its SHA-256 compared with the
 * same bytes. Errors: those of makeDocx and of writeFileAtomically.
 */
export async function exportDocx({
  path,
  fileSystem = nodeFileSystem,
  ...request
}: DocxExport): Promise<Outcome<WrittenDocx>> {
  const made = await makeDocx(request, path.split(/[\\/]/u).at(-1) ?? path);
  if (!made.ok) return made;
  const { bytes, numbers } = made.value;
  const written = await writeFileAtomically(path, bytes, fileSystem);
  return written.ok ? done({ ...written.value, numbers }) : written;
}
