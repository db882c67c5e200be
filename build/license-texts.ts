import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences of which parts may be shipped: all let the program be given away, none asks for its source. */
export const allowedLicenses: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'blessing',
]);

/** Whether every part of an SPDX expression is allowed, or of alternatives one. Parentheses are refused. */
export function isAllowedLicense(expression: string): boolean {
  return expression
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((license) => allowedLicenses.has(license)));
}

const textFile = /^(licen[cs]e|copying|notice|third[-_]party|ofl)/i;

/** All licence and notice files of a package, in a folder `licenses` too, by name. Line ends are made `\n`. */
export function licenseTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => textFile.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory()
        ? licenseTexts(path)
        : [readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trim()];
    });
}

/** The standard text of a licence, for a package that names it and does not bring it. Throws for one not needed so far. */
export function standardText(license: string, holder: string): string {
  const text = readStandard(license);
  return text.replace('{holder}', holder);
}

function readStandard(license: string): string {
  if (!/^[\w.-]+$/.test(license)) throw new Error(`no standard text of ${license}`);
  return readFileSync(join(import.meta.dirname, 'licenses', `${license}.txt`), 'utf8').trim();
}
