/** The few things that are done to files on a stick, each a step that may fail; injected, so that tests make each fail. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { syncFolder } from '../export/atomic-write.ts';
import { systemCode } from '../export/system-failure.ts';

export interface DeviceFile {
  /** Appends; how many of the bytes were taken, which may be fewer. */
  write(bytes: Uint8Array): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface ReadBack {
  /** Bytes read; reading stops soon after `most`. */
  size: number;
  sha256: string;
  /** Past the system's memory of files, from the medium. */
  fromDevice: boolean;
}

export interface DeviceFiles {
  /** What stands there, a link as `other`; null for nothing. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | null>;
  names(folder: string): Promise<string[]>;
  makeFolder(path: string): Promise<void>;
  /** A new file; one that is there is never opened. */
  create(path: string): Promise<DeviceFile>;
  readBack(path: string, most: number): Promise<ReadBack>;
  /** The whole file; null where it has more than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array | null>;
  /** The last bytes, `most` of them or all. */
  tail(path: string, most: number): Promise<Uint8Array>;
  /** Bytes. */
  size(path: string): Promise<number>;
  rename(from: string, to: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>;
  /** Makes the names in the folder durable, where the platform can. */
  syncFolder(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

/** The types of Node leave it to those of the browser, which the core does not have. */
declare const WebAssembly: { Memory: new (size: { initial: number }) => { buffer: ArrayBuffer } };

const pieceBytes = 1024 * 1024;
const wasmPageBytes = 64 * 1024;

/**
 * A buffer that begins on a page of memory, as reading past the system's memory demands. Buffers of Node begin anywhere;
 * the memory of WebAssembly is always whole pages.
 */
function alignedBuffer(): Uint8Array {
  return new Uint8Array(new WebAssembly.Memory({ initial: pieceBytes / wasmPageBytes }).buffer);
}

async function readPieces(
  file: FileHandle,
  buffer: Uint8Array,
  most: number,
): Promise<Omit<ReadBack, 'fromDevice'>> {
  const hash = createHash('sha256');
  let size = 0;
  while (size <= most) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, size);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
    // The end: a position behind it is not aligned and would be refused.
    if (bytesRead < buffer.length && size === (await file.stat()).size) break;
  }
  return { size, sha256: hash.digest('hex') };
}

/** EINVAL and its kin: this system or drive has no such reading. */
const noDirectReading = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Null where it cannot be done. */
async function readFromDevice(path: string, most: number): Promise<ReadBack | null> {
  // Windows and macOS have no such flag in Node.
  const direct: number | undefined = constants.O_DIRECT;
  if (direct === undefined) return null;
  try {
    const file = await open(path, constants.O_RDONLY | direct);
    try {
      return { ...(await readPieces(file, alignedBuffer(), most)), fromDevice: true };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (noDirectReading.has(systemCode(error) ?? '')) return null;
    throw error;
  }
}

export const nodeDeviceFiles: DeviceFiles = {
  async kind(path) {
    try {
      const found = await lstat(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  },
  names: (folder) => readdir(folder),
  makeFolder: async (path) => {
    await mkdir(path);
  },
  async create(path) {
    const file = await open(path, 'wx');
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  async readBack(path, most) {
    const direct = await readFromDevice(path, most);
    if (direct !== null) return direct;
    const file = await open(path, 'r');
    try {
      return { ...(await readPieces(file, new Uint8Array(pieceBytes), most)), fromDevice: false };
    } finally {
      await file.close();
    }
  },
  async read(path, most) {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size > most ? null : new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  },
  async tail(path, most) {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const length = Math.min(size, most);
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, size - length);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  size: async (path) => (await lstat(path)).size,
  rename,
  removeFile: unlink,
  removeFolder: rmdir,
  syncFolder: (path) => syncFolder(path, { open }),
  wait: async (milliseconds) => {
    await delay(milliseconds);
  },
};
