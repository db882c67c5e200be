/** Little-endian fields of untrusted bytes. Reading outside of them throws RangeError, as a DataView does. */
export interface Fields {
  length: number;
  unsigned8(at: number): number;
  unsigned16(at: number): number;
  signed16(at: number): number;
  unsigned32(at: number): number;
  signed32(at: number): number;
  /** The bytes from `at`, all of which must be there. */
  slice(at: number, length: number): Uint8Array;
}

export function fieldsOf(bytes: Uint8Array): Fields {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: bytes.length,
    unsigned8: (at) => view.getUint8(at),
    unsigned16: (at) => view.getUint16(at, true),
    signed16: (at) => view.getInt16(at, true),
    unsigned32: (at) => view.getUint32(at, true),
    signed32: (at) => view.getInt32(at, true),
    slice(at, length) {
      if (at < 0 || length < 0 || at + length > bytes.length) throw new RangeError('outside of the bytes');
      return bytes.subarray(at, at + length);
    },
  };
}
