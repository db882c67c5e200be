/**
 * Parts of an untrusted ZIP archive (PKWARE APPNOTE 4.3, 4.4). The central directory says what there is; a part is
 * unpacked only when asked for, piece by piece, and no further than the limits allow. Names are keys, never paths.
 */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits, limitInWords } from '../import-limits.ts';

export interface Archive {
  names: ReadonlySet<string>;
  /**
   * The unpacked part, or null if there is none of that name. Throws ExpectedFailure: import.damaged (also when its
   * checksum differs), import.encrypted, import.tooLarge.
   */
  read(name: string): Uint8Array | null;
  /** Bytes of the unpacked part as the archive states them, or null if there is none of that name. */
  statedSize(name: string): number | null;
  /**
   * The unpacked part where it can be had and has no more bytes than stated, otherwise null: for what the text can do
   * without. Whoever asks bounds how much; it does not count among the parts that are read.
   */
  tryRead(name: string): Uint8Array | null;
}

interface Entry {
  flags: number;
  method: number;
  checksum: number;
  packedSize: number;
  statedSize: number;
  headerOffset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
/** The longest comment that may follow the end record. */
const longestComment = 0xffff;
const endRecordSize = 22;
const unknown32 = 0xffffffff;
const inflateStep = 16 * 1024;

/** Unpacked bytes of one part, and of all parts that are read together. */
export interface UnpackingLimits {
  partBytes: number;
  unpackedBytes: number;
}

/** Opens an archive. Throws ExpectedFailure: import.damaged, import.tooLarge. */
export function openArchive(bytes: Uint8Array, limits: UnpackingLimits = importLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = withinBounds(() => readDirectory(bytes, view));
  let unpacked = 0;
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = withinBounds(() =>
        unpack(bytes, view, entry, limits.partBytes, limits.unpackedBytes - unpacked),
      );
      unpacked += part.length;
      return part;
    },
    statedSize: (name) => entries.get(name)?.statedSize ?? null,
    tryRead(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      try {
        return withinBounds(() => unpack(bytes, view, entry, limits.partBytes, entry.statedSize));
      } catch (error) {
        if (error instanceof ExpectedFailure) return null;
        throw error;
      }
    },
  };
}

/** A DataView refuses to read outside of its bytes: the archive lies about its sizes. */
function withinBounds<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw new ExpectedFailure('import.damaged');
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > importLimits.archiveEntries) {
    throw new ExpectedFailure('import.tooLarge', { limit: importLimits.archiveEntries });
  }
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entrySignature) throw new ExpectedFailure('import.damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const packedSize = view.getUint32(at + 20, true);
    const headerOffset = view.getUint32(at + 42, true);
    // Archives beyond 4 GiB are far over every limit here.
    if (packedSize === unknown32 || headerOffset === unknown32) throw new ExpectedFailure('import.damaged');
    entries.set(name.replaceAll('\\', '/'), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize,
      statedSize: view.getUint32(at + 24, true),
      headerOffset,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - endRecordSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new ExpectedFailure('import.damaged');
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  partBytes: number,
  remaining: number,
): Uint8Array {
  if ((entry.flags & 1) !== 0) throw new ExpectedFailure('import.encrypted');
  const { headerOffset: header, packedSize } = entry;
  if (view.getUint32(header, true) !== headerSignature) throw new ExpectedFailure('import.damaged');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedSize > bytes.length) throw new ExpectedFailure('import.damaged');
  const packed = bytes.subarray(start, start + packedSize);
  const most = Math.min(partBytes, remaining);
  const part = entry.method === 8 ? inflate(packed, most, partBytes) : entry.method === 0 ? packed : null;
  if (part === null) throw new ExpectedFailure('import.damaged');
  if (part.length > most) throw tooLarge(partBytes);
  if (crc32(part) !== entry.checksum) throw new ExpectedFailure('import.damaged');
  return part;
}

function inflate(packed: Uint8Array, most: number, partBytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflater = new Inflate((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    ended ||= final;
  });
  for (let at = 0; at < packed.length && !ended; at += inflateStep) {
    const next = Math.min(at + inflateStep, packed.length);
    inflater.push(packed.subarray(at, next), next === packed.length);
    const swollen = size > importLimits.ratioFreeBytes && size > next * importLimits.ratio;
    if (size > most || swollen) throw tooLarge(partBytes);
  }
  const part = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    part.set(piece, offset);
    offset += piece.length;
  }
  return part;
}

function tooLarge(partBytes: number): ExpectedFailure {
  return new ExpectedFailure('import.tooLarge', { limit: limitInWords(partBytes) });
}
