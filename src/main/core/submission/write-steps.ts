/** The single steps of putting a submission on a drive, and what a failure of one is called. */
import { join } from 'node:path';
import type { WritingStep } from '../../../shared/contract.ts';
import { type ErrorCode, ExpectedFailure, type Failure } from '../../../shared/errors.ts';
import { lockCodes, waitsBeforeRetry } from '../export/atomic-write.ts';
import { mediumFailure, systemCode } from '../export/system-failure.ts';
import type { DeviceFiles } from './device-files.ts';
import type { PackagePaths } from './package-tree.ts';
import { type SubmissionFileBytes, sha256Of } from './sums.ts';

/** What is put under one name: a folder of files, or a single file. */
export type PackageContent =
  | { form: 'folder'; files: readonly SubmissionFileBytes[] }
  | { form: 'file'; bytes: Uint8Array };

/** Told of how far it has come, and asked whether to go on. */
export interface WritingWatch {
  progress(step: WritingStep, done: number, total: number): void;
  signal: AbortSignal;
}

const pieceBytes = 1024 * 1024;
/** A drive that takes no byte so many times in a row takes none. */
const mostEmptyWrites = 3;

export function throwIfCancelled({ signal }: WritingWatch, name: string): void {
  if (signal.aborted) throw new ExpectedFailure('submission.cancelled', { name });
}

export function totalBytes(content: PackageContent): number {
  return content.form === 'file'
    ? content.bytes.byteLength
    : content.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}

/** The files of the content with their paths below `root`. */
function placed(content: PackageContent, root: string): { path: string; name: string; bytes: Uint8Array }[] {
  return content.form === 'file'
    ? [{ path: root, name: '', bytes: content.bytes }]
    : content.files.map(({ name, bytes }) => ({ path: join(root, name), name, bytes }));
}

/** Writes and syncs everything under the name that nobody looks for. */
export async function writeFresh(
  files: DeviceFiles,
  { fresh, folder, name }: PackagePaths,
  content: PackageContent,
  watch: WritingWatch,
): Promise<void> {
  const total = totalBytes(content);
  let done = 0;
  if (content.form === 'folder') await files.makeFolder(fresh);
  for (const { path, bytes } of placed(content, fresh)) {
    const file = await files.create(path);
    try {
      let empty = 0;
      for (let at = 0; at < bytes.byteLength; ) {
        throwIfCancelled(watch, name);
        watch.progress('writing', done, total);
        const taken = await file.write(bytes.subarray(at, at + pieceBytes));
        empty = taken === 0 ? empty + 1 : 0;
        if (empty >= mostEmptyWrites) throw Object.assign(new Error('no byte taken'), { code: 'EIO' });
        at += taken;
        done += taken;
      }
      await file.sync();
    } catch (error) {
      // The first failure tells what happened; one of closing after it would only hide it.
      await file.close().catch(() => undefined);
      throw error;
    }
    await file.close();
  }
  if (content.form === 'folder') await files.syncFolder(fresh);
  await files.syncFolder(folder);
}

/**
 * Reads everything below `root` back and compares it. Whether all of it came from the medium. Throws ExpectedFailure
 * submission.readBackDiffers `{ name, file }`, submission.cancelled.
 */
export async function compareWritten(
  files: DeviceFiles,
  root: string,
  packageName: string,
  content: PackageContent,
  watch: WritingWatch & { step: 'checking' | 'reading' },
): Promise<boolean> {
  const total = totalBytes(content);
  let done = 0;
  let fromDevice = true;
  for (const { path, name, bytes } of placed(content, root)) {
    throwIfCancelled(watch, packageName);
    watch.progress(watch.step, done, total);
    const read = await files.readBack(path, bytes.byteLength);
    if (read.size !== bytes.byteLength || read.sha256 !== sha256Of(bytes)) {
      throw new ExpectedFailure('submission.readBackDiffers', {
        name: packageName,
        file: name || packageName,
      });
    }
    fromDevice &&= read.fromDevice;
    done += bytes.byteLength;
  }
  return fromDevice;
}

/** Tries again for 1.5 s while another program holds something of it: a virus scanner looks at every new file. */
export async function renameWithPatience(files: DeviceFiles, from: string, to: string): Promise<void> {
  for (const milliseconds of waitsBeforeRetry) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!lockCodes.has(systemCode(error) ?? '')) throw error;
      await files.wait(milliseconds);
    }
  }
  try {
    await files.rename(from, to);
  } catch (error) {
    // Files could be written beside it, so it is not the drive that refuses.
    if (lockCodes.has(systemCode(error) ?? '')) throw new HeldOpen();
    throw error;
  }
}

class HeldOpen extends Error {}

/** The failure behind `error`; null for a bug. */
export function failureOf(error: unknown, name: string): Failure | null {
  if (error instanceof ExpectedFailure) return error.failure;
  if (error instanceof HeldOpen) return { code: 'submission.inUse', parameters: { name } };
  const code = systemCode(error);
  return code === null ? null : { code: errorCodeOf(code), parameters: { name } };
}

function errorCodeOf(code: string): ErrorCode {
  switch (code) {
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTDIR':
      return 'submission.driveGone';
    default:
      return mediumFailure(code) ?? 'submission.writeFailed';
  }
}
