/** The predefined character maps (Adobe CMap resources): fonts that a file names but does not hold are read by them. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** Folder of the maps, with the separator that pdf.js wants at its end: beside the bundle, or in the package. */
export function characterMapFolder(): string {
  const beside = join(import.meta.dirname, 'cmaps');
  const folder = existsSync(beside)
    ? beside
    : join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  return `${folder}${sep}`;
}
