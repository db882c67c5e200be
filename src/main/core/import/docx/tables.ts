/**
 * Tables. In `tables` merged cells repeat their text in every row and column they cover; as paragraphs, one per row
 * with cells joined by tabs, each text stands once, in the cell that holds it, so that nothing is counted twice.
 * Source: ECMA-376 part 1, 17.4.17 (gridSpan), 17.4.85 (vMerge).
 */
import { plainParagraph, type SourceParagraph } from '../source-document.ts';
import type { DocumentSink } from './document-sink.ts';
import { wholeNumber } from './numbering-definitions.ts';
import { textWithin } from './paragraph-text.ts';
import { childOf, childrenOf, childValue, type XmlElement } from './xml-elements.ts';

/** Word's own bound on columns. */
const mostColumns = 63;

type Emit = (paragraph: SourceParagraph) => void;
/** Reads the blocks of a cell, handing their paragraphs to `emit`. */
type ReadBlocks = (blocks: readonly XmlElement[], emit: Emit) => void;

interface Cell {
  text: string;
  /** Columns covered, at least 1. */
  span: number;
  /** Goes on with the cell above. */
  continuesAbove: boolean;
}

/** Reads a table; one of a single cell is a frame around text, whose paragraphs are taken as they are. */
export function readTable(table: XmlElement, sink: DocumentSink, emit: Emit, readBlocks: ReadBlocks): void {
  const rows = elementsNamed(table, 'w:tr');
  const only = rows.length === 1 ? rows.flatMap((row) => elementsNamed(row, 'w:tc')) : [];
  if (only.length === 1) {
    sink.flattenedTable();
    readBlocks(only.flatMap(childrenOf), emit);
    return;
  }
  const read: string[][] = [];
  /** Text last begun in each column. */
  const above: string[] = [];
  for (const row of rows) {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined) {
      sink.drop(textWithin(row), 'deletedRevision');
      continue;
    }
    const before = Math.min(wholeNumber(childValue(properties, 'w:gridBefore'), 0), mostColumns);
    const repeated = new Array<string>(before).fill('');
    const once = [...repeated];
    const notes: SourceParagraph[] = [];
    const cells = elementsNamed(row, 'w:tc');
    for (const inner of cells.flatMap(childrenOf)) if (inner.name === 'w:tbl') sink.flattenedTable();
    for (const cell of cells.map((each) => readCell(each, notes, readBlocks))) {
      for (
        let column = 0;
        column < cell.span && (column === 0 || repeated.length < mostColumns);
        column += 1
      ) {
        const at = repeated.length;
        if (!cell.continuesAbove) above[at] = cell.text;
        repeated.push(cell.continuesAbove ? (above[at] ?? cell.text) : cell.text);
        once.push(column === 0 ? oneLine(cell.text) : '');
      }
    }
    read.push(repeated);
    emit({ ...plainParagraph(once.join('\t').trimEnd(), 'table') });
    notes.forEach(emit);
  }
  if (read.length > 0) sink.table(read);
}

function readCell(cell: XmlElement, notes: SourceParagraph[], readBlocks: ReadBlocks): Cell {
  const properties = childOf(cell, 'w:tcPr');
  const merge = childOf(properties, 'w:vMerge');
  const lines: string[] = [];
  readBlocks(childrenOf(cell), (paragraph) => {
    if (paragraph.place === 'note') notes.push(paragraph);
    else if (paragraph.text.trim() !== '') lines.push(paragraph.text.trim());
  });
  return {
    text: lines.join('\n'),
    span: Math.min(Math.max(1, wholeNumber(childValue(properties, 'w:gridSpan'), 1)), mostColumns),
    continuesAbove: merge !== undefined && merge.attributes['w:val'] !== 'restart',
  };
}

/** Rows or cells, also those inside content controls and insertions. */
function elementsNamed(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    const isContainer = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(child.name);
    return isContainer ? elementsNamed(child, name) : [];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
