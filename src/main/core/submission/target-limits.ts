/** What a drive or system does not take, told before a byte is written. */
import { failed, type Outcome } from '../../../shared/errors.ts';
import type { Volume } from '../ports.ts';

export interface PlannedFile {
  name: string;
  /** Bytes. */
  size: number;
}

export interface PlannedWrite {
  /** Absolute path of the folder to write into. */
  folder: string;
  /** What the person calls it: a drive's label or a folder's name. */
  folderName: string;
  /** Of the submission's own folder; null where a single file is written. */
  submission: string | null;
  files: readonly PlannedFile[];
}

/** FAT16 and FAT32 count a file's bytes in 32 bits. Source: Microsoft FAT32 File System Specification 1.03, section 6. */
const mostFatBytes = 4 * 1024 ** 3 - 1;
const fatNames = /^(v?fat(12|16|32)?|msdos)$/i;
/** UTF-16 units of FAT's long names, NTFS and exFAT; on the drives of Linux bytes of UTF-8, three to a Chinese character. */
const longestName = 255;
const forbidden = /[\\/:*?"<>|\p{Cc}]/u;
/** Microsoft, «Naming Files, Paths, and Namespaces»: also with an ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu;
/** The folder itself, names and the drive's own bookkeeping; FAT32 rounds each file up to a cluster of at most 64 KiB. */
const clusterBytes = 64 * 1024;
const marginBytes = 1024 * 1024;

/** Bytes that must be free: also for an older submission, which stays until the new one is whole, nothing is gained. */
export function neededBytes(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { size }) => sum + Math.ceil(size / clusterBytes) * clusterBytes, marginBytes);
}

function sizeInWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  // Towards zero, so that what is left never looks like enough.
  return `${unit === 0 ? amount : (Math.floor(amount * 10) / 10).toFixed(1)} ${units[unit]}`;
}

/**
 * Errors, each with `{ name }`: submission.driveReadOnly, nameNotAllowed, nameTooLong `{ length, limit }`, fileTooLarge
 * `{ size, limit, fileSystem }`, pathTooLong `{ length, limit }`, notEnoughSpace `{ need, free }`.
 */
export function checkTarget(plan: PlannedWrite, volume: Volume): Outcome<null> {
  const { folder, folderName, submission, files } = plan;
  if (volume.readOnly) return failed('submission.driveReadOnly', { name: folderName });
  for (const name of [...(submission === null ? [] : [submission]), ...files.map((file) => file.name)]) {
    const bad = checkName(name);
    if (!bad.ok) return bad;
  }
  const { fileSystem, freeBytes, longestPath } = volume;
  for (const { name, size } of files) {
    if (fatNames.test(fileSystem) && size > mostFatBytes) {
      const limit = sizeInWords(mostFatBytes);
      return failed('submission.fileTooLarge', { name, size: sizeInWords(size), limit, fileSystem });
    }
    const length = [folder.replace(/[\\/]+$/, ''), submission ?? [], name].flat().join('/').length;
    if (longestPath !== null && length > longestPath) {
      return failed('submission.pathTooLong', { name, length, limit: longestPath });
    }
  }
  const need = neededBytes(files);
  if (freeBytes !== null && need > freeBytes) {
    return failed('submission.notEnoughSpace', {
      name: folderName,
      need: sizeInWords(need),
      free: sizeInWords(freeBytes),
    });
  }
  return { ok: true, value: null };
}

function checkName(name: string): Outcome<null> {
  if (name === '' || forbidden.test(name) || reserved.test(name) || /[. ]$/.test(name)) {
    return failed('submission.nameNotAllowed', { name });
  }
  const { length } = name;
  if (length > longestName) return failed('submission.nameTooLong', { name, length, limit: longestName });
  if (Buffer.byteLength(name) > longestName) {
    return failed('submission.nameTooLong', { name, length, limit: Math.floor(longestName / 3) });
  }
  return { ok: true, value: null };
}
