/**
 * The family names that a font file states of itself: the `name` table of TrueType, OpenType and their collections.
 * Source: OpenType 1.9, «Font file», «TTC header», «name — Naming table».
 */

/** Reads at most `length` bytes from `offset` on: fewer where the file ends. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** Bounds for files that lie about themselves; real fonts stay far below. */
const maximumFaces = 64;
const maximumTables = 256;
const maximumNames = 2_000;
const maximumNameTableBytes = 512 * 1024;
const maximumNameBytes = 256;

const collectionTag = 0x74746366; // ttcf
const sfntVersions: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]); // 1.0, OTTO, true
const nameTableTag = 0x6e616d65; // name

/** Family and typographic family. */
const familyNameIds: ReadonlySet<number> = new Set([1, 16]);

/** Families of all faces in the file, each once, in the order found; none where it is no font or is malformed. */
export function readFamilyNames(readAt: ReadAt): string[] {
  const found = new Set<string>();
  for (const offset of faceOffsets(readAt)) {
    for (const name of namesOfFace(readAt, offset)) found.add(name);
  }
  return [...found];
}

function faceOffsets(readAt: ReadAt): number[] {
  const head = view(readAt(0, 12));
  if (head.byteLength < 12) return [];
  if (head.getUint32(0) !== collectionTag) return [0];
  const count = Math.min(head.getUint32(8), maximumFaces);
  const offsets = view(readAt(12, count * 4));
  return Array.from({ length: Math.floor(offsets.byteLength / 4) }, (_, index) =>
    offsets.getUint32(index * 4),
  );
}

function namesOfFace(readAt: ReadAt, offset: number): string[] {
  const head = view(readAt(offset, 12));
  if (head.byteLength < 12 || !sfntVersions.has(head.getUint32(0))) return [];
  const count = Math.min(head.getUint16(4), maximumTables);
  const tables = view(readAt(offset + 12, count * 16));
  for (let place = 0; place + 16 <= tables.byteLength; place += 16) {
    if (tables.getUint32(place) === nameTableTag) {
      const length = Math.min(tables.getUint32(place + 12), maximumNameTableBytes);
      return namesOfTable(readAt(tables.getUint32(place + 8), length));
    }
  }
  return [];
}

function namesOfTable(bytes: Uint8Array): string[] {
  const table = view(bytes);
  if (table.byteLength < 6) return [];
  const count = Math.min(table.getUint16(2), maximumNames);
  const strings = table.getUint16(4);
  const names: string[] = [];
  for (
    let record = 6, index = 0;
    index < count && record + 12 <= table.byteLength;
    index += 1, record += 12
  ) {
    const length = table.getUint16(record + 8);
    const start = strings + table.getUint16(record + 10);
    const wanted = familyNameIds.has(table.getUint16(record + 6)) && length <= maximumNameBytes;
    if (!wanted || start + length > table.byteLength) continue;
    const encoding = encodingOf(table.getUint16(record), table.getUint16(record + 2));
    const name = encoding === null ? '' : decode(bytes.subarray(start, start + length), encoding);
    if (name !== '') names.push(name);
  }
  return names;
}

/** Encodings of Unicode, Windows and Macintosh records that Chinese and Western fonts use; null for all others. */
function encodingOf(platform: number, encoding: number): string | null {
  if (platform === 0) return 'utf-16be';
  if (platform === 3) {
    return encoding === 3 ? 'gb18030' : encoding === 4 ? 'big5' : 'utf-16be';
  }
  if (platform === 1) {
    return encoding === 0 ? 'macintosh' : encoding === 25 ? 'gb18030' : encoding === 2 ? 'big5' : null;
  }
  return null;
}

/** Old fonts pad one-byte characters with zeros. A name that holds what is no character of a name is none. */
function decode(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '').trim();
  return /[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(text) ? '' : text;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
