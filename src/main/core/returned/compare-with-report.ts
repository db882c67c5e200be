/** From a read file and a report to what is to be decided: which export it is compared with, and whether it is one. */
import { createHash } from 'node:crypto';
import type { ReportContent } from '../../../shared/contract.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { Look } from '../../../shared/domain/look.ts';
import type { Report } from '../../../shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import { printedKey, returnedKey } from '../../../shared/domain/returned/block-key.ts';
import { compareReturned } from '../../../shared/domain/returned/compare-returned.ts';
import type { PrintedBlock } from '../../../shared/domain/returned/printed-block.ts';
import type { ReturnedComparison } from '../../../shared/domain/returned/returned-change.ts';
import type { ReturnedDocument } from '../../../shared/domain/returned/returned-document.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadableDatabase } from '../storage/database.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readReports } from '../storage/queries/reports.ts';
import { readReturnedBases } from '../storage/queries/returned.ts';
import { printedBlocks } from './printed-blocks.ts';
import type { ReadReturnedFile } from './returned-files.ts';

export interface ComparedReport {
  content: ReportContent;
  book: NumberBook;
  comparison: ReturnedComparison;
  exportedAt: string | null;
  fingerprint: string;
}

/** Where reports and their formats are read from. */
export interface ComparisonSource {
  database: ReadableDatabase;
  formatOf(report: Report): FormatProfile;
}

interface Candidate {
  look: Look;
  blocks: PrintedBlock[];
  exportedAt: string | null;
  /** Paragraphs of the file that stand in it word for word. */
  shared: number;
}

/** A file of which less than this share answers anything in the report is another document. */
const leastRelated = 0.25;

/** Compares with the export that the file is nearest to. Throws returned.otherReport, returned.notThisReport. */
export function compareWithReport(
  source: ComparisonSource,
  content: ReportContent,
  { name, document }: ReadReturnedFile,
): ComparedReport {
  const book = createNumberBook(readNumberTables(source.database));
  const keys = document.blocks.map((block) => returnedKey(block).key).filter((key) => key !== '');
  const own = nearest(source, content, book, keys);
  if (own.shared < keys.length) refuseOther(source, content.report.id, book, keys, own.shared, name);
  const format = source.formatOf(content.report);
  const current = printedBlocks(content, book, own.look, format);
  const { report, chapters } = content;
  const exported = own.exportedAt === null ? current : own.blocks;
  const found = compareReturned({
    exported,
    current,
    file: document,
    report,
    chapters,
    book,
    numbering: format.numbering,
  });
  const { printed, returned, related } = found.known;
  if (related === 0 || related < leastRelated * Math.min(printed, returned)) {
    throw new ExpectedFailure('returned.notThisReport', { name });
  }
  const comparison = own.look === 'public' ? onlyTold(found) : found;
  return {
    content,
    book,
    comparison,
    exportedAt: own.exportedAt,
    fingerprint: fingerprintOf(comparison, document),
  };
}

function candidates(
  source: ComparisonSource,
  content: ReportContent,
  book: NumberBook,
): Omit<Candidate, 'shared'>[] {
  const now = (['plain', 'formal'] as const).map((look) => ({
    look,
    blocks: printedBlocks(content, book, look, source.formatOf(content.report)),
    exportedAt: null,
  }));
  return [...readReturnedBases(source.database, content.report.id), ...now];
}

/** Of equally near ones the latest export. */
function nearest(
  source: ComparisonSource,
  content: ReportContent,
  book: NumberBook,
  keys: readonly string[],
): Candidate {
  const scored = candidates(source, content, book).map((one) => ({
    ...one,
    shared: sharedWith(one.blocks, keys),
  }));
  return scored.reduce((best, one) => (one.shared > best.shared ? one : best));
}

function sharedWith(blocks: readonly PrintedBlock[], keys: readonly string[]): number {
  const printed = new Set(blocks.map((block) => printedKey(block).key));
  return keys.filter((key) => printed.has(key)).length;
}

/** A report of another year may share most of its text with this one; the file is of the one that it shares most with. */
function refuseOther(
  source: ComparisonSource,
  reportId: string,
  book: NumberBook,
  keys: readonly string[],
  shared: number,
  name: string,
): void {
  for (const report of readReports(source.database)) {
    if (report.id === reportId) continue;
    const content = { report, chapters: readChapters(source.database, report.id) };
    if (nearest(source, content, book, keys).shared > shared) {
      throw new ExpectedFailure('returned.otherReport', { name, title: report.title, year: report.year });
    }
  }
}

/** The public version masks private data: its words may not come into the report. */
function onlyTold(comparison: ReturnedComparison): ReturnedComparison {
  return {
    ...comparison,
    changes: comparison.changes.map((change) =>
      change.act === null ? change : { ...change, act: null, refusal: 'masked' },
    ),
  };
}

function fingerprintOf({ changes, numbers }: ReturnedComparison, { blocks }: ReturnedDocument): string {
  return createHash('sha256')
    .update(JSON.stringify([changes, numbers, blocks.length]))
    .digest('hex');
}
