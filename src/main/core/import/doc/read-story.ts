/** Paragraphs and tables of one text of a Word binary document: the main one, a note, a text box, a header. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { DocumentSink } from '../document-sink.ts';
import { importLimits } from '../import-limits.ts';
import { displayedLines } from '../numbering/displayed-lines.ts';
import type { AutomaticNumbering, SourceParagraph } from '../source-document.ts';
import { emitTable } from '../table-rows.ts';
import { createTextReader, type DisplayedText } from './displayed-text.ts';
import type { ParagraphProperties } from './properties.ts';
import { type CollectedRow, rowsOnGrid } from './table-of-cells.ts';
import type { WordDocument } from './word-document.ts';

export interface TextRange {
  from: number;
  to: number;
}

/** What hangs on a position of the main text. */
export interface Attachments {
  notes: ReadonlyMap<number, TextRange>;
  textBoxes: ReadonlyMap<number, TextRange[]>;
}

type Emit = (paragraph: SourceParagraph) => void;

const none: Attachments = { notes: new Map(), textBoxes: new Map() };
const paragraphMark = '\r';
const cellMark = '\u0007';
const pageMark = '\u000c';

/** Reads a range in order. `emit` takes its paragraphs, `sink` what is left out and the tables. */
export function readStory(
  document: WordDocument,
  range: TextRange,
  attachments: Attachments,
  sink: DocumentSink,
  emit: Emit,
): void {
  const reader = createTextReader(document);
  const notesUpTo = inTurn(attachments.notes, range.from);
  const textBoxesUpTo = inTurn(attachments.textBoxes, range.from);
  let rows: CollectedRow[] = [];
  let cells: SourceParagraph[][] = [];
  let cell: SourceParagraph[] = [];
  let nested = false;
  /** Text of paragraphs whose end was deleted: it goes on in the next one. */
  let continued = '';

  const leaveOut = (shown: DisplayedText): void => {
    sink.drop(shown.deleted, 'deletedRevision');
    for (const text of shown.hidden) sink.drop(text, 'markup');
    sink.picturesLeftOut(shown.pictures);
  };
  const endTable = (): void => {
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push({ cells, definition: null });
    if (nested) sink.flattenedTable();
    const only = rows.length === 1 ? rows[0]?.cells : undefined;
    if (only?.length === 1) {
      // A single cell is a frame around text.
      sink.flattenedTable();
      only.flat().forEach(emit);
    } else if (rows.length > 0) {
      emitTable(rowsOnGrid(rows), sink, emit);
    }
    rows = [];
    cells = [];
    cell = [];
    nested = false;
  };
  const takeParagraph = (from: number, to: number, mark: string, properties: ParagraphProperties): void => {
    const put: Emit = properties.inTable ? (paragraph) => cell.push(paragraph) : emit;
    if (!properties.inTable) endTable();
    nested ||= properties.nested;
    const shown = reader.read(from, to);
    leaveOut(shown);
    for (const box of textBoxesUpTo(to).flat()) {
      readStory(document, box, none, sink, put);
    }
    const endDeleted = mark === paragraphMark && document.charactersAt(to).properties.deleted;
    if (endDeleted) {
      continued += shown.text;
    } else {
      const text = continued + shown.text;
      continued = '';
      // The mark of a row is no paragraph, and counts in no list.
      if (!properties.endsRow || text.trim() !== '') {
        const numbering = numberingOf(document, properties);
        displayedLines(text, numbering, headingLevel(document, properties)).forEach(put);
      }
    }
    for (const note of notesUpTo(to)) {
      readStory(document, note, none, sink, (paragraph) => put({ ...paragraph, place: 'note' }));
    }
    if (!properties.inTable) return;
    if (properties.endsRow) {
      if (cell.length > 0) cells.push(cell);
      rows.push({ cells, definition: properties.row });
      if (rows.length > importLimits.paragraphs) {
        throw new ExpectedFailure('import.tooLarge', { limit: importLimits.paragraphs });
      }
      cells = [];
      cell = [];
    } else if (mark === cellMark) {
      cells.push(cell);
      cell = [];
    }
  };

  let start = range.from;
  for (let at = range.from; at < range.to; at += 1) {
    const mark = document.text[at] ?? '';
    if (mark !== paragraphMark && mark !== cellMark && mark !== pageMark) continue;
    const { properties, endsHere } = document.paragraphAt(at);
    // A page may end within a paragraph; a section ends its last paragraph.
    if (mark === pageMark && !endsHere) continue;
    takeParagraph(start, at, mark, properties);
    start = at + 1;
  }
  if (start < range.to) takeParagraph(start, range.to, '', document.paragraphAt(range.to - 1).properties);
  endTable();
  if (continued !== '') displayedLines(continued, null, null).forEach(emit);
  for (const text of reader.unfinished()) sink.drop(text, 'markup');
}

/** Hands out what hangs on positions from `from` on, up to and with the one asked for, each once. */
function inTurn<T>(attached: ReadonlyMap<number, T>, from: number): (to: number) => T[] {
  const waiting = [...attached].filter(([position]) => position >= from).sort(([a], [b]) => a - b);
  let next = 0;
  return (to) => {
    const first = next;
    while ((waiting[next]?.[0] ?? Infinity) <= to) next += 1;
    return waiting.slice(first, next).map(([, each]) => each);
  };
}

function headingLevel({ styles }: WordDocument, { style, outlineLevel }: ParagraphProperties): number | null {
  if (outlineLevel !== null) return outlineLevel < 9 ? outlineLevel + 1 : null;
  return styles.headingLevel(style);
}

/** The displayed marker, by the paragraph's own list or its style's. */
function numberingOf(
  { styles, counters }: WordDocument,
  { style, list, listLevel }: ParagraphProperties,
): AutomaticNumbering | null {
  const ofStyle = styles.list(style);
  const number = list ?? ofStyle?.list ?? 0;
  if (number === 0) return null;
  const tied = ofStyle === null ? null : counters.levelOfStyle(String(number), String(ofStyle.style));
  const level = listLevel ?? (list === null ? tied : null) ?? ofStyle?.level ?? 0;
  const marker = counters.next(String(number), level);
  return marker === null ? null : { marker, level: level + 1 };
}
