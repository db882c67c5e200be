/** What an interrupted writing left on a drive, set right: the older submission gets its name back, or goes for good. */
import { isProtectedName } from '../../../shared/domain/protection/protected-file.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { bytesAsSource } from '../protection/byte-source.ts';
import { isUndamaged } from '../protection/unseal.ts';
import { isWhole } from './check-package.ts';
import type { DeviceFiles } from './device-files.ts';
import { mostPackageBytes, openPackage } from './package-source.ts';
import { type PackagePaths, removePackage } from './package-tree.ts';

export interface Recovery {
  /** The older submission was put back under its own name. */
  restored: boolean;
}

/**
 * Sets right what stands under the three names of a submission. At every moment of a writing one of «target» and «kept»
 * is whole; which of the two it is tells how far the writing had come:
 * - no «kept»: nothing had been touched, or everything was finished;
 * - no «target»: the older one was on its way aside, or the new one never arrived: the older one comes back;
 * - both: the new one had arrived. Where it is whole the older one was to go; else the older one comes back.
 *
 * `tidies` also removes what is not needed any more; without it nothing is removed. Error: submission.twoVersions
 * `{ name, kept }` where neither is whole: a person has to look. Rejects as the drive does.
 */
export async function recover(
  files: DeviceFiles,
  paths: PackagePaths,
  { tidies }: { tidies: boolean },
): Promise<Outcome<Recovery>> {
  const { target, fresh, kept, folder, name, keptName } = paths;
  let restored = false;
  if ((await files.kind(kept)) !== null) {
    if ((await files.kind(target)) === null) {
      await files.rename(kept, target);
      restored = true;
    } else if (await standsWhole(files, target, name)) {
      if (tidies) await removePackage(files, kept);
    } else if (await standsWhole(files, kept, name)) {
      if ((await files.kind(fresh)) !== null) await removePackage(files, fresh);
      await files.rename(target, fresh);
      await files.rename(kept, target);
      restored = true;
    } else {
      return failed('submission.twoVersions', { name, kept: keptName });
    }
    await files.syncFolder(folder);
  }
  if (tidies && (await files.kind(fresh)) !== null) {
    await removePackage(files, fresh);
    await files.syncFolder(folder);
  }
  return done({ restored });
}

/** `name` without the ending of one that waits. Of a protected one it is told by its own sum: here is no password. */
async function standsWhole(files: DeviceFiles, path: string, name: string): Promise<boolean> {
  if (isProtectedName(name) && (await files.kind(path)) === 'file') {
    const bytes = await files.read(path, mostPackageBytes);
    return bytes !== null && (await isUndamaged(bytesAsSource(bytes, name)));
  }
  const source = await openPackage(files, path);
  return source.ok && (await isWhole(source.value, name));
}
