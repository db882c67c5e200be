/** Writes a file so that there is, at every instant, either the older file whole or the new one whole. */
import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import { removeAbandoned } from './abandoned-files.ts';
import { mediumFailure, systemCode } from './system-failure.ts';

export interface FileForWriting {
  writeFile(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What is needed of node:fs/promises, and a clock to wait with; injected for tests of every failing step. */
export interface AtomicFileSystem {
  open(path: string, flags: 'wx' | 'r' | 'r+'): Promise<FileForWriting>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: true }): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

export const nodeFileSystem: AtomicFileSystem = {
  open,
  readFile: (path) => readFile(path),
  rename,
  rm,
  wait: async (milliseconds) => {
    await delay(milliseconds);
  },
};

/** What Windows answers while another program (WPS, a virus scanner) holds the file. */
export const lockCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** 1.55 s in all: longer than a scanner's look, shorter than a person's patience. */
export const waitsBeforeRetry = [50, 100, 200, 400, 800];
/** Answers of systems and drives that cannot sync a folder (Windows, FAT32, some network drives). */
const cannotSyncFolder = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeAndSync(path: string, bytes: Uint8Array, fileSystem: AtomicFileSystem): Promise<void> {
  const file = await fileSystem.open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // The first failure tells what happened; one of closing after it would only hide it.
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

/** Renames over `to`, trying again for 1.5 s while another program holds it. Rejects with the system's error. */
export async function renameWithPatience(
  from: string,
  to: string,
  fileSystem: Pick<AtomicFileSystem, 'rename' | 'wait'>,
): Promise<void> {
  for (const milliseconds of waitsBeforeRetry) {
    try {
      return await fileSystem.rename(from, to);
    } catch (error) {
      if (!lockCodes.has(systemCode(error) ?? '')) throw error;
      await fileSystem.wait(milliseconds);
    }
  }
  await fileSystem.rename(from, to);
}

/** Makes the new name itself durable, where the platform can. */
export async function syncFolder(path: string, fileSystem: Pick<AtomicFileSystem, 'open'>): Promise<void> {
  try {
    const folder = await fileSystem.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!cannotSyncFolder.has(systemCode(error) ?? '')) throw error;
  }
}

/**
 * Writes `bytes` to `path`: a temporary file in the same folder, synced, read back, renamed over `path`, the folder
 * synced, and the final file read back once more. Sizes in bytes, SHA-256 in hex.
 *
 * A failure removes the temporary file and leaves an older file at `path` whole (only a last reading that differs
 * finds the older one already replaced). What a killed program left there unfinished is removed as well. While another program holds `path` the rename is tried again for 1.5 s.
 * Errors, all with `{ name }`: file.diskFull, file.readOnly, export.writeFailed (also: the file is still held by
 * another program), export.readBackDiffers.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  fileSystem: AtomicFileSystem = nodeFileSystem,
): Promise<Outcome<{ sha256: string; size: number }>> {
  const parameters = { name: basename(path) };
  // Not derived from the target's name, which may already be as long as the file system allows.
  const temporary = join(dirname(path), `.xiangbao-${randomUUID()}.tmp`);
  const sum = sha256(bytes);
  let renaming = false;
  const fail = async (code: ErrorCode) => {
    await fileSystem.rm(temporary, { force: true }).catch(() => undefined);
    return failed(code, parameters);
  };
  try {
    await writeAndSync(temporary, bytes, fileSystem);
    if (sha256(await fileSystem.readFile(temporary)) !== sum) return await fail('export.readBackDiffers');
    await removeAbandoned(temporary);
    renaming = true;
    await renameWithPatience(temporary, path, fileSystem);
    renaming = false;
    await syncFolder(dirname(path), fileSystem);
    if (sha256(await fileSystem.readFile(path)) !== sum) return await fail('export.readBackDiffers');
    return done({ sha256: sum, size: bytes.byteLength });
  } catch (error) {
    const code = systemCode(error);
    if (code === null) {
      await fail('internal');
      throw error;
    }
    // The temporary file could be written here, so the folder is writable: the target itself is held.
    const held = renaming && lockCodes.has(code);
    return await fail(held ? 'export.writeFailed' : (mediumFailure(code) ?? 'export.writeFailed'));
  }
}
