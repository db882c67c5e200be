/**
 * Streams of an untrusted compound file. Source: [MS-CFB] 2. Only the streams that stand in the root are known, not
 * those of embedded objects. Every chain of sectors is followed no further than what it may hold: the libraries for
 * this format follow circles without end and copy chains that share sectors again and again.
 */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits, limitInWords } from '../import-limits.ts';
import { type Fields, fieldsOf } from './fields-of-bytes.ts';

export interface CompoundFile {
  names: ReadonlySet<string>;
  /** The stream, or null if there is none of that name. Throws RangeError or ExpectedFailure. */
  read(name: string): Uint8Array | null;
}

interface Entry {
  start: number;
  size: number;
}

const entrySize = 128;
const miniSectorSize = 64;
/** Shorter streams stand in the mini stream. */
const miniCutoff = 4096;
const addressesInHeader = 109;
const streamType = 2;

/** Opens a compound file. Throws RangeError where it is cut short, ExpectedFailure import.damaged, import.tooLarge. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const header = fieldsOf(bytes);
  const shift = header.unsigned16(30);
  if (shift !== 9 && shift !== 12) throw new ExpectedFailure('import.damaged');
  const sectorSize = 2 ** shift;
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1;
  const sectorAt = (sector: number) => (sector + 1) * sectorSize;

  const tables = allocationSectors(header, sectorSize, sectorCount, sectorAt);
  const perSector = sectorSize / 4;
  const nextSector = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    if (table === undefined) throw new ExpectedFailure('import.damaged');
    return header.signed32(sectorAt(table) + (sector % perSector) * 4);
  };
  /** The first `size` bytes of a chain; all of it where `size` is null. */
  const readChain = (start: number, size: number | null): Uint8Array => {
    const most = size === null ? sectorCount : Math.ceil(size / sectorSize);
    const pieces = chainOf(start, most, size === null, nextSector).map((sector) => {
      if (sector >= sectorCount) throw new ExpectedFailure('import.damaged');
      return bytes.subarray(sectorAt(sector), sectorAt(sector) + sectorSize);
    });
    return exactly(Buffer.concat(pieces), size);
  };

  const directory = fieldsOf(readChain(header.signed32(48), null));
  const root = entryAt(directory, 0);
  const entries = streamsOfRoot(directory);
  let mini: { stream: Uint8Array; table: Fields } | null = null;
  const readMini = ({ start, size }: Entry): Uint8Array => {
    mini ??= {
      stream: readChain(root.start, withinLimit(root.size)),
      table: fieldsOf(readChain(header.signed32(60), null)),
    };
    const { stream, table } = mini;
    const sectors = chainOf(start, Math.ceil(size / miniSectorSize), false, (sector) =>
      table.signed32(sector * 4),
    );
    const pieces = sectors.map((sector) =>
      stream.subarray(sector * miniSectorSize, (sector + 1) * miniSectorSize),
    );
    return exactly(Buffer.concat(pieces), size);
  };
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.size === 0) return new Uint8Array();
      return entry.size < miniCutoff ? readMini(entry) : readChain(entry.start, withinLimit(entry.size));
    },
  };
}

/** Sectors of a chain, at most `most`; `toItsEnd`: a longer one goes round in a circle. */
function chainOf(start: number, most: number, toItsEnd: boolean, next: (sector: number) => number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector >= 0; sector = next(sector)) {
    if (sectors.length === most) {
      if (toItsEnd) throw new ExpectedFailure('import.damaged');
      break;
    }
    sectors.push(sector);
  }
  return sectors;
}

/** Where the sectors of the allocation table are ([MS-CFB] 2.5). */
function allocationSectors(
  header: Fields,
  sectorSize: number,
  sectorCount: number,
  sectorAt: (sector: number) => number,
): number[] {
  const found: number[] = [];
  const take = (at: number, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const sector = header.signed32(at + index * 4);
      if (sector >= 0) found.push(sector);
    }
  };
  take(76, addressesInHeader);
  const perSector = sectorSize / 4 - 1;
  // No file needs more of these than it has sectors to be addressed.
  const most = Math.ceil(sectorCount / perSector);
  const more = chainOf(header.signed32(68), most, false, (sector) =>
    header.signed32(sectorAt(sector) + perSector * 4),
  );
  for (const sector of more) take(sectorAt(sector), perSector);
  return found;
}

function entryAt(directory: Fields, index: number): Entry {
  return {
    start: directory.signed32(index * entrySize + 116),
    size: directory.unsigned32(index * entrySize + 120),
  };
}

/** Streams below the root entry: a tree of siblings, each visited once ([MS-CFB] 2.6.4). */
function streamsOfRoot(directory: Fields): Map<string, Entry> {
  const count = Math.floor(directory.length / entrySize);
  const entries = new Map<string, Entry>();
  const visited = new Set<number>();
  const waiting = [directory.signed32(76)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index < 0 || visited.has(index)) continue;
    if (index >= count) throw new ExpectedFailure('import.damaged');
    visited.add(index);
    if (visited.size > importLimits.archiveEntries) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.archiveEntries });
    }
    const at = index * entrySize;
    waiting.push(directory.signed32(at + 68), directory.signed32(at + 72));
    if (directory.unsigned8(at + 66) !== streamType) continue;
    const nameLength = Math.min(Math.max(directory.unsigned16(at + 64) - 2, 0), 62);
    entries.set(Buffer.from(directory.slice(at, nameLength)).toString('utf16le'), entryAt(directory, index));
  }
  return entries;
}

function exactly(bytes: Uint8Array, size: number | null): Uint8Array {
  if (size === null) return bytes;
  if (bytes.length < size) throw new ExpectedFailure('import.damaged');
  return bytes.subarray(0, size);
}

function withinLimit(size: number): number {
  if (size > importLimits.streamBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(importLimits.streamBytes) });
  }
  return size;
}
