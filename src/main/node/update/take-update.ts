/** One update from its file to being in use, or to nothing having changed. */
import { copyFileSync, existsSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ContentCounts, UpdateStep } from '../../../shared/contract.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { renameWithPatience } from '../../core/export/atomic-write.ts';
import { mediumFailure, systemCode } from '../../core/export/system-failure.ts';
import type { Holder } from '../../core/ports.ts';
import { nodeStorageFiles } from '../../core/storage/backups/storage-files.ts';
import { acquireLock, type WorkspaceLock } from '../../core/storage/lock.ts';
import { workspaceFileName } from '../../core/storage/open.ts';
import { versionFolder } from '../edition/edition-layout.ts';
import { assessUpdate } from './assess-update.ts';
import {
  readVersionFile,
  returnTo,
  scratchFolder,
  switchTo,
  syncNames,
  updateLockPath,
} from './edition-files.ts';
import { tryVersion } from './try-version.ts';
import { nodeDisk, type UpdateDisk, unpackUpdate } from './unpack-update.ts';
import { readSignedUpdate, type SignedUpdate } from './update-file.ts';
import { isWritableFolder, type UpdatableCopy } from './update-manner.ts';

/** A backup in the workspace's own folder, made for this update. */
export interface UpdateBackup {
  id: string;
  path: string;
  counts: Pick<ContentCounts, 'reports' | 'chapters' | 'observations'>;
}

export interface TakeUpdateOptions {
  path: string;
  copy: UpdatableCopy;
  holder: Holder;
  environment: Readonly<Record<string, string | undefined>>;
  /** `null`: there is no workspace yet. */
  backUp: () => Promise<Outcome<UpdateBackup | null>>;
  /** Told as each step begins, and how much of it is done, 0 to 1. */
  onStep?: (step: UpdateStep, part: number) => void;
  disk?: UpdateDisk;
}

export interface TakenUpdate {
  version: string;
  earlier: string;
  /** Its name; `null` where there was no workspace. */
  backup: string | null;
}

/**
 * Checks the update, backs the workspace up, unpacks the new version beside the one in use, tries it on a copy of the
 * backup and takes it into use by one rename. After a failure the program's files are what they were; the backup stays.
 * Failures: those of readSignedUpdate, assessUpdate, unpackUpdate, tryVersion and of `backUp`; update.busy,
 * .folderReadOnly, .diskFull, .writeFailed.
 */
export async function takeUpdate(options: TakeUpdateOptions): Promise<Outcome<TakenUpdate>> {
  const { path, copy, holder, onStep = () => {} } = options;
  const { root } = copy.installed;
  onStep('checking', 0);
  const signed = await readSignedUpdate(path, copy.updateKey);
  if (!signed.ok) return signed;
  if (!isWritableFolder(root)) return failed('update.folderReadOnly', { path: root });
  try {
    const lock = await acquirePatiently(root, holder);
    if (lock === null) return failed('update.busy');
    try {
      return await takeLocked(signed.value, { ...options, onStep });
    } finally {
      removeScratch(root);
      lock.release();
    }
  } catch (error) {
    return writingFailure(error, root, signed.value);
  }
}

const looks = 10;
const betweenLooks = 200;

/** A program that has just started may hold it to tidy up after the last update; an update takes longer than that. */
async function acquirePatiently(root: string, holder: Holder): Promise<WorkspaceLock | null> {
  for (let look = 1; look <= looks; look += 1) {
    const lock = acquireLock(updateLockPath(root), holder);
    if (lock.ok) return lock.value;
    await delay(betweenLooks);
  }
  return null;
}

/** What another program still holds is removed at the next start: it does not undo what has been done. */
function removeScratch(root: string): void {
  try {
    rmSync(scratchFolder(root), { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

async function takeLocked(
  signed: SignedUpdate,
  options: TakeUpdateOptions & Required<Pick<TakeUpdateOptions, 'onStep'>>,
): Promise<Outcome<TakenUpdate>> {
  const { environment, onStep, disk = nodeDisk } = options;
  const { root, edition, version } = options.copy.installed;
  const { description } = signed;
  // Another update may have ended since this copy was looked at.
  const earlier = readVersionFile(root, 'current') ?? version;
  const assessed = assessUpdate(description, { edition, version: earlier });
  if (!assessed.ok) return assessed;

  onStep('backingUp', 0);
  const backedUp = await options.backUp();
  if (!backedUp.ok) return backedUp;
  const backup = backedUp.value;

  onStep('unpacking', 0);
  const scratch = scratchFolder(root);
  rmSync(scratch, { recursive: true, force: true });
  if (freeBytes(root) < neededBytes(signed)) return diskFull(root, signed);
  mkdirSync(scratch, { mode: 0o700 });
  const staged = join(scratch, 'version');
  mkdirSync(staged);
  const unpacked = await unpackUpdate(signed, staged, disk, (part) => onStep('unpacking', part));
  if (!unpacked.ok) return unpacked;

  onStep('trying', 0);
  const workspaceFolder = join(scratch, 'workspace');
  mkdirSync(workspaceFolder, { mode: 0o700 });
  if (backup !== null) copyFileSync(backup.path, join(workspaceFolder, workspaceFileName));
  const tried = await tryVersion({
    folder: staged,
    workspaceFolder,
    edition,
    announced: description.version,
    held: backup?.counts ?? null,
    environment,
  });
  if (!tried.ok) return tried;

  onStep('switching', 0);
  await takeIntoUse(root, { version: description.version, earlier, staged });
  return done({ version: description.version, earlier, backup: backup?.id ?? null });
}

/** Left free beside the new version, for the copy that it is tried on. */
const spareBytes = 64 * 1024 * 1024;

function neededBytes({ description }: SignedUpdate): number {
  return description.files.reduce((sum, { size }) => sum + size, spareBytes);
}

function freeBytes(root: string): number {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize;
}

/** `needed` in megabytes. */
function diskFull(path: string, signed: SignedUpdate): Outcome<never> {
  return failed('update.diskFull', { path, needed: Math.ceil(neededBytes(signed) / 1024 / 1024) });
}

async function takeIntoUse(
  root: string,
  taken: { version: string; earlier: string; staged: string },
): Promise<void> {
  const { version, earlier, staged } = taken;
  const target = versionFolder(root, version);
  // A folder of that name is what an update that was killed, or gone back from, left: never the version in use.
  if (existsSync(target)) {
    await renameWithPatience(target, join(scratchFolder(root), 'replaced'), nodeStorageFiles);
  }
  // Its runtime has just run: on Windows a guard against viruses may still look at it.
  await renameWithPatience(staged, target, nodeStorageFiles);
  try {
    syncNames(dirname(target));
    switchTo(root, version, earlier);
  } catch (error) {
    if (readVersionFile(root, 'current') !== earlier) returnTo(root, earlier);
    rmSync(target, { recursive: true, force: true });
    throw error;
  }
}

function writingFailure(error: unknown, root: string, signed: SignedUpdate): Outcome<never> {
  const code = systemCode(error);
  if (code === null) throw error;
  if (mediumFailure(code) === 'file.diskFull') return diskFull(root, signed);
  // Rights were looked at before it began: what is refused now is held by another program, or the medium has changed.
  if (code === 'EROFS') return failed('update.folderReadOnly', { path: root });
  return failed('update.writeFailed', { reason: code });
}
