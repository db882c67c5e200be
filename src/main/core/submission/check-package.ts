/** Whether a submission is what its manifest says: every file, no other file, and the numbers that its document prints. */
import type { FileProblem, VerifiedSubmission } from '../../../shared/contract.ts';
import {
  type Manifest,
  type ManifestFile,
  manifestName,
} from '../../../shared/domain/submission/manifest.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { systemCode } from '../export/system-failure.ts';
import type { PackageSource } from './package-source.ts';
import { comparePrinted, readPrintedNumbers } from './printed-numbers.ts';
import { mostManifestBytes, readManifest } from './sealed-manifest.ts';

/** A .docx of the largest report has some 3 MB; a larger one is summed, but not read. */
const mostDocumentBytes = 30 * 1024 * 1024;

export type CheckedPackage = Pick<VerifiedSubmission, 'ok' | 'about' | 'files' | 'numbers' | 'listed'>;

/** Errors, with `{ name }`: submission.manifestMissing, those of readManifest. A file that is not as listed is no error. */
export async function checkPackage(source: PackageSource, name: string): Promise<Outcome<CheckedPackage>> {
  const opened = await openManifest(source, name);
  if (!opened.ok) return opened;
  const manifest = opened.value;
  const {
    kind: _kind,
    schemaVersion: _version,
    files: listed,
    numbers: bound,
    seal: _seal,
    ...about
  } = manifest;
  const files: CheckedPackage['files'] = [{ name: manifestName, ok: true, reason: null }];
  for (const file of listed) {
    const reason = await problemOf(source, file);
    files.push({ name: file.name, ok: reason === null, reason });
  }
  const known = new Set([manifestName, ...listed.map((file) => file.name)]);
  for (const extra of source.entries.keys()) {
    if (!known.has(extra)) files.push({ name: extra, ok: false, reason: 'extra' });
  }
  const document = listed.find(({ role }) => role === 'document');
  const printed = document === undefined ? null : await printedIn(source, document);
  if (printed === 'unreadable') {
    const entry = files.find((file) => file.name === document?.name);
    if (entry?.ok === true) Object.assign(entry, { ok: false, reason: 'unreadable' });
  }
  const numbers = printed === null || printed === 'unreadable' ? null : comparePrinted(bound, printed);
  const ok = files.every((file) => file.ok) && (numbers === null || numbers.unequal === 0);
  return done({ ok, about, files, numbers, listed: bound });
}

/** Whether every file that the manifest lists is there as listed; other files beside them are not looked at. */
export async function isWhole(source: PackageSource, name: string): Promise<boolean> {
  const manifest = await openManifest(source, name);
  if (!manifest.ok) return false;
  for (const file of manifest.value.files) {
    if ((await problemOf(source, file)) !== null) return false;
  }
  return true;
}

export async function openManifest(source: PackageSource, name: string): Promise<Outcome<Manifest>> {
  if (source.entries.get(manifestName) !== 'file') return failed('submission.manifestMissing', { name });
  try {
    const bytes = await source.read(manifestName, mostManifestBytes);
    return bytes === null ? failed('submission.manifestUnreadable', { name }) : readManifest(bytes, name);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return failed('submission.manifestUnreadable', { name });
  }
}

async function problemOf(
  source: PackageSource,
  { name, size, sha256 }: ManifestFile,
): Promise<FileProblem | null> {
  const kind = source.entries.get(name);
  if (kind === undefined) return 'missing';
  if (kind !== 'file') return 'notFile';
  try {
    // Told before anything is read: a file of another size may be of any size.
    if ((await source.size(name)) !== size) return 'size';
    const read = await source.sum(name, size);
    return read.sha256 === sha256 && read.size === size ? null : 'changed';
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 'unreadable';
  }
}

/** Null where there is no document to read, or it is another one than listed by its size. */
async function printedIn(
  source: PackageSource,
  { name, size }: ManifestFile,
): Promise<string[] | 'unreadable' | null> {
  if (source.entries.get(name) !== 'file' || size > mostDocumentBytes) return null;
  try {
    const bytes = await source.read(name, mostDocumentBytes);
    return bytes === null ? null : (readPrintedNumbers(bytes) ?? 'unreadable');
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 'unreadable';
  }
}
