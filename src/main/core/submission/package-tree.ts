/** A submission as it stands on a drive: a flat folder of plain files, or one file. Its three names, and how it goes away. */
import { join } from 'node:path';
import { dataName, manifestName, notesName } from '../../../shared/domain/submission/manifest.ts';
import type { DeviceFiles } from './device-files.ts';

/** Endings of the names that a writing uses meanwhile. A person who finds one on the stick can read what it is. */
const endings = { fresh: '.正在写', kept: '.上一份' } as const;

export interface PackagePaths {
  /** The folder on the drive. */
  folder: string;
  name: string;
  target: string;
  /** The new one until it is whole. */
  fresh: string;
  /** The older one until the new one was read back. */
  kept: string;
  keptName: string;
}

export function packagePaths(folder: string, name: string): PackagePaths {
  const target = join(folder, name);
  const keptName = `${name}${endings.kept}`;
  return {
    folder,
    name,
    target,
    fresh: `${target}${endings.fresh}`,
    kept: join(folder, keptName),
    keptName,
  };
}

/** The name that an older submission is waiting for under `name`; null where it is no such name. */
export function nameOfKept(name: string): string | null {
  return name.endsWith(endings.kept) && name.length > endings.kept.length
    ? name.slice(0, -endings.kept.length)
    : null;
}

export function isMeanwhileName(name: string): boolean {
  return name.endsWith(endings.fresh) || nameOfKept(name) !== null;
}

/** What systems leave in folders that somebody looked at; nobody's work. */
export function isSystemLitter(name: string): boolean {
  return /^(thumbs\.db|desktop\.ini|\.ds_store|\._.*)$/i.test(name);
}

const ownNames = new Set([manifestName, notesName, dataName]);

/**
 * The first thing in the folder at `path` that no submission of ours would have there, as it is called; null where the
 * folder may be replaced. `known` are names that it may hold beside those that every submission has.
 */
export async function foreignIn(
  files: DeviceFiles,
  path: string,
  known: ReadonlySet<string>,
): Promise<string | null> {
  for (const name of await files.names(path)) {
    const isOurs = ownNames.has(name) || known.has(name) || isSystemLitter(name);
    if (!isOurs || (await files.kind(join(path, name))) !== 'file') return name;
  }
  return null;
}

/**
 * Removes a submission, its manifest last, so that what a crash leaves of it still says what it was. Folders within are
 * never entered: there are none in ours, and removing the folder then fails.
 */
export async function removePackage(files: DeviceFiles, path: string): Promise<void> {
  const kind = await files.kind(path);
  if (kind === null) return;
  if (kind !== 'folder') return files.removeFile(path);
  const names = await files.names(path);
  const inOrder = [
    ...names.filter((name) => name !== manifestName),
    ...names.filter((name) => name === manifestName),
  ];
  for (const name of inOrder) {
    const inside = join(path, name);
    if ((await files.kind(inside)) === 'file') await files.removeFile(inside);
  }
  await files.removeFolder(path);
}
