/** The files of an installed edition that an update changes, and the order that a kill at any instant leaves usable. */
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type Edition,
  editionFiles,
  findEdition,
  isVersion,
  runtimeName,
  versionFolder,
} from '../edition/edition-layout.ts';

/** Everything that an update under way writes; a name that is no version. */
export function scratchFolder(root: string): string {
  return join(root, editionFiles.versions, '.update');
}

/** The system's lock on it is let go however a process ends. */
export function updateLockPath(root: string): string {
  return join(root, 'update-lock');
}

/** The version that a one-line file names; `null` where there is none. */
export function readVersionFile(root: string, name: 'current' | 'previous' | 'unproven'): string | null {
  try {
    const version = readFileSync(join(root, editionFiles[name]), 'utf8').trim();
    return isVersion(version) ? version : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: the old line stays until the new one is on the disk. */
function writeVersionFile(root: string, name: 'current' | 'previous' | 'unproven', version: string): void {
  const path = join(root, editionFiles[name]);
  const scratch = `${path}.new`;
  const file = openSync(scratch, 'w');
  try {
    fchmodSync(file, 0o644);
    writeSync(file, `${version}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(scratch, path);
}

/** Makes names in a folder durable; Windows offers no such way and keeps a journal of names instead. */
export function syncNames(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Takes `version`, whose folder is complete, into use; until the last rename the earlier one is. */
export function switchTo(root: string, version: string, earlier: string): void {
  writeVersionFile(root, 'previous', earlier);
  writeVersionFile(root, 'unproven', version);
  writeVersionFile(root, 'current', version);
  syncNames(root);
}

/** Whether the version's folder has what a start needs. */
export function isStartable(root: string, version: string, platform: Edition['platform']): boolean {
  const folder = versionFolder(root, version);
  return (
    existsSync(join(folder, editionFiles.runtime, runtimeName(platform))) &&
    existsSync(join(folder, editionFiles.program, 'dist/main/cli.mjs'))
  );
}

/** The version before the update, where it can be gone back to. */
export function versionToReturnTo(root: string, platform: Edition['platform']): string | null {
  const previous = readVersionFile(root, 'previous');
  if (previous === null || previous === readVersionFile(root, 'current')) return null;
  return isStartable(root, previous, platform) ? previous : null;
}

/** Whether the running program is an updated one that has yet to start well, and the start entry could go back from it. */
export function mayGoBack(entryFolder: string): boolean {
  const installed = findEdition(entryFolder);
  if (installed === null) return false;
  const { root, version, edition } = installed;
  return readVersionFile(root, 'unproven') === version && versionToReturnTo(root, edition.platform) !== null;
}

/** `version` is in use again, and nothing remembers the update. */
export function returnTo(root: string, version: string): void {
  writeVersionFile(root, 'current', version);
  for (const name of ['unproven', 'previous'] as const)
    rmSync(join(root, editionFiles[name]), { force: true });
  syncNames(root);
}

/** `running` has started well: it needs no way back by itself any more. */
export function markProven(root: string, running: string): void {
  if (readVersionFile(root, 'unproven') === running) {
    rmSync(join(root, editionFiles.unproven), { force: true });
  }
}

/**
 * What updates left: of one that was killed, and versions that are neither in use, nor running, nor the one before. It
 * may be removed when no update is under way.
 */
export function findLeftovers(root: string, running: string): string[] {
  const kept = new Set([running, readVersionFile(root, 'current'), readVersionFile(root, 'previous')]);
  const versions = join(root, editionFiles.versions);
  const unused = readdirSync(versions).filter((name) => isVersion(name) && !kept.has(name));
  const scratches = (['current', 'previous', 'unproven'] as const).map((name) => `${editionFiles[name]}.new`);
  const paths = [
    scratchFolder(root),
    ...scratches.map((name) => join(root, name)),
    ...unused.map((name) => versionFolder(root, name)),
  ];
  return paths.filter((path) => existsSync(path));
}
