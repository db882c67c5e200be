/** Laws of the import, asked of what was read by looking into the file another way. */
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import type { ParsedReport } from '../../src/shared/domain/parsed-report.ts';

/** How often each character stands in a text, blanks left out. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function accounted(parsed: ParsedReport): string {
  return [...parsed.paragraphs, ...parsed.dropped].map(({ text }) => text).join('\n');
}

/** Characters of `text` that the reading neither keeps nor lists as left out; '' where the law holds. */
export function unaccounted(text: string, parsed: ParsedReport): string {
  const found = countsOf(accounted(parsed));
  return [...countsOf(text)]
    .flatMap(([character, count]) => (count > (found.get(character) ?? 0) ? [character] : []))
    .join('');
}

/** What was read holds something that the text has not. */
export function invented(text: string, parsed: ParsedReport): string {
  const had = countsOf(text);
  return [...countsOf(accounted(parsed))]
    .flatMap(([character, count]) => (count > (had.get(character) ?? 0) ? [character] : []))
    .join('');
}

/** Of each element of the name the text right in it, where none of the elements above it is one of `outside`. */
function textOfElements(xml: string, name: RegExp, outside: RegExp): string {
  const parser = new SaxesParser();
  const open: string[] = [];
  const texts: string[] = [];
  parser.on('opentag', (tag) => open.push(tag.name));
  parser.on('closetag', () => open.pop());
  const add = (text: string) => {
    if (name.test(open.at(-1) ?? '') && !open.some((each) => outside.test(each))) texts.push(text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return texts.join('');
}

function partText(bytes: Uint8Array, name: string): string | null {
  const part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
  return part === undefined ? null : new TextDecoder().decode(part);
}

/**
 * Text of the runs of a .docx; null where it is not told by its tags alone: alternatives, names of its own, parts that
 * stand elsewhere. Properties are no place of text.
 */
export function docxText(bytes: Uint8Array): string | null {
  const main = partText(bytes, 'word/document.xml');
  const names = partText(bytes, '_rels/.rels');
  if (main === null || names?.includes('word/document.xml') !== true) return null;
  const usual =
    /<w:document\b[^>]*xmlns:w="http:\/\/schemas.openxmlformats.org\/wordprocessingml\/2006\/main"/;
  if (
    !usual.test(main) ||
    main.includes('AlternateContent') ||
    main.match(/xmlns:/g)?.length !== usualNames(main)
  )
    return null;
  return textOfElements(
    main,
    /^w:t$/,
    /^w:(\w+Pr|instrText|delInstrText|fldData|tblPr|t|delText|sym|br|tab|cr)$(?<!^w:t$)/,
  );
}

/** Namespaces are declared at the root only. */
function usualNames(xml: string): number {
  return /<w:document\b[^>]*>/.exec(xml)?.[0].match(/xmlns:/g)?.length ?? 0;
}

const machinery = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'noembed',
  'noframes',
  'textarea',
  'title',
  'select',
  'option',
  'object',
  'svg',
  'math',
]);

/** Text that a page shows, by the tree that a browser makes of it. */
export function pageText(html: string): string {
  const texts: string[] = [];
  const read = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('childNodes' in node && !machinery.has(node.nodeName))
      for (const child of node.childNodes) read(child);
  };
  read(parse(html));
  return texts.join('');
}
