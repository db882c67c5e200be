/**
 * Tables, whichever format they come from. In `tables` merged cells repeat their text in every row and column they
 * cover; as paragraphs, one per row with cells joined by tabs, each text stands once, in the cell that holds it, so
 * that nothing is counted twice.
 */
import type { DocumentSink } from './document-sink.ts';
import { plainParagraph, type SourceParagraph } from './source-document.ts';

export interface TableCell {
  /** Lines joined by «\n». */
  text: string;
  /** Columns covered, at least 1. */
  span: number;
  /** Goes on with the cell above. */
  continuesAbove: boolean;
}

export interface TableRow {
  /** Columns left free before the first cell. */
  before: number;
  cells: TableCell[];
  /** Notes referred to in the row. */
  notes: SourceParagraph[];
}

/** Word's own bound on columns. */
export const mostColumns = 63;

/** Hands the rows to `emit` and the table to the sink. Throws ExpectedFailure import.tooLarge, as the sink does. */
export function emitTable(
  rows: readonly TableRow[],
  sink: DocumentSink,
  emit: (paragraph: SourceParagraph) => void,
): void {
  const read: string[][] = [];
  /** Text last begun in each column. */
  const above: string[] = [];
  for (const row of rows) {
    const repeated = new Array<string>(Math.min(row.before, mostColumns)).fill('');
    const once = [...repeated];
    for (const cell of row.cells) {
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
    row.notes.forEach(emit);
  }
  if (read.length > 0) sink.table(read);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
