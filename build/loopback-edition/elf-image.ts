/** Leaves out of an ELF program what is only for debuggers. */

const magic = 0x7f454c46;
const segmentEntryBytes = 56;

/**
 * The program up to the end of its last segment. What the system loads is described by the segments and stays byte for
 * byte; what follows them (symbol and debugging sections, the list of sections) is read by debuggers alone. Works for any
 * processor and gives the same bytes everywhere, which `strip` of whatever machine packs would not. Throws for what is no
 * 64-bit little-endian ELF program.
 */
export function withoutDebugSections(program: Uint8Array): Buffer {
  const bytes = Buffer.from(program);
  if (bytes.length < 64 || bytes.readUInt32BE(0) !== magic || bytes[4] !== 2 || bytes[5] !== 1) {
    throw new Error('not a 64-bit little-endian ELF program');
  }
  const tableOffset = Number(bytes.readBigUInt64LE(32));
  const entryBytes = bytes.readUInt16LE(54);
  const count = bytes.readUInt16LE(56);
  if (entryBytes !== segmentEntryBytes) throw new Error('an ELF program with segments of another shape');
  let end = tableOffset + entryBytes * count;
  for (let index = 0; index < count; index += 1) {
    const entry = tableOffset + index * entryBytes;
    const offset = Number(bytes.readBigUInt64LE(entry + 8));
    end = Math.max(end, offset + Number(bytes.readBigUInt64LE(entry + 32)));
  }
  if (end > bytes.length) throw new Error('an ELF program that ends in the middle of a segment');
  const image = Buffer.from(bytes.subarray(0, end));
  // There is no list of sections any more: its place, its length and the index of their names.
  image.writeBigUInt64LE(0n, 40);
  image.writeUInt16LE(0, 60);
  image.writeUInt16LE(0, 62);
  return image;
}
