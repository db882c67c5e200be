/** Font files with nothing but names, for the reader of names. */

export interface NameRecord {
  platform: number;
  encoding: number;
  nameId: number;
  bytes: Uint8Array;
}

export function windowsName(text: string, nameId = 1): NameRecord {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    new DataView(bytes.buffer).setUint16(index * 2, text.charCodeAt(index));
  }
  return { platform: 3, encoding: 1, nameId, bytes };
}

/** One face at `offset` of its file. */
export function fontFace(names: readonly NameRecord[], offset = 0): Uint8Array {
  const strings = names.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const tableLength = 6 + names.length * 12 + strings;
  const file = new Uint8Array(12 + 16 + tableLength);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 1);
  view.setUint32(12, 0x6e616d65);
  view.setUint32(20, offset + 28);
  view.setUint32(24, tableLength);
  view.setUint16(30, names.length);
  view.setUint16(32, 6 + names.length * 12);
  let place = 0;
  names.forEach(({ platform, encoding, nameId, bytes }, index) => {
    const record = 34 + index * 12;
    view.setUint16(record, platform);
    view.setUint16(record + 2, encoding);
    view.setUint16(record + 6, nameId);
    view.setUint16(record + 8, bytes.length);
    view.setUint16(record + 10, place);
    file.set(bytes, 28 + 6 + names.length * 12 + place);
    place += bytes.length;
  });
  return file;
}

/** A collection of faces. */
export function fontCollection(faces: readonly (readonly NameRecord[])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let offset = 12 + faces.length * 4;
  const head = new Uint8Array(offset);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0x74746366);
  view.setUint32(8, faces.length);
  faces.forEach((names, index) => {
    view.setUint32(12 + index * 4, offset);
    const face = fontFace(names, offset);
    parts.push(face);
    offset += face.length;
  });
  return Buffer.concat([head, ...parts]);
}
