/** A submission to look at, whether it stands as a folder, as one .zip, or as one .zip that a password protects. */
import { basename, join } from 'node:path';
import { isProtectedName } from '../../../shared/domain/protection/protected-file.ts';
import { manifestName, mostFiles } from '../../../shared/domain/submission/manifest.ts';
import { done, type Failure, failed, type Outcome } from '../../../shared/errors.ts';
import { systemCode } from '../export/system-failure.ts';
import { limitInWords } from '../import/import-limits.ts';
import { isProtected, protectedSize } from '../protection/container-format.ts';
import { unsealBytes } from '../protection/unseal.ts';
import type { DeviceFiles } from './device-files.ts';
import { isSystemLitter } from './package-tree.ts';
import { mostArchiveBytes, readArchive } from './submission-archive.ts';
import { sha256Of } from './sums.ts';

export interface PackageSource {
  /** What stands in it, by name, but for what systems leave in folders. */
  entries: ReadonlyMap<string, 'file' | 'other'>;
  size(name: string): Promise<number>;
  /** Reads no further than shortly behind `most` bytes. */
  sum(name: string, most: number): Promise<{ size: number; sha256: string }>;
  /** Null where it has more than `most` bytes. */
  read(name: string, most: number): Promise<Uint8Array | null>;
}

/** Names in a folder that are looked at; more is no submission of ours. */
const mostNames = mostFiles + 30;

/** Of a protected file: the archive's own, and what protection adds to it at most. */
export const mostPackageBytes = protectedSize({ length: mostArchiveBytes, log2Part: 10 });

/**
 * Opens what stands at `path`; a protected one by `password`. Errors, with `{ name }`: file.notFound, file.unreadable,
 * submission.tooManyFiles, those of readArchive and of unseal.
 */
export async function openPackage(
  files: DeviceFiles,
  path: string,
  password: string | null = null,
): Promise<Outcome<PackageSource>> {
  const name = basename(path);
  try {
    const kind = await files.kind(path);
    if (kind === 'folder') return await openFolder(files, path);
    if (kind === 'file') return await openFile(files, path, password);
    return failed(kind === null ? 'file.notFound' : 'file.unreadable', { name });
  } catch (error) {
    return { ok: false, error: readingFailure(error, name) };
  }
}

/** Of a drive that does not answer; a bug is thrown on. */
export function readingFailure(error: unknown, name: string): Failure {
  const code = systemCode(error);
  if (code === null) throw error;
  return { code: code === 'ENOENT' ? 'file.notFound' : 'file.unreadable', parameters: { name } };
}

async function openFolder(files: DeviceFiles, path: string): Promise<Outcome<PackageSource>> {
  const names = (await files.names(path)).filter((name) => !isSystemLitter(name));
  if (names.length > mostNames) {
    return failed('submission.tooManyFiles', { name: basename(path), limit: mostNames });
  }
  const entries = new Map<string, 'file' | 'other'>();
  for (const name of names) {
    entries.set(name, (await files.kind(join(path, name))) === 'file' ? 'file' : 'other');
  }
  return done({
    entries,
    size: (name) => files.size(join(path, name)),
    sum: (name, most) => files.readBack(join(path, name), most),
    read: (name, most) => files.read(join(path, name), most),
  });
}

async function openFile(
  files: DeviceFiles,
  path: string,
  password: string | null,
): Promise<Outcome<PackageSource>> {
  const name = basename(path);
  const bytes = await files.read(path, mostPackageBytes);
  const opened = bytes === null ? null : await archiveIn(bytes, name, password);
  if (opened?.ok === false) return opened;
  if (opened === null || opened.value.byteLength > mostArchiveBytes) {
    return failed('submission.archiveTooLarge', { name, limit: limitInWords(mostArchiveBytes) });
  }
  const archive = readArchive(opened.value, name);
  if (!archive.ok) return archive;
  const contents = archive.value;
  const content = (inside: string) => contents.get(inside) ?? new Uint8Array();
  return done({
    entries: new Map([...contents.keys()].map((inside) => [inside, 'file' as const])),
    size: async (inside) => content(inside).length,
    sum: async (inside) => ({ size: content(inside).length, sha256: sha256Of(content(inside)) }),
    read: async (inside, most) => (content(inside).length > most ? null : content(inside)),
  });
}

/** The .zip: the file itself, or what it protects. */
async function archiveIn(
  bytes: Uint8Array,
  name: string,
  password: string | null,
): Promise<Outcome<Uint8Array>> {
  return isProtected(bytes) || isProtectedName(name)
    ? await unsealBytes(bytes, name, { contents: 'submission', password })
    : done(bytes);
}

export function hasManifest({ entries }: PackageSource): boolean {
  return entries.get(manifestName) === 'file';
}
