/** A .doc or .wps file (Word 97–2003 binary) as source paragraphs, in reading order. Source: [MS-DOC]. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { createDocumentSink, type DocumentSink } from '../document-sink.ts';
import { importLimits, limitInWords } from '../import-limits.ts';
import type { SourceDocument, SourceParagraph } from '../source-document.ts';
import { type CompoundFile, openCompoundFile } from './compound-file.ts';
import type { TextLengths } from './file-information.ts';
import { type PositionList, readPositionList } from './position-lists.ts';
import { type Attachments, readStory, type TextRange } from './read-story.ts';
import { openWordDocument, type WordDocument } from './word-document.ts';

/**
 * Reads the main text, notes where they are referred to, text boxes where they hang, and lists what is left out:
 * headers, footers, comments, deleted revisions, hidden text. `format` is how a person knows the file, should it be a
 * compound file of another kind. Throws ExpectedFailure: import.damaged, import.encrypted, import.tooLarge,
 * import.unsupported.
 */
export function readDoc(bytes: Uint8Array, format: string): SourceDocument {
  if (bytes.length > importLimits.compoundBytes) {
    throw new ExpectedFailure('import.tooLarge', { limit: limitInWords(importLimits.compoundBytes) });
  }
  try {
    const file = openCompoundFile(bytes);
    // A newer file protected by a password ([MS-OFFCRYPTO] 2.3.4.4).
    if (file.names.has('EncryptedPackage')) throw new ExpectedFailure('import.encrypted');
    if (!file.names.has('WordDocument')) {
      throw new ExpectedFailure('import.unsupported', { format: otherCompoundFormat(file, format) });
    }
    return readTexts(openWordDocument(file));
  } catch (error) {
    // The file tells of bytes that it does not have.
    if (error instanceof RangeError) throw new ExpectedFailure('import.damaged');
    throw error;
  }
}

function readTexts(document: WordDocument): SourceDocument {
  const ranges = rangesOf(document.information.lengths);
  if (ranges.headerTextBoxes.to > document.text.length) throw new ExpectedFailure('import.damaged');
  const sink = createDocumentSink();
  const dropAll = (range: TextRange, reason: DropReason) =>
    readStory(document, range, nothingAttached, sinkFor(sink, reason), ({ text }) => sink.drop(text, reason));
  const headers = headerRanges(document, ranges.headers);
  for (const { range } of headers.filter(({ reason }) => reason === 'header')) dropAll(range, 'header');

  const notes = new Map([
    ...notesOf(document, 'footnoteReferences', 'footnoteTexts', ranges.footnotes),
    ...notesOf(document, 'endnoteReferences', 'endnoteTexts', ranges.endnotes),
  ]);
  const { anchored, loose } = textBoxesOf(document, ranges.textBoxes, ranges.main);
  readStory(document, ranges.main, { notes, textBoxes: anchored }, sink, sink.paragraph);
  for (const range of loose) readStory(document, range, nothingAttached, sink, sink.paragraph);
  // A note nobody refers to is not displayed, but it is text all the same.
  const asNote = (paragraph: SourceParagraph) => sink.paragraph({ ...paragraph, place: 'note' });
  const given = [...notes].filter(([at]) => at < ranges.main.to).map(([, range]) => range);
  for (const range of [...without(ranges.footnotes, given), ...without(ranges.endnotes, given)]) {
    readStory(document, range, nothingAttached, sink, asNote);
  }

  for (const { range } of headers.filter(({ reason }) => reason === 'footer')) dropAll(range, 'footer');
  const rest = without(
    ranges.headers,
    headers.map(({ range }) => range),
  );
  for (const range of [...rest, ranges.headerTextBoxes]) dropAll(range, 'header');
  dropAll(ranges.comments, 'comment');
  return sink.finish();
}

const nothingAttached: Attachments = { notes: new Map(), textBoxes: new Map() };

/** Tables within what is left out are no tables of the report. */
function sinkFor(sink: DocumentSink, reason: DropReason): DocumentSink {
  return {
    ...sink,
    table: () => {},
    flattenedTable: () => {},
    paragraph: ({ text }) => sink.drop(text, reason),
  };
}

/** Where each text lies; they follow each other ([MS-DOC] 2.4.1). */
function rangesOf(lengths: TextLengths): Record<keyof TextLengths, TextRange> {
  let at = 0;
  const next = (length: number): TextRange => {
    const from = at;
    at += length;
    return { from, to: at };
  };
  return {
    main: next(lengths.main),
    footnotes: next(lengths.footnotes),
    headers: next(lengths.headers),
    macros: next(lengths.macros),
    comments: next(lengths.comments),
    endnotes: next(lengths.endnotes),
    textBoxes: next(lengths.textBoxes),
    headerTextBoxes: next(lengths.headerTextBoxes),
  };
}

/** Notes by the position in the main text that refers to them ([MS-DOC] 2.8.17, 2.8.18). */
function notesOf(
  { information, table }: WordDocument,
  references: 'footnoteReferences' | 'endnoteReferences',
  texts: 'footnoteTexts' | 'endnoteTexts',
  story: TextRange,
): [number, TextRange][] {
  const referred = readPositionList(table, information.place(references), 2);
  const starts = readPositionList(table, information.place(texts), 0);
  return rangesWithin(story, starts)
    .slice(0, referred.count)
    .map((range, index) => [referred.position(index), range]);
}

/** Six texts part notes from the page, then come six for each section ([MS-DOC] 2.3.5). */
function headerRanges({ information, table }: WordDocument, story: TextRange) {
  const starts = readPositionList(table, information.place('headers'), 0);
  const footers = [2, 3, 5];
  return rangesWithin(story, starts).map((range, index) => ({
    range,
    reason: footers.includes(index % 6) ? ('footer' as const) : ('header' as const),
  }));
}

/** Text boxes by the position of their anchor; those without one apart ([MS-DOC] 2.8.32, 2.8.37, 2.9.99, 2.9.253). */
function textBoxesOf({ information, table }: WordDocument, story: TextRange, main: TextRange) {
  const anchors = readPositionList(table, information.place('shapeAnchors'), 26);
  const positions = new Map<number, number>();
  for (let index = 0; index < anchors.count; index += 1) {
    positions.set(table.signed32(anchors.record(index)), anchors.position(index));
  }
  const boxes = readPositionList(table, information.place('textBoxes'), 22);
  const anchored = new Map<number, TextRange[]>();
  const placed: TextRange[] = [];
  rangesWithin(story, boxes).forEach((range, index) => {
    const position = positions.get(table.signed32(boxes.record(index) + 14));
    if (position === undefined || position >= main.to || range.from === range.to) return;
    anchored.set(position, [...(anchored.get(position) ?? []), range]);
    placed.push(range);
  });
  return { anchored, loose: without(story, placed) };
}

/**
 * The ranges that a list parts a text into, none twice. Its last position is not defined and may be anything
 * ([MS-DOC] 2.8.18, 2.8.19); what no range covers is read as loose text.
 */
function rangesWithin({ from, to }: TextRange, starts: PositionList): TextRange[] {
  let least = from;
  return Array.from({ length: starts.count }, (_, index) => {
    const start = Math.min(Math.max(from + starts.position(index), least), to);
    const end = Math.min(Math.max(from + starts.position(index + 1), start), to);
    least = end;
    return { from: start, to: end };
  });
}

/** What is left of a range without some parts of it. */
function without(range: TextRange, parts: readonly TextRange[]): TextRange[] {
  const left: TextRange[] = [];
  let at = range.from;
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    if (part.from < range.from || part.to > range.to) continue;
    if (part.from > at) left.push({ from: at, to: part.from });
    at = Math.max(at, part.to);
  }
  if (at < range.to) left.push({ from: at, to: range.to });
  return left;
}

function otherCompoundFormat(file: CompoundFile, format: string): string {
  if (file.names.has('Workbook') || file.names.has('Book')) return format === 'et' ? 'et' : 'xls';
  if (file.names.has('PowerPoint Document')) return format === 'dps' ? 'dps' : 'ppt';
  return format;
}
