/** An exported trial report, edited as a leader would, and laid against the report again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { printedBlocks } from '../../../../../src/main/core/returned/printed-blocks.ts';
import { readReturned } from '../../../../../src/main/core/returned/read-returned.ts';
import type { ReportContent } from '../../../../../src/shared/contract.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { Look } from '../../../../../src/shared/domain/look.ts';
import type { NumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { compareReturned } from '../../../../../src/shared/domain/returned/compare-returned.ts';
import type { ReturnedComparison } from '../../../../../src/shared/domain/returned/returned-change.ts';
import type { ReturnedDocument } from '../../../../../src/shared/domain/returned/returned-document.ts';

export async function exported(
  content: ReportContent,
  book: NumberBook,
  look: Look = 'plain',
): Promise<Uint8Array> {
  return renderDocx(layOutReport(content, book, { mode: 'draft', look }), nationalStandardProfile);
}

/** The package with its main document rewritten, and further parts put in. */
export function edited(
  bytes: Uint8Array,
  edit: (documentXml: string) => string,
  parts: Record<string, string> = {},
): Uint8Array {
  const files = unzipSync(bytes);
  files['word/document.xml'] = strToU8(edit(strFromU8(files['word/document.xml'] ?? new Uint8Array())));
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

export function read(bytes: Uint8Array): ReturnedDocument {
  const outcome = readReturned('报告.docx', bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

export function compared(
  bytes: Uint8Array,
  content: ReportContent,
  book: NumberBook,
  look: Look = 'plain',
  was: { content: ReportContent; book: NumberBook } = { content, book },
): ReturnedComparison {
  return compareReturned({
    exported: printedBlocks(was.content, was.book, look),
    current: printedBlocks(content, book, look),
    file: read(bytes),
    report: content.report,
    chapters: content.chapters,
    book,
  });
}
