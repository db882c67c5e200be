/** A submission as one .zip: written plainly, and read as nobody's friend. Source: PKWARE APPNOTE 4.3, 4.4. */
import { zipSync } from 'fflate';
import { mostFiles, plainNameSchema } from '../../../shared/domain/submission/manifest.ts';
import { done, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openArchive } from '../import/archive/archive.ts';
import { limitInWords } from '../import/import-limits.ts';
import type { SubmissionFileBytes } from './sums.ts';

/** A report of the largest size has some 3 MB; charts and fonts in a .pdf make some 10 MB more. */
export const mostArchiveBytes = 128 * 1024 * 1024;

const endSignature = 0x06054b50;
const endBytes = 22;
const entrySignature = 0x02014b50;
const entryBytes = 46;
const headerSignature = 0x04034b50;
const headerBytes = 30;

/**
 * The files as a .zip, stored as they are (documents are packed already), so that the same files and time give the same
 * bytes in every version of the packer. Names that are not ASCII are marked as UTF-8.
 */
export function packArchive(files: readonly SubmissionFileBytes[], createdAt: Date): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), {
    level: 0,
    mtime: createdAt,
  });
}

/**
 * The files in an archive by their names, every one checked against its sum. Refused are folders within, names that are
 * paths, two files of one name, and names that differ between directory and file: another program would unpack something
 * else than what was looked at here.
 * Errors, with `{ name }`: submission.archiveDamaged, archiveTooLarge `{ limit }`, tooManyFiles `{ limit }`.
 */
export function readArchive(bytes: Uint8Array, name: string): Outcome<Map<string, Uint8Array>> {
  const damaged = failed('submission.archiveDamaged', { name });
  try {
    const names = archiveNames(bytes);
    if (names === 'tooMany') return failed('submission.tooManyFiles', { name, limit: mostFiles });
    if (names === null) return damaged;
    const archive = openArchive(bytes, { partBytes: mostArchiveBytes, unpackedBytes: mostArchiveBytes });
    const files = new Map<string, Uint8Array>();
    for (const inside of names) {
      const content = archive.read(inside);
      if (content === null) return damaged;
      files.set(inside, content);
    }
    return done(files);
  } catch (error) {
    // A number read beyond the bytes: the archive lies about where things are.
    if (error instanceof RangeError) return damaged;
    if (!(error instanceof ExpectedFailure)) throw error;
    return error.failure.code === 'import.tooLarge'
      ? failed('submission.archiveTooLarge', { name, limit: limitInWords(mostArchiveBytes) })
      : damaged;
  }
}

/** The names in the directory; null where it is not as this program writes it. Throws RangeError. */
function archiveNames(bytes: Uint8Array): string[] | 'tooMany' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - endBytes;
  if (end < 0 || view.getUint32(end, true) !== endSignature) return null;
  const count = view.getUint16(end + 10, true);
  // One more for the manifest itself.
  if (count > mostFiles + 1) return 'tooMany';
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entrySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const nameBytes = bytes.subarray(at + entryBytes, at + entryBytes + nameLength);
    if (!sameInHeader(bytes, view, at, nameBytes)) return null;
    const name = decodeName(nameBytes);
    if (name === null) return null;
    names.push(name);
    at += entryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  return at === end && distinct.size === names.length ? names : null;
}

/** Whether the file's own header says what the directory says of it: flags, method, time, sum, sizes and name. */
function sameInHeader(bytes: Uint8Array, view: DataView, entry: number, name: Uint8Array): boolean {
  const header = view.getUint32(entry + 42, true);
  if (view.getUint32(header, true) !== headerSignature) return false;
  const ownName = bytes.subarray(
    header + headerBytes,
    header + headerBytes + view.getUint16(header + 26, true),
  );
  if (Buffer.compare(ownName, name) !== 0) return false;
  // From «version needed» to the uncompressed size both hold the same fields, the directory's two bytes further on.
  for (let field = 4; field < 26; field += 1) {
    if (view.getUint8(header + field) !== view.getUint8(entry + field + 2)) return false;
  }
  return true;
}

function decodeName(bytes: Uint8Array): string | null {
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return plainNameSchema.safeParse(name).success ? name : null;
  } catch {
    return null;
  }
}
