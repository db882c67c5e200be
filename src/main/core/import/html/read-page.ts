/**
 * A web page as source paragraphs. The page's characters are those a reader can see: the text of its body, what is
 * hidden or belongs to its controls listed as left out, and its title. Scripts, styles, comments and attributes are
 * machinery and count as none.
 */
import { isChinese } from '../../../../shared/domain/text/characters.ts';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { createDocumentSink, type DocumentSink } from '../document-sink.ts';
import { importLimits, limitInWords } from '../import-limits.ts';
import { importWarnings } from '../import-warnings.ts';
import { plainParagraph, type SourceDocument, type SourceParagraph } from '../source-document.ts';
import { emitTable } from '../table-rows.ts';
import { type PageElement, type PageNode, pageTree } from './bounded-tree.ts';
import { decodePage } from './decode-page.ts';
import { blocks, headingLevelOf, machinery, preformatted, reasonToLeaveOut } from './element-kinds.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { cellsOf, gridOf, isLayout } from './tables.ts';

type Emit = (paragraph: SourceParagraph) => void;

/** Where a piece of text stands. */
interface Surroundings {
  headingLevel: number | null;
  preformatted: boolean;
}

/** Throws ExpectedFailure import.tooLarge. */
export function readPage(bytes: Uint8Array): SourceDocument {
  if (bytes.length > importLimits.pageBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(importLimits.pageBytes) });
  }
  const decoded = decodePage(bytes);
  const tree = pageTree(decoded.text);
  const sink = createDocumentSink();
  const title = findTitle(tree.childNodes);
  if (title !== null) sink.drop(textWithin(title), 'metadata');
  readNodes(tree.childNodes, sink, sink.paragraph);
  const source = sink.finish();
  const warnings = [];
  if (decoded.guessed) warnings.push(importWarnings.encodingGuessed(decoded.encoding));
  if (decoded.undecodable > 0) warnings.push(importWarnings.undecodable(decoded.undecodable));
  return { ...source, warnings: [...warnings, ...source.warnings] };
}

/** Reads nodes that follow each other and stand apart from those around them: the page, a cell. */
function readNodes(nodes: readonly PageNode[], sink: DocumentSink, emit: Emit): void {
  let line = '';
  const endLine = ({ headingLevel, preformatted }: Surroundings): void => {
    const text = preformatted ? line : collapseBlanks(line);
    line = '';
    if (text !== '') emit({ ...plainParagraph(text), styleLevel: headingLevel, mayBeWrapped: preformatted });
  };
  const blankLine = (around: Surroundings): void => {
    if (line.trim() === '') emit(plainParagraph(''));
    endLine(around);
  };
  const readText = (text: string, around: Surroundings): void => {
    if (!around.preformatted) {
      line += text;
      return;
    }
    text.split(/\r\n|[\n\r\f\v]/).forEach((piece, index) => {
      if (index > 0) blankLine(around);
      line += piece;
    });
  };
  const readElement = (element: PageElement, around: Surroundings): void => {
    if (machinery.has(element.tagName)) return;
    const reason = reasonToLeaveOut(element);
    if (reason !== null) {
      if (element.tagName === 'svg') sink.picturesLeftOut(1);
      sink.drop(collapseBlanks(textWithin(element)), reason);
      return;
    }
    if (element.tagName === 'img') readPicture(element, sink);
    else if (element.tagName === 'br') blankLine(around);
    else if (element.tagName === 'table') {
      endLine(around);
      readTable(element, around);
    } else if (blocks.has(element.tagName)) {
      const within = {
        headingLevel: headingLevelOf(element) ?? around.headingLevel,
        preformatted: around.preformatted || preformatted.has(element.tagName),
      };
      endLine(around);
      readAll(element.childNodes, within);
      endLine(within);
    } else {
      readAll(element.childNodes, around);
    }
  };
  const readAll = (children: readonly PageNode[], around: Surroundings): void => {
    for (const node of children) {
      if ('tagName' in node) readElement(node, around);
      else if (node.nodeName === '#text' && 'value' in node) readText(node.value, around);
    }
  };
  const readTable = (table: PageElement, around: Surroundings): void => {
    const rows = cellsOf(table);
    if (isLayout(rows, textWithin)) {
      sink.flattenedTable();
      for (const child of table.childNodes) readAll([child], around);
      return;
    }
    // What stands outside of the cells, a caption above all, comes first.
    for (const child of table.childNodes) {
      if ('tagName' in child && child.tagName === 'caption') readElement(child, around);
    }
    emitTable(
      gridOf(rows, (cell) => cellText(cell, sink)),
      sink,
      emit,
    );
  };
  const outside: Surroundings = { headingLevel: null, preformatted: false };
  readAll(nodes, outside);
  endLine(outside);
}

function readPicture(element: PageElement, sink: DocumentSink): void {
  const picture = embeddedPicture(element.attrs.find(({ name }) => name === 'src')?.value ?? '');
  if (picture === null) sink.picturesLeftOut(1);
  else sink.picture(picture);
}

function cellText(cell: PageElement, sink: DocumentSink): string {
  const lines: string[] = [];
  readNodes(cell.childNodes, sink, ({ text }) => lines.push(text.trim()));
  return lines.filter((line) => line !== '').join('\n');
}

/** All text of an element that is not machinery, a line for each block. */
function textWithin(element: PageElement): string {
  const inner = element.childNodes.map((node) => {
    if ('tagName' in node) return machinery.has(node.tagName) ? '' : textWithin(node);
    return node.nodeName === '#text' && 'value' in node ? node.value : '';
  });
  const text = inner.join('');
  return blocks.has(element.tagName) || element.tagName === 'br' ? `${text}\n` : text;
}

function findTitle(nodes: readonly PageNode[]): PageElement | null {
  const html = nodes.find((node): node is PageElement => 'tagName' in node && node.tagName === 'html');
  const head = html?.childNodes.find(
    (node): node is PageElement => 'tagName' in node && node.tagName === 'head',
  );
  const title = head?.childNodes.find(
    (node): node is PageElement => 'tagName' in node && node.tagName === 'title',
  );
  return title ?? null;
}

/**
 * Blanks as a page shows them: one for a run of them, none where a line of the source ends between Chinese characters
 * (CSS Text 3, 4.1.3). Firm and ideographic blanks stay: they indent.
 */
function collapseBlanks(text: string): string {
  return text
    .replace(/[ \t\n\r\f]+/g, (run, at: number) =>
      /[\n\r]/.test(run) && isChinese(text[at - 1]) && isChinese(text[at + run.length]) ? '' : ' ',
    )
    .replace(/^ | $/g, '');
}
