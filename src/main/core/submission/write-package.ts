/**
 * Puts a submission on a drive so that there is, at every instant and whatever fails, either the older one whole or the
 * new one whole: written beside it under another name, synced, read back, the older one moved aside, the new one moved
 * to its name, read back once more, and only then the older one removed.
 */
import { done, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openManifest } from './check-package.ts';
import type { DeviceFiles } from './device-files.ts';
import { openPackage } from './package-source.ts';
import { foreignIn, type PackagePaths, removePackage } from './package-tree.ts';
import { recover } from './recover.ts';
import {
  compareWritten,
  failureOf,
  type PackageContent,
  renameWithPatience,
  throwIfCancelled,
  totalBytes,
  type WritingWatch,
  writeFresh,
} from './write-steps.ts';

export interface WrittenPackage {
  /** An older submission was replaced. */
  replaced: boolean;
  /** The last reading came from the medium itself, not from the system's memory. */
  fromDevice: boolean;
}

/** The step that was begun last; whether it took effect is seen on the drive only. */
type Stage = 'begun' | 'aside' | 'placed' | 'settled';

/**
 * Writes `content` under `paths.target`. A failure leaves the older submission under its name and no trace of the new one
 * as long as the drive answers; where it does not any more, the next writing or `submission.verify` sets it right (see
 * recover).
 *
 * Errors, with `{ name }`: submission.cancelled, file.diskFull, file.readOnly, submission.driveGone, submission.writeFailed,
 * submission.readBackDiffers `{ file }`, submission.inUse, submission.notOurs `{ file }`, submission.twoVersions
 * `{ kept }`, submission.interrupted `{ kept }` where the older one may stand under another name; submission.oldRemains
 * `{ kept }` where the new one is there and whole, but the older one could not be removed.
 */
export async function writePackage(
  files: DeviceFiles,
  paths: PackagePaths,
  content: PackageContent,
  watch: WritingWatch,
): Promise<Outcome<WrittenPackage>> {
  const { folder, name, target, fresh, kept } = paths;
  let stage: Stage = 'begun';
  let hasOlder = false;
  try {
    throwIfCancelled(watch, name);
    const recovered = await recover(files, paths, { tidies: true });
    if (!recovered.ok) return recovered;
    hasOlder = await mayBeReplaced(files, paths, content);
    await writeFresh(files, paths, content, watch);
    await compareWritten(files, fresh, name, content, { ...watch, step: 'checking' });
    throwIfCancelled(watch, name);
    watch.progress('replacing', 0, 1);
    if (hasOlder) {
      stage = 'aside';
      await renameWithPatience(files, target, kept);
      await files.syncFolder(folder);
    }
    stage = 'placed';
    await renameWithPatience(files, fresh, target);
    await files.syncFolder(folder);
    const fromDevice = await compareWritten(files, target, name, content, { ...watch, step: 'reading' });
    throwIfCancelled(watch, name);
    stage = 'settled';
    if (hasOlder) await removeOlder(files, paths);
    watch.progress('reading', totalBytes(content), totalBytes(content));
    return done({ replaced: hasOlder, fromDevice });
  } catch (error) {
    const failure = failureOf(error, name);
    const isBack = stage === 'settled' || (await goBack(files, paths, { stage, hasOlder }));
    // A bug is told as one, after cleaning up.
    if (failure === null) throw error;
    return isBack || !hasOlder
      ? { ok: false, error: failure }
      : failed('submission.interrupted', { name, kept: paths.keptName });
  }
}

/** Whether something stands there that the new one takes the place of. Throws submission.notOurs. */
async function mayBeReplaced(
  files: DeviceFiles,
  { target, name }: PackagePaths,
  content: PackageContent,
): Promise<boolean> {
  const kind = await files.kind(target);
  if (kind === null) return false;
  if (content.form === 'file') {
    if (kind === 'file') return true;
    throw new ExpectedFailure('submission.notOurs', { name, file: name });
  }
  if (kind !== 'folder') throw new ExpectedFailure('submission.notOurs', { name, file: name });
  const known = new Set(content.files.map((file) => file.name));
  const source = await openPackage(files, target);
  const older = source.ok ? await openManifest(source.value, name) : source;
  if (older.ok) for (const file of older.value.files) known.add(file.name);
  const foreign = await foreignIn(files, target, known);
  if (foreign !== null) throw new ExpectedFailure('submission.notOurs', { name, file: foreign });
  return true;
}

/** Tried twice: the new one is whole, and it would be a pity to report one stumble as a failure. */
async function removeOlder(
  files: DeviceFiles,
  { folder, name, kept, keptName }: PackagePaths,
): Promise<void> {
  try {
    await removePackage(files, kept);
    await files.syncFolder(folder);
  } catch (error) {
    if (failureOf(error, name) === null) throw error;
    try {
      await removePackage(files, kept);
      await files.syncFolder(folder);
    } catch (second) {
      if (failureOf(second, name) === null) throw second;
      throw new ExpectedFailure('submission.oldRemains', { name, kept: keptName });
    }
  }
}

/** Puts everything back as it was. False where the drive does not let it. */
async function goBack(
  files: DeviceFiles,
  { folder, name, target, fresh, kept }: PackagePaths,
  { stage, hasOlder }: { stage: Stage; hasOlder: boolean },
): Promise<boolean> {
  try {
    const keptThere = hasOlder && (await files.kind(kept)) !== null;
    // A step may have failed and yet have taken effect: what has left its first name has arrived at the other.
    const arrived =
      stage === 'placed' && (await files.kind(fresh)) === null && (await files.kind(target)) !== null;
    if (arrived && keptThere === hasOlder) await renameWithPatience(files, target, fresh);
    if (keptThere) await renameWithPatience(files, kept, target);
    await removePackage(files, fresh);
    await files.syncFolder(folder);
    return true;
  } catch (error) {
    if (failureOf(error, name) === null) throw error;
    return stage === 'begun';
  }
}
