/** What a printing browser does not do by itself: the document's properties, and glyphs named by its own characters. */
import { deflateSync, inflateSync } from 'node:zlib';
import { correctCharacterMap } from './character-map.ts';
import { readPdfFile, streamObject, streamOf, textObject, writePdfFile } from './pdf-file.ts';

export interface PdfProperties {
  title: string;
  /** The organ that signs; no person's name stands in the file. */
  author: string;
  /** Every character that is printed. */
  characters: ReadonlySet<string>;
}

const programName = '乡报';
const largestMap = 4 * 1024 * 1024;

/** The file with these properties and no others; null where it is no usual file of a browser. */
export function finishPdf(printed: Uint8Array, properties: PdfProperties): Uint8Array | null {
  const file = readPdfFile(printed);
  if (file === null) return null;
  const { objects, info } = file;
  const before = objects.get(info)?.toString('latin1') ?? '';
  objects.set(info, textObject(info, infoDictionary(before, properties)));
  for (const number of characterMaps(objects.values())) {
    const corrected = correctedMap(objects.get(number), properties.characters);
    if (corrected !== null) objects.set(number, streamObject(number, corrected));
  }
  return writePdfFile(file);
}

/** Producer and dates stay as the browser wrote them. */
function infoDictionary(before: string, { title, author }: PdfProperties): string {
  const kept = ['Producer', 'CreationDate', 'ModDate'].flatMap((name) => {
    const value = new RegExp(`/${name} (\\([^()\\\\]*\\))`).exec(before)?.[1];
    return value === undefined ? [] : [`/${name} ${value}`];
  });
  const own = [
    `/Title ${textString(title)}`,
    `/Author ${textString(author)}`,
    `/Creator ${textString(programName)}`,
  ];
  return `<<${[...own, ...kept].join('\n')}>>`;
}

/** UTF-16 with its mark, in hexadecimal. */
function textString(text: string): string {
  const hexadecimal = Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
  return `<FEFF${hexadecimal}>`;
}

/** Numbers of the objects that fonts name as their character maps. */
function characterMaps(objects: Iterable<Buffer>): Set<number> {
  const numbers = new Set<number>();
  for (const object of objects) {
    const stream = object.indexOf('stream');
    const dictionary = object.subarray(0, stream === -1 ? object.length : stream).toString('latin1');
    for (const [, number] of dictionary.matchAll(/\/ToUnicode (\d+) 0 R/g)) numbers.add(Number(number));
  }
  return numbers;
}

function correctedMap(object: Buffer | undefined, characters: ReadonlySet<string>): Buffer | null {
  const stream = object === undefined ? null : streamOf(object);
  if (stream === null) return null;
  try {
    const data = stream.compressed ? inflateSync(stream.data, { maxOutputLength: largestMap }) : stream.data;
    const corrected = correctCharacterMap(data.toString('latin1'), characters);
    return corrected === null ? null : deflateSync(Buffer.from(corrected, 'latin1'));
  } catch {
    // Not understood: the glyphs keep the names that the browser gave them.
    return null;
  }
}
