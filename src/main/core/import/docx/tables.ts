/** Tables of a .docx. Source: ECMA-376 part 1, 17.4.17 (gridSpan), 17.4.85 (vMerge). */

import { childOf, childrenOf, childValue, type XmlElement } from '../archive/xml-elements.ts';
import type { DocumentSink } from '../document-sink.ts';
import type { SourceParagraph } from '../source-document.ts';
import { emitTable, mostColumns, type TableCell, type TableRow } from '../table-rows.ts';
import { wholeNumber } from './numbering-definitions.ts';
import { textWithin } from './paragraph-text.ts';

type Emit = (paragraph: SourceParagraph) => void;
/** Reads the blocks of a cell, handing their paragraphs to `emit`. */
type ReadBlocks = (blocks: readonly XmlElement[], emit: Emit) => void;

/** Reads a table; one of a single cell is a frame around text, whose paragraphs are taken as they are. */
export function readTable(table: XmlElement, sink: DocumentSink, emit: Emit, readBlocks: ReadBlocks): void {
  const rows = elementsNamed(table, 'w:tr');
  const only = rows.length === 1 ? rows.flatMap((row) => elementsNamed(row, 'w:tc')) : [];
  if (only.length === 1) {
    sink.flattenedTable();
    readBlocks(only.flatMap(childrenOf), emit);
    return;
  }
  const read: TableRow[] = [];
  for (const row of rows) {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined) {
      sink.drop(textWithin(row), 'deletedRevision');
      continue;
    }
    const notes: SourceParagraph[] = [];
    const cells = elementsNamed(row, 'w:tc');
    for (const inner of cells.flatMap(childrenOf)) if (inner.name === 'w:tbl') sink.flattenedTable();
    read.push({
      before: wholeNumber(childValue(properties, 'w:gridBefore'), 0),
      cells: cells.map((each) => readCell(each, notes, readBlocks)),
      notes,
    });
  }
  emitTable(read, sink, emit);
}

function readCell(cell: XmlElement, notes: SourceParagraph[], readBlocks: ReadBlocks): TableCell {
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
