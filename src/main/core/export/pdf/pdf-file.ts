/**
 * The objects of a .pdf as the printing browser writes it: a plain file of PDF 1.4 with one table of places, written anew
 * with some objects changed. Source: ISO 32000-1, 7.5. Anything else (compressed objects, several revisions) is refused.
 */

export interface PdfFile {
  /** Each object's bytes from «n 0 obj» to «endobj», by its number. */
  objects: Map<number, Buffer>;
  /** Number of the document's root. */
  root: number;
  /** Number of the document's properties. */
  info: number;
}

const header = Buffer.from('%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n', 'latin1');

/** Null where the file is not of that plain kind. */
export function readPdfFile(bytes: Uint8Array): PdfFile | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-1024).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < file.length)) return null;
  const table = file.subarray(start).toString('latin1');
  const entries =
    /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s{1,2})+)trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(table);
  const [, count = '', places = '', trailer = ''] = entries ?? [];
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN);
  const info = Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN);
  if (entries === null || /\/(?:Prev|Encrypt)\b/.test(trailer)) return null;
  const objects = objectsAt(file, places, start);
  const complete =
    objects !== null && objects.size <= Number(count) && objects.has(root) && objects.has(info);
  return complete ? { objects, root, info } : null;
}

/** An object reaches as far as the next one, or to the table. */
function objectsAt(file: Buffer, places: string, end: number): Map<number, Buffer> | null {
  const starts = Array.from(places.matchAll(/(\d{10}) \d{5} ([nf])/g), ([, place, kind], number) => ({
    number,
    start: kind === 'n' ? Number(place) : -1,
  }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const objects = new Map<number, Buffer>();
  for (const [index, { number, start }] of starts.entries()) {
    const object = file.subarray(start, starts[index + 1]?.start ?? end);
    if (
      object
        .subarray(0, 24)
        .toString('latin1')
        .match(/^(\d+) 0 obj\b/)?.[1] !== `${number}`
    )
      return null;
    objects.set(number, object);
  }
  return objects;
}

/** The file of these objects, in one revision. */
export function writePdfFile({ objects, root, info }: PdfFile): Uint8Array {
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const size = (numbers.at(-1) ?? 0) + 1;
  const places = new Map<number, number>();
  const parts: Buffer[] = [header];
  let length = header.length;
  for (const number of numbers) {
    const object = objects.get(number) ?? Buffer.alloc(0);
    places.set(number, length);
    parts.push(object);
    length += object.length;
  }
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined
      ? `0000000000 ${number === 0 ? '65535' : '00001'} f \n`
      : `${`${place}`.padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
}

/** An object of text; what is outside of Latin-1 must have been written as hexadecimal before. */
export function textObject(number: number, content: string): Buffer {
  return Buffer.from(`${number} 0 obj\n${content}\nendobj\n`, 'latin1');
}

/** A stream without filter or with the usual one: its bytes as they stand, and whether they are compressed. */
export function streamOf(object: Buffer): { data: Buffer; compressed: boolean } | null {
  const start = object.indexOf('stream');
  if (start === -1) return null;
  const dictionary = object.subarray(0, start).toString('latin1');
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1];
  const first = start + 'stream'.length + (object[start + 'stream'.length] === 0x0d ? 2 : 1);
  const usual = filter === undefined || filter === 'FlateDecode';
  if (!usual || /\/DecodeParms/.test(dictionary) || !(first + length <= object.length)) return null;
  return { data: object.subarray(first, first + length), compressed: filter !== undefined };
}

/** An object of a compressed stream. */
export function streamObject(number: number, data: Buffer): Buffer {
  const head = `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}
