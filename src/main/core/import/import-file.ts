/** Import of a report file: bytes in, an understood report out. Pure; another part of the program reads the file. */
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { done, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openArchive } from './archive/archive.ts';
import { readDoc } from './doc/read-doc.ts';
import { findParts } from './docx/package-parts.ts';
import { readDocx } from './docx/read-docx.ts';
import { detectFormat, otherArchiveFormat } from './file-format.ts';
import { readPage } from './html/read-page.ts';
import { importLimits, limitInWords } from './import-limits.ts';
import { readOfd } from './ofd/read-ofd.ts';
import type { Picture } from './pictures.ts';
import type { SourceDocument } from './source-document.ts';
import { decodeText } from './text/decode-text.ts';
import { readText } from './text/read-text.ts';
import { understand } from './understanding/understand.ts';

/** What a file holds: its text as it was understood, and beside it the pictures as they stand. */
export interface ReadReport {
  parsed: ParsedReport;
  pictures: Picture[];
}

/**
 * Understands a report from a .txt, .docx, .doc, .wps, .html or .ofd file. `name` is the file's name without its folder; it is told in errors,
 * and settles the format only where the content does not. Nothing of the file is lost: see `parsedReportSchema`.
 * Errors, each with `name`: import.empty (no text in it), import.unsupported (`format`), import.damaged,
 * import.encrypted, import.tooLarge (`limit`: «4 MB», or a number of characters, paragraphs or entries).
 */
export function parseReportFile(name: string, bytes: Uint8Array): Outcome<ParsedReport> {
  const read = readReportFile(name, bytes);
  return read.ok ? done(read.value.parsed) : read;
}

/** As `parseReportFile`, with the pictures of a .docx, .ofd or .html; those left out are told in a warning. */
export function readReportFile(name: string, bytes: Uint8Array): Outcome<ReadReport> {
  try {
    const source = readSource(name, bytes);
    return source.paragraphs.length === 0 ? failed('import.empty', { name }) : readingOf(name, source);
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return failed(error.failure.code, { name, ...error.failure.parameters });
  }
}

/** What was read and understood; import.tooLarge, with `name`, where it came to more paragraphs than are taken. */
export function readingOf(name: string, source: SourceDocument): Outcome<ReadReport> {
  const parsed = understand(source);
  // Headings that run in are cut from their text: there may be more paragraphs than the source has.
  return parsed.paragraphs.length > importLimits.paragraphs
    ? failed('import.tooLarge', { name, limit: importLimits.paragraphs })
    : done({ parsed, pictures: source.pictures });
}

function readSource(name: string, bytes: Uint8Array): SourceDocument {
  if (bytes.length === 0) throw new ExpectedFailure('import.empty');
  const format = detectFormat(name, bytes);
  switch (format.kind) {
    case 'damaged':
      throw new ExpectedFailure('import.damaged');
    case 'other':
      throw new ExpectedFailure('import.unsupported', { format: format.format });
    case 'text':
      return readPlainText(bytes);
    case 'page':
      return readPage(bytes);
    case 'compound':
      return readDoc(bytes, format.format);
    case 'zip':
      return readArchive(bytes);
  }
}

function readPlainText(bytes: Uint8Array): SourceDocument {
  if (bytes.length > importLimits.textBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(importLimits.textBytes) });
  }
  const decoded = decodeText(bytes);
  if (decoded.text.length > importLimits.characters) {
    throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
  }
  const source = readText(decoded);
  if (source.paragraphs.length > importLimits.paragraphs) {
    throw new ExpectedFailure('import.tooLarge', { limit: importLimits.paragraphs });
  }
  return source;
}

function readArchive(bytes: Uint8Array): SourceDocument {
  if (bytes.length > importLimits.archiveBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(importLimits.archiveBytes) });
  }
  const archive = openArchive(bytes);
  if (archive.names.has('OFD.xml')) return readOfd(archive);
  const parts = findParts(archive);
  if (parts === null) {
    throw new ExpectedFailure('import.unsupported', { format: otherArchiveFormat(archive.names) });
  }
  return readDocx(archive, parts);
}
