/** Small Word binary documents made field by field, so that tests say exactly what a file holds. */
import { utils, write } from 'cfb';

interface DocOptions {
  /** Pieces of the text, in order; `narrow`: one byte for each character. */
  pieces: { text: string; narrow?: boolean }[];
  identifier?: number;
  version?: number;
  flags?: number;
  /** Lengths of main text, footnotes, headers, macros, comments …; the main text alone by default. */
  lengths?: number[];
}

const textAt = 2048;

/** A document without any formatting: [MS-DOC] 2.5 (head), 2.9.38 (pieces). */
export function docOf({
  pieces,
  identifier = 0xa5ec,
  version = 0xc1,
  flags = 0,
  lengths,
}: DocOptions): Buffer {
  const texts = pieces.map(({ text, narrow }) => Buffer.from(text, narrow === true ? 'latin1' : 'utf16le'));
  const document = Buffer.alloc(textAt + 4096 + texts.reduce((size, each) => size + each.length, 0));
  document.writeUInt16LE(identifier, 0);
  document.writeUInt16LE(version, 2);
  document.writeUInt16LE(flags, 10);
  document.writeUInt16LE(14, 32);
  document.writeUInt16LE(22, 62);
  const characters = pieces.reduce((count, { text }) => count + text.length, 0);
  (lengths ?? [characters]).forEach((length, index) => {
    document.writeUInt32LE(length, 64 + (3 + index) * 4);
  });
  document.writeUInt16LE(93, 152);

  const clx = Buffer.alloc(5 + 4 + pieces.length * 12);
  clx.writeUInt8(2, 0);
  clx.writeUInt32LE(clx.length - 5, 1);
  let position = 0;
  // Pieces stand in the file in the opposite order.
  let at = document.length;
  pieces.forEach(({ text, narrow }, index) => {
    const bytes = texts[index] ?? Buffer.alloc(0);
    at -= bytes.length;
    bytes.copy(document, at);
    position += text.length;
    clx.writeUInt32LE(position, 5 + (index + 1) * 4);
    const record = 5 + (pieces.length + 1) * 4 + index * 8;
    clx.writeUInt32LE(narrow === true ? (at * 2) | 0x40000000 : at, record + 2);
  });
  document.writeUInt32LE(0, 154 + 33 * 8);
  document.writeUInt32LE(clx.length, 154 + 33 * 8 + 4);
  return compoundOf({ WordDocument: document, '0Table': clx });
}

export function compoundOf(streams: Record<string, Uint8Array>): Buffer {
  const container = utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, content);
  return Buffer.from(write(container, { type: 'buffer' }));
}
