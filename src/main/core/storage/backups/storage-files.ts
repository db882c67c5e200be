/** What backups and restores need of the file system and of SQLite's copying; injected for tests of every failing step. */
import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { type ErrorCode, failed, type Outcome } from '../../../../shared/errors.ts';
import { type AtomicFileSystem, nodeFileSystem } from '../../export/atomic-write.ts';
import { mediumFailure, systemCode } from '../../export/system-failure.ts';
import { failureOfSqliteError } from '../sqlite-failure.ts';

export interface StorageFiles extends Omit<AtomicFileSystem, 'readFile'> {
  makeFolder(path: string): Promise<void>;
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** SQLite's online backup into a new file: other work goes on between its steps. */
  copyDatabase(connection: Database.Database, to: string): Promise<void>;
  /** Rejects with EEXIST where `to` is there already. */
  copyFile(from: string, to: string): Promise<void>;
  /** SHA-256 in hex, read in pieces. */
  sha256(path: string): Promise<string>;
}

export const nodeStorageFiles: StorageFiles = {
  open: nodeFileSystem.open,
  rename: nodeFileSystem.rename,
  rm: nodeFileSystem.rm,
  wait: nodeFileSystem.wait,
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async list(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
  async copyDatabase(connection, to) {
    await connection.backup(to);
  },
  copyFile: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
  async sha256(path) {
    const sum = createHash('sha256');
    await pipeline(createReadStream(path), sum);
    return sum.digest('hex');
  },
};

/** Makes the bytes of a file durable. */
export async function syncFile(path: string, files: Pick<StorageFiles, 'open'>): Promise<void> {
  const file = await files.open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): ErrorCode | null {
  if (error instanceof Database.SqliteError) {
    const code = failureOfSqliteError(error);
    if (code === 'storage.full') return 'file.diskFull';
    if (code === 'storage.readOnly') return 'file.readOnly';
    return code === 'storage.failed' ? 'file.writeFailed' : code;
  }
  const code = systemCode(error);
  return code === null ? null : (mediumFailure(code) ?? 'file.writeFailed');
}

/** The failure of writing the file `name` that an error of the system or of SQLite means. Throws what is a bug. */
export function writeFailure(error: unknown, name: string): Outcome<never> {
  const code = codeOf(error);
  if (code === null) throw error;
  return failed(code, { name });
}
