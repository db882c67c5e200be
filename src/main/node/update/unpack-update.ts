/** The files of a signed update onto the disk, each held to its digest while it is written. */
import { createHash, type Hash } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import { systemCode } from '../../core/export/system-failure.ts';
import { syncNames } from './edition-files.ts';
import type { DescribedFile } from './update-description.ts';
import type { SignedUpdate } from './update-file.ts';

/** What is written with; other than the machine's only in tests of failing disks. */
type WrittenFile = Pick<FileHandle, 'write' | 'chmod' | 'sync' | 'close'>;

export interface UpdateDisk {
  open(path: string, flags: string): Promise<WrittenFile>;
}

export const nodeDisk: UpdateDisk = { open };

const pieceBytes = 256 * 1024;

/** Thrown and caught within this file: it ends a stream from inside. */
class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
  }
}

/**
 * Writes the files of `update` below `folder`, which is there and empty, synced. What is not exactly what was signed is
 * refused, however much of it has been written: the caller removes the folder. A few pieces of 256 KiB are held at a
 * time. `onProgress` is told the part of the packed bytes that is done, 0 to 1.
 * Failures: update.damaged, .unreadable; rejects with the system's error of writing.
 */
export async function unpackUpdate(
  update: SignedUpdate,
  folder: string,
  disk: UpdateDisk = nodeDisk,
  onProgress: (part: number) => void = () => {},
): Promise<Outcome<null>> {
  const { name, description, payloadOffset } = update;
  const whole = createHash('sha256');
  try {
    const source = await readable(() => open(update.path, 'r'));
    try {
      let position = payloadOffset;
      for (const file of description.files) {
        const packed = packedPieces(source, position, file.packedSize, whole);
        await writeFile(file, packed, folder, disk);
        position += file.packedSize;
        onProgress((position - payloadOffset) / Math.max(1, update.size - payloadOffset));
      }
      for (const name of foldersOf(description.files)) {
        await chmod(join(folder, name), 0o755);
        syncNames(join(folder, name));
      }
    } finally {
      await source.close().catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, { name });
    throw error;
  }
  return whole.digest('hex') === description.packedSha256 ? done(null) : failed('update.damaged', { name });
}

/** All folders that the files stand in, the deepest first; '' for their root. */
function foldersOf(files: readonly DescribedFile[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const parts = path.split('/');
    for (let count = 0; count < parts.length; count += 1) folders.add(parts.slice(0, count).join('/'));
  }
  return [...folders].sort((a, b) => b.length - a.length);
}

/** Errors of reading the stick, told apart from those of writing. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new Refusal('update.unreadable');
  }
}

async function* packedPieces(source: FileHandle, from: number, length: number, whole: Hash) {
  for (let at = 0; at < length; ) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, length - at));
    const { bytesRead } = await readable(() => source.read(piece, 0, piece.length, from + at));
    if (bytesRead === 0) throw new Refusal('update.damaged');
    at += bytesRead;
    whole.update(piece.subarray(0, bytesRead));
    yield piece.subarray(0, bytesRead);
  }
}

async function writeFile(
  described: DescribedFile,
  packed: AsyncIterable<Buffer>,
  folder: string,
  disk: UpdateDisk,
): Promise<void> {
  const path = join(folder, described.path);
  await mkdir(dirname(path), { recursive: true });
  // `wx`: nothing that is there already is written to, and no link is followed.
  const file = await disk.open(path, 'wx');
  try {
    const digest = createHash('sha256');
    let size = 0;
    // Piece by piece, so that a few packed bytes that stand for very many never stand in memory.
    await pipeline(Readable.from(packed), createInflateRaw({ chunkSize: pieceBytes }), async (pieces) => {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > described.size) throw new Refusal('update.damaged');
        digest.update(piece);
        await writeAll(file, piece);
      }
    });
    if (size !== described.size || digest.digest('hex') !== described.sha256)
      throw new Refusal('update.damaged');
    // What this program writes is private by default; a program is for everybody who may come into its folder.
    await file.chmod(described.executable ? 0o755 : 0o644);
    await file.sync();
  } catch (error) {
    // zlib's own codes: the bytes are no deflated ones, or end too early.
    throw systemCode(error)?.startsWith('Z_') ? new Refusal('update.damaged') : error;
  } finally {
    await file.close();
  }
}

async function writeAll(file: Pick<FileHandle, 'write'>, piece: Buffer): Promise<void> {
  for (let at = 0; at < piece.length; ) {
    const { bytesWritten } = await file.write(piece, at, piece.length - at);
    at += bytesWritten;
  }
}
