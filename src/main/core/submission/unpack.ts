/** The documents of a protected submission as plain files, for whoever received it. */
import { basename, join } from 'node:path';
import { isProtectedName, nameInside } from '../../../shared/domain/protection/protected-file.ts';
import type { SubmissionFile } from '../../../shared/domain/submission/manifest.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { Drives } from '../ports.ts';
import { checkPackage } from './check-package.ts';
import type { DeviceFiles } from './device-files.ts';
import { mostPackageBytes, openPackage } from './package-source.ts';
import { packagePaths } from './package-tree.ts';
import { type SubmissionFileBytes, sha256Of } from './sums.ts';
import { checkTarget } from './target-limits.ts';
import { writePackage } from './write-package.ts';
import { failureOf } from './write-steps.ts';

export interface Unpacking {
  /** The protected file. */
  path: string;
  password: string | null;
  /** The folder to make the folder of the submission in. */
  folder: string;
  /** What the person calls it. */
  folderName: string;
}

export interface UnpackedFiles {
  /** Of the folder that was made. */
  name: string;
  path: string;
  files: SubmissionFile[];
  /** One of the same name stood there and was replaced. */
  replaced: boolean;
}

/**
 * Opens it, compares it with its manifest, and only where all of it is as listed writes it as a folder, with the same
 * care as a submission. Errors, with `{ name }`: those of openPackage, checkPackage, checkTarget and writePackage;
 * protection.notProtected; submission.archiveDamaged where it is not as its manifest says.
 */
export async function unpackSubmission(
  files: DeviceFiles,
  drives: Drives,
  { path, password, folder, folderName }: Unpacking,
): Promise<Outcome<UnpackedFiles>> {
  const name = basename(path);
  if (!isProtectedName(name)) return failed('protection.notProtected', { name });
  const source = await openPackage(files, path, password);
  if (!source.ok) return source;
  const checked = await checkPackage(source.value, name);
  if (!checked.ok) return checked;
  if (!checked.value.ok) return failed('submission.archiveDamaged', { name });
  const inside: SubmissionFileBytes[] = [];
  for (const file of source.value.entries.keys()) {
    const bytes = await source.value.read(file, mostPackageBytes);
    if (bytes === null) return failed('submission.archiveDamaged', { name });
    inside.push({ name: file, bytes });
  }
  const folderMade = nameInside(name).replace(/\.zip$/iu, '');
  try {
    const fits = checkTarget(
      {
        folder,
        folderName,
        submission: folderMade,
        files: inside.map((file) => ({ name: file.name, size: file.bytes.byteLength })),
      },
      await drives.volume(folder),
    );
    if (!fits.ok) return fits;
    const written = await writePackage(
      files,
      packagePaths(folder, folderMade),
      { form: 'folder', files: inside },
      { progress: () => undefined, signal: new AbortController().signal },
    );
    if (!written.ok) return written;
    return done({
      name: folderMade,
      path: join(folder, folderMade),
      files: inside.map((file) => ({
        name: file.name,
        size: file.bytes.byteLength,
        sha256: sha256Of(file.bytes),
      })),
      replaced: written.value.replaced,
    });
  } catch (error) {
    const failure = failureOf(error, folderMade);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}
