/** How the running copy of the program comes by another version. */
import { accessSync, constants } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UpdateManner } from '../../../shared/contract.ts';
import { type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import { findEdition, type InstalledEdition } from '../edition/edition-layout.ts';
import { type ProgramFolders, readProgramVersion } from '../program-folders.ts';

export interface UpdatableCopy {
  installed: InstalledEdition;
  /** Of the running program, which after an update is no longer the one in use. */
  runningVersion: string;
  updateKey: string;
}

export type ProgramCopy =
  | { manner: 'stick'; version: string; copy: UpdatableCopy }
  | { manner: Exclude<UpdateManner, 'stick'>; version: string };

/** The loopback edition, the desktop program (also its command line), or a tree of sources. */
export function describeCopy(
  folders: ProgramFolders,
  isDesktop: boolean = process.versions.electron !== undefined,
): ProgramCopy {
  const version = readProgramVersion(folders);
  if (isDesktop) return { manner: 'installer', version };
  const installed = findEdition(join(dirname(folders.manifest), 'dist', 'main'));
  if (installed === null) return { manner: 'source', version };
  const { kind, updateKey } = installed.edition;
  if (kind === 'deb') return { manner: 'package', version };
  if (updateKey === null) return { manner: 'noKey', version };
  return { manner: 'stick', version, copy: { installed, runningVersion: version, updateKey } };
}

const refusals: Readonly<Record<Exclude<UpdateManner, 'stick'>, ErrorCode>> = {
  noKey: 'update.noKey',
  package: 'update.byPackage',
  installer: 'update.byInstaller',
  source: 'update.fromSource',
};

/** Why a copy takes no update file. */
export function refusalOf(manner: Exclude<UpdateManner, 'stick'>): Outcome<never> {
  return failed(refusals[manner]);
}

/** Whether this person may change the program's folder. */
export function isWritableFolder(root: string): boolean {
  try {
    accessSync(root, constants.W_OK);
    accessSync(join(root, 'versions'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
