/** Reads one file out of an uncompressed tar archive such as npm makes. */

const block = 512;

/**
 * The bytes of the regular file `name`; `null` where the archive has none. Names of up to 100 bytes, or 255 with the prefix
 * of ustar; longer ones (pax) are passed over. Throws for an archive that ends in the middle of a file.
 */
export function readTarMember(archive: Uint8Array, name: string): Uint8Array | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let offset = 0; offset + block <= bytes.length; ) {
    const header = bytes.subarray(offset, offset + block);
    if (header[0] === 0) return null;
    const prefix = textAt(header, 345, 155);
    const path = prefix === '' ? textAt(header, 0, 100) : `${prefix}/${textAt(header, 0, 100)}`;
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const start = offset + block;
    if (!Number.isSafeInteger(size) || size < 0 || start + size > bytes.length) {
      throw new Error('the tar archive is damaged');
    }
    const isFile = header[156] === 0x30 || header[156] === 0;
    if (isFile && path === name) return bytes.subarray(start, start + size);
    offset = start + Math.ceil(size / block) * block;
  }
  return null;
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString('utf8');
}
