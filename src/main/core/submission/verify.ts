/** Looks at submissions wherever a person points: at one itself, or at a folder that holds some. */
import { basename, dirname, join } from 'node:path';
import type { VerifiedSubmission } from '../../../shared/contract.ts';
import { isProtectedName, nameInside } from '../../../shared/domain/protection/protected-file.ts';
import { manifestKind, manifestName, notesName } from '../../../shared/domain/submission/manifest.ts';
import { done, type Failure, failed, type Outcome } from '../../../shared/errors.ts';
import { systemCode } from '../export/system-failure.ts';
import { checkPackage } from './check-package.ts';
import type { DeviceFiles } from './device-files.ts';
import { hasManifest, openPackage, readingFailure } from './package-source.ts';
import { isMeanwhileName, nameOfKept, packagePaths } from './package-tree.ts';
import { recover } from './recover.ts';
import { mostManifestBytes } from './sealed-manifest.ts';
import { mostArchiveBytes } from './submission-archive.ts';

export interface Verification {
  ok: boolean;
  submissions: VerifiedSubmission[];
}

/** Names of a folder that are looked through for submissions, and submissions that are verified at a time. */
const mostNames = 1000;
const mostSubmissions = 100;
const archiveEndBytes = 64 * 1024;

/**
 * Verifies the submission at `path`, or each one directly in it. What an interrupted writing had put aside gets its name
 * back first, where the drive lets it. Protected ones are opened by `password`. Errors, with `{ name }`: file.notFound, file.unreadable, submission.noneThere.
 */
export async function verifyAt(
  files: DeviceFiles,
  path: string,
  password: string | null = null,
): Promise<Outcome<Verification>> {
  const name = basename(path);
  try {
    const restored = new Set<string>();
    if (await putBack(files, path)) restored.add(name);
    const kind = await files.kind(path);
    if (kind === null) return failed('file.notFound', { name });
    if (kind === 'file' || (await looksLikeOne(files, path))) {
      return done(summary([await verifyOne(files, path, password, restored.has(name))]));
    }
    return await verifyInside(files, path, password);
  } catch (error) {
    return { ok: false, error: readingFailure(error, name) };
  }
}

function summary(submissions: VerifiedSubmission[]): Verification {
  return { ok: submissions.every(({ ok }) => ok), submissions };
}

async function verifyInside(
  files: DeviceFiles,
  folder: string,
  password: string | null,
): Promise<Outcome<Verification>> {
  const none = failed('submission.noneThere', { name: basename(folder) });
  if ((await files.kind(folder)) !== 'folder') return none;
  const restored = new Set<string>();
  for (const kept of (await files.names(folder)).slice(0, mostNames)) {
    const name = nameOfKept(kept);
    if (name !== null && (await putBack(files, join(folder, name)))) restored.add(name);
  }
  const names = (await files.names(folder)).slice(0, mostNames).toSorted();
  const submissions: VerifiedSubmission[] = [];
  for (const name of names) {
    if (submissions.length === mostSubmissions) break;
    const path = join(folder, name);
    const waits =
      isMeanwhileName(name) && (nameOfKept(name) === null || names.includes(nameOfKept(name) ?? ''));
    if (!waits && (await looksLikeOne(files, path))) {
      submissions.push(await verifyOne(files, path, password, restored.has(name)));
    }
  }
  return submissions.length === 0 ? none : done(summary(submissions));
}

/** Whether an older submission was given its name back. A drive that refuses is verified as it is. */
async function putBack(files: DeviceFiles, path: string): Promise<boolean> {
  try {
    const recovered = await recover(files, packagePaths(dirname(path), basename(path)), { tidies: false });
    return recovered.ok && recovered.value.restored;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}

/** By what a folder or .zip is told from all others, also where its manifest is gone or damaged. */
async function looksLikeOne(files: DeviceFiles, path: string): Promise<boolean> {
  const kind = await files.kind(path);
  if (kind === 'folder') {
    const names = await files.names(path);
    return names.includes(notesName) || (names.includes(manifestName) && (await saysKind(files, path)));
  }
  // A backup's protected copy, which may stand beside them, has another name.
  if (kind === 'file' && isProtectedName(path)) return /\.zip$/i.test(nameInside(path));
  if (kind !== 'file' || !/\.zip$/i.test(path)) return false;
  // Our manifest is the last file and its name the last in the directory: of other archives no more is read.
  const end = Buffer.from(await files.tail(path, archiveEndBytes));
  if (!end.includes(manifestName) && !end.includes(manifestKind)) return false;
  const bytes = await files.read(path, mostArchiveBytes);
  // Stored as it is, the manifest's own word stands in the archive, however damaged the rest; else it must be readable.
  if (
    bytes === null ||
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(manifestKind)
  ) {
    return bytes !== null;
  }
  const source = await openPackage(files, path);
  const manifest =
    source.ok && hasManifest(source.value) ? await source.value.read(manifestName, mostManifestBytes) : null;
  return manifest !== null && Buffer.from(manifest).includes(manifestKind);
}

async function saysKind(files: DeviceFiles, folder: string): Promise<boolean> {
  const manifest = join(folder, manifestName);
  if ((await files.kind(manifest)) !== 'file') return true;
  const bytes = await files.read(manifest, mostManifestBytes);
  return bytes === null || Buffer.from(bytes).includes(manifestKind);
}

async function verifyOne(
  files: DeviceFiles,
  path: string,
  password: string | null,
  restored: boolean,
): Promise<VerifiedSubmission> {
  const name = basename(path);
  const cannot = (failure: Failure): VerifiedSubmission => ({
    name,
    path,
    ok: false,
    about: null,
    failure,
    files: [],
    numbers: null,
    listed: [],
    restored,
  });
  const source = await openPackage(files, path, password);
  if (!source.ok) return cannot(source.error);
  const checked = await checkPackage(source.value, name);
  return checked.ok ? { name, path, failure: null, restored, ...checked.value } : cannot(checked.error);
}
