/** One submission from the report to the drive: limits first, then the files, then the careful writing. */
import { basename, join } from 'node:path';
import type { WrittenSubmission } from '../../../shared/contract.ts';
import { protectedName } from '../../../shared/domain/protection/protected-file.ts';
import type { SubmissionFile } from '../../../shared/domain/submission/manifest.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { Drives } from '../ports.ts';
import { requireNewPassword } from '../protection/new-password.ts';
import type { DeviceFiles } from './device-files.ts';
import { type MadeSubmission, makeSubmission, type SubmissionRequest } from './make-submission.ts';
import { packagePaths } from './package-tree.ts';
import { sealArchive } from './sealed-archive.ts';
import { packArchive } from './submission-archive.ts';
import { sha256Of } from './sums.ts';
import { checkTarget } from './target-limits.ts';
import { writePackage } from './write-package.ts';
import { failureOf, type PackageContent, throwIfCancelled, type WritingWatch } from './write-steps.ts';

export interface SubmissionWriting extends SubmissionRequest {
  /** The folder to write into. */
  folder: string;
  /** What the person calls it. */
  folderName: string;
  /** Of the submission; `.zip` is added to that of an archive, and `.mima` to that of a protected one. */
  name: string;
  form: 'folder' | 'zip';
  /** Where there is one, what is written is one protected file, whatever the form. */
  password: string | null;
}

/** Files are described as they were read back; the grant is the handler's business. */
export type WrittenFiles = Omit<WrittenSubmission, 'grant'>;

/**
 * Errors: those of makeSubmission, sealArchive, checkTarget and writePackage. Nothing of the drive is touched before the documents are
 * made and found to fit.
 */
export async function writeSubmission(
  writing: SubmissionWriting,
  { files, drives, watch }: { files: DeviceFiles; drives: Drives; watch: WritingWatch },
): Promise<Outcome<WrittenFiles>> {
  const { folder, folderName, name, password } = writing;
  const form = password === null ? writing.form : 'zip';
  try {
    if (password !== null) requireNewPassword(password);
    if ((await files.kind(folder)) !== 'folder') return failed('submission.driveGone', { name });
    watch.progress('documents', 0, 1);
    const made = await makeSubmission(writing);
    if (!made.ok) return made;
    throwIfCancelled(watch, name);
    const createdAt = new Date(writing.head.createdAt);
    const archiveName = `${name}.zip`;
    const fullName = form === 'folder' ? name : password === null ? archiveName : protectedName(archiveName);
    const plain = contentOf(made.value, form, createdAt);
    const content =
      plain.form === 'file' && password !== null
        ? { form: plain.form, bytes: await sealArchive(plain.bytes, fullName, password) }
        : plain;
    throwIfCancelled(watch, name);
    const fits = checkTarget(
      {
        folder,
        folderName,
        submission: form === 'zip' ? null : name,
        files:
          content.form === 'file' ? [{ name: fullName, size: content.bytes.byteLength }] : sizes(made.value),
      },
      await drives.volume(folder),
    );
    if (!fits.ok) return fits;
    const written = await writePackage(files, packagePaths(folder, fullName), content, watch);
    if (!written.ok) return written;
    return done({
      name: fullName,
      path: join(folder, fullName),
      files: made.value.files.map(({ name: inside, bytes }) => described(inside, bytes)),
      archive: content.form === 'file' ? described(fullName, content.bytes) : null,
      numbers: made.value.numbers,
      notMade: made.value.notMade,
      replaced: written.value.replaced,
      readBack: written.value.fromDevice ? 'device' : 'memory',
      safeToRemove: true,
    });
  } catch (error) {
    const failure = failureOf(error, name);
    if (failure === null) throw error;
    return { ok: false, error: failure };
  }
}

function contentOf(made: MadeSubmission, form: 'folder' | 'zip', createdAt: Date): PackageContent {
  return form === 'zip'
    ? { form: 'file', bytes: packArchive(made.files, createdAt) }
    : { form: 'folder', files: made.files };
}

function sizes({ files }: MadeSubmission): { name: string; size: number }[] {
  return files.map(({ name, bytes }) => ({ name, size: bytes.byteLength }));
}

function described(name: string, bytes: Uint8Array): SubmissionFile {
  return { name, size: bytes.byteLength, sha256: sha256Of(bytes) };
}

/** What the person calls a folder: the label of its drive where it is the drive itself, else its own name. */
export async function destinationName(drives: Drives, folder: string): Promise<string> {
  const drive = (await drives.list()).find(({ path }) => path === folder);
  return drive?.label || basename(folder) || folder;
}
