/** One file of a recovery journal on the disk: durable appends, and what of it still counts. */
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type UnsavedItem, type UnsavedReport, unsavedKey } from '../../../../shared/domain/unsaved.ts';
import { syncFolderIfPossible } from '../sync-folder.ts';
import { decodeRecords, encodeRecord, type JournalRecord } from './journal-records.ts';

/** Of one report, the newest of each key. */
export interface KeptReport {
  report: UnsavedReport;
  /** ISO, of the newest item. */
  at: string;
  items: Map<string, { at: string; item: UnsavedItem }>;
}

export interface JournalContent {
  workspaceId: string;
  path: string;
  /** By report. Those of which everything is settled are absent. */
  reports: Map<string, KeptReport>;
  torn: number;
}

/** What is open after these records. Where the first is torn the workspace is unknown: both names are ''. */
export function contentOf(records: readonly JournalRecord[], torn = 0): JournalContent {
  const content: JournalContent = { workspaceId: '', path: '', reports: new Map(), torn };
  for (const record of records) {
    if (record.kind === 'workspace') {
      content.workspaceId = record.workspaceId;
      content.path = record.path;
    } else if (record.kind === 'kept') {
      const known = content.reports.get(record.report.id);
      const items = known?.items ?? new Map<string, { at: string; item: UnsavedItem }>();
      items.set(unsavedKey(record.item), { at: record.at, item: record.item });
      content.reports.set(record.report.id, { report: record.report, at: record.at, items });
    } else {
      const known = content.reports.get(record.reportId);
      for (const key of record.keys) known?.items.delete(key);
      if (known?.items.size === 0) content.reports.delete(record.reportId);
    }
  }
  return content;
}

/** Null for what cannot be read, or is larger than any journal of this program. */
export function readJournalFile(path: string): JournalContent | null {
  try {
    if (statSync(path).size > largestFile) return null;
    const { records, torn } = decodeRecords(readFileSync(path));
    return contentOf(records, torn);
  } catch {
    return null;
  }
}

/** Bytes: about a hundred times the longest report. */
export const largestFile = 64 * 1024 * 1024;

/**
 * Writes the records at `at` (bytes; the end where none is given), making the file where there is none (`fresh`), and
 * syncs; the answer is where the next ones go. A file may be longer than what is written in it: that room needs no more
 * of a full disk. Throws the system's errors; then the file is as long as before, or absent.
 */
export function appendRecords(
  path: string,
  records: readonly JournalRecord[],
  { fresh = false, at }: { fresh?: boolean; at?: number } = {},
): number {
  const file = openSync(path, fresh ? 'wx' : 'r+', 0o600);
  const length = statSync(path).size;
  const start = at ?? length;
  const bytes = Buffer.concat(records.map(encodeRecord));
  try {
    if (start + bytes.byteLength > largestFile) throw Object.assign(new Error('too long'), { code: 'EFBIG' });
    for (let written = 0; written < bytes.byteLength; ) {
      written += writeSync(file, bytes, written, bytes.byteLength - written, start + written);
    }
    fsyncSync(file);
  } catch (error) {
    takeBack(file, path, length, fresh);
    throw error;
  }
  closeSync(file);
  if (fresh) syncFolderIfPossible(dirname(path));
  return start + bytes.byteLength;
}

/** What cannot be taken back stays as a torn end, which is told apart when it is read. */
function takeBack(file: number, path: string, length: number, fresh: boolean): void {
  for (const step of [
    () => ftruncateSync(file, length),
    () => closeSync(file),
    () => fresh && rmSync(path, { force: true }),
  ]) {
    try {
      step();
    } catch {
      // The drive is gone.
    }
  }
}
