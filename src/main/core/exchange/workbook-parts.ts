/**
 * The parts of an untrusted .xlsx that say what its cells mean: sheets, shared texts, number formats. Source: ECMA-376
 * part 1, 18.2, 18.4, 18.8. Excelts, which writes our workbooks, reads a sheet of a million empty rows in six seconds and
 * a gigabyte; this reader keeps to the archive's limits and builds only what is asked.
 */
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { Archive } from '../import/archive/archive.ts';
import { relationships } from '../import/archive/relationships.ts';
import { childrenOf, readBlocks, type XmlElement } from '../import/archive/xml-elements.ts';
import { exchangeLimits } from './exchange-limits.ts';

export type NumberLook = 'plain' | 'percent' | 'date';

export interface WorkbookParts {
  sheets: { name: string; part: string }[];
  sharedTexts: string[];
  /** How the cells of a style show their numbers. */
  lookOf(style: number): NumberLook;
  /** Days are counted from 1904, as old Macintosh programs did. */
  from1904: boolean;
  macros: boolean;
}

/** Null if the archive is no workbook. Throws ExpectedFailure, import.damaged among others. */
export function readWorkbookParts(archive: Archive): WorkbookParts | null {
  const main = relationships(archive, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const part = main !== undefined && archive.names.has(main) ? main : 'xl/workbook.xml';
  if (!archive.names.has(part) || !part.startsWith('xl/') || part.endsWith('.bin')) return null;
  const related = relationships(archive, part);
  const named = (wanted: string) => related.find(({ kind }) => kind === wanted)?.target ?? '';
  const { sheets, from1904 } = readSheetList(archive, part);
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const target = related.find((each) => each.id === id)?.target;
      return target !== undefined && archive.names.has(target) ? [{ name, part: target }] : [];
    }),
    sharedTexts: readSharedTexts(archive, named('sharedStrings')),
    lookOf: readLooks(archive, named('styles')),
    from1904,
    macros: [...archive.names].some((name) => name.endsWith('vbaProject.bin')),
  };
}

function readSheetList(archive: Archive, part: string) {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  readBlocks(archive.read(part) ?? new Uint8Array(), new Set(['x:workbook', 'x:sheets']), (block) => {
    if (block.name === 'x:workbookPr') from1904 = ['1', 'true'].includes(block.attributes.date1904 ?? '');
    if (block.name !== 'x:sheet') return;
    if (sheets.length >= exchangeLimits.sheets) tooMany(exchangeLimits.sheets);
    sheets.push({ name: block.attributes.name ?? '', id: block.attributes['r:id'] ?? '' });
  });
  return { sheets, from1904 };
}

function readSharedTexts(archive: Archive, part: string): string[] {
  const bytes = archive.read(part);
  const texts: string[] = [];
  if (bytes === null) return texts;
  readBlocks(bytes, new Set(['x:sst']), (block) => {
    if (texts.length >= exchangeLimits.sharedTexts) tooMany(exchangeLimits.sharedTexts);
    if (block.name === 'x:si') texts.push(richText(block));
  });
  return texts;
}

/** The text of an element in all its runs, without the readings above Chinese and Japanese characters (x:rPh). */
export function richText(element: XmlElement): string {
  return childrenOf(element)
    .map((child) => {
      if (child.name === 'x:t') return child.children.filter((text) => typeof text === 'string').join('');
      return child.name === 'x:r' ? richText(child) : '';
    })
    .join('')
    .slice(0, exchangeLimits.cellText);
}

/** Built-in formats (18.8.30) of percentages and days; 27–36 and 50–58 are days in Chinese. */
const percentFormats = new Set([9, 10]);
const dateFormats = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

function readLooks(archive: Archive, part: string): (style: number) => NumberLook {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const bytes = archive.read(part);
  if (bytes !== null) {
    readBlocks(bytes, new Set(['x:styleSheet', 'x:numFmts', 'x:cellXfs']), ({ name, attributes }) => {
      if (name === 'x:numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      // Only in cellXfs: cellStyleXfs is a block of its own, read past as one.
      if (name === 'x:xf') styles.push(Number(attributes.numFmtId ?? 0));
    });
  }
  return (style) => {
    const id = styles[style] ?? 0;
    const code = codes.get(id);
    if (code !== undefined) return lookOfCode(code);
    return percentFormats.has(id) ? 'percent' : dateFormats(id) ? 'date' : 'plain';
  };
}

/** By the first section of a format code, what is quoted, escaped or in brackets left out. */
function lookOfCode(code: string): NumberLook {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '')
    .toLowerCase()
    .split(';');
  if (first.includes('%')) return 'percent';
  return /y|d|年|月/u.test(first.replace('general', '')) ? 'date' : 'plain';
}

function tooMany(limit: number): never {
  throw new ExpectedFailure('import.tooLarge', { limit });
}
