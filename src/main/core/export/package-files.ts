/** The files of an Office or OFD package, and the package of them: the same files give the same bytes on every computer. */
import { unzipSync, zipSync } from 'fflate';

export type PackageFiles = Record<string, Uint8Array>;

/** The first day that the format of a .zip knows, told in local time as it stores it: when and where a package was made is nobody's business. */
const noDay = new Date(1980, 0, 1);

export function openPackage(bytes: Uint8Array): PackageFiles {
  return unzipSync(bytes);
}

export function closePackage(files: PackageFiles): Uint8Array<ArrayBuffer> {
  return zipSync(files, { level: 4, mtime: noDay, os: 0 });
}
