/** Paragraphs and tables of a document's body, text box, cell or note, in the order in which they are read. */

import { childOf, childrenOf, childValue, isOn, type XmlElement } from '../archive/xml-elements.ts';
import type { DocumentSink } from '../document-sink.ts';
import { displayedLines } from '../numbering/displayed-lines.ts';
import type { NumberingCounters } from '../numbering/numbering-counters.ts';
import type { AutomaticNumbering, SourceParagraph } from '../source-document.ts';
import { wholeNumber } from './numbering-definitions.ts';
import { alternative, type ParagraphContent, readParagraph, textWithin } from './paragraph-text.ts';
import { levelOrNull, type Styles } from './styles.ts';
import { readTable } from './tables.ts';

export interface BlockContext {
  styles: Styles;
  counters: NumberingCounters;
  /** Paragraphs of a note («footnote 3»), handed out once, with the context of the part in which they stand. */
  takeNote(key: string): { blocks: XmlElement[]; context: BlockContext };
  sink: DocumentSink;
  /** Takes a picture, by the ids under which the part refers to its bytes. */
  takePicture(references: readonly string[]): void;
}

export interface BlockReader {
  read(block: XmlElement): void;
  /** To be called after the last block: a paragraph whose end was deleted may still be open. */
  end(): void;
}

type Emit = (paragraph: SourceParagraph) => void;

/**
 * A reader for blocks that follow each other. `emit` takes the paragraphs it finds: the sink, or the cell of a table.
 */
export function createBlockReader(context: BlockContext, emit: Emit): BlockReader {
  const { sink } = context;
  /** Text of paragraphs whose end was deleted: it goes on in the next one. */
  let continued = '';

  const readOne = (block: XmlElement): void => {
    const properties = childOf(block, 'w:pPr');
    const content = readParagraph(block);
    reportAside(content);
    for (const box of content.textBoxes) readSeparately(context, childrenOf(box), emit);
    const endDeleted = isOn(childOf(properties, 'w:rPr'), 'w:del');
    if (endDeleted && properties !== undefined) {
      continued += content.text;
    } else {
      const text = continued + content.text;
      continued = '';
      emitLines(text, properties);
    }
    const emitNote: Emit = (paragraph) => emit({ ...paragraph, place: 'note' });
    for (const key of content.notes) {
      const note = context.takeNote(key);
      readSeparately(note.context, note.blocks, emitNote);
    }
  };

  const reportAside = (content: ParagraphContent): void => {
    for (const text of content.deleted) sink.drop(text, 'deletedRevision');
    for (const text of content.inserted) sink.insertion(text);
    for (const text of content.hidden) sink.drop(text, 'markup');
    content.pictures.forEach(context.takePicture);
  };

  const emitLines = (text: string, properties: XmlElement | undefined): void => {
    const styleId = childValue(properties, 'w:pStyle') ?? context.styles.defaultStyle;
    const numbering = numberingOf(context, properties, styleId);
    const styleLevel = headingLevel(context.styles, properties, styleId);
    for (const line of displayedLines(text, numbering, styleLevel)) emit(line);
  };

  const readAll = (container: XmlElement | undefined): void => {
    for (const child of childrenOf(container)) read(child);
  };

  const read = (block: XmlElement): void => {
    switch (block.name) {
      case 'w:p':
        readOne(block);
        break;
      case 'w:r':
      case 'w:t':
      case 'm:t':
        // Text that stands in no paragraph, as no word processor writes it, is a paragraph of its own.
        readOne({ name: 'w:p', attributes: {}, children: [block] });
        break;
      case 'w:tbl':
        readTable(block, sink, emit, (blocks, emitCell) => readSeparately(context, blocks, emitCell));
        break;
      case 'mc:AlternateContent':
        readAll(alternative(block));
        break;
      case 'w:del':
      case 'w:moveFrom':
        sink.drop(textWithin(block), 'deletedRevision');
        break;
      case 'w:sdtPr':
      case 'w:sectPr':
      case 'w:tcPr':
        break;
      default:
        // Content controls, custom XML, insertions: containers of further blocks.
        readAll(block);
    }
  };
  return {
    read,
    end() {
      if (continued !== '') emitLines(continued, undefined);
      continued = '';
    },
  };
}

/** Reads blocks that stand apart from those around them: a text box, a cell, a note. */
export function readSeparately(context: BlockContext, blocks: readonly XmlElement[], emit: Emit): void {
  const reader = createBlockReader(context, emit);
  for (const block of blocks) reader.read(block);
  reader.end();
}

function headingLevel(
  styles: Styles,
  properties: XmlElement | undefined,
  styleId: string | null,
): number | null {
  const own = levelOrNull(childValue(properties, 'w:outlineLvl'));
  if (own !== null) return own < 9 ? own + 1 : null;
  return styles.headingLevel(styleId);
}

/** The displayed marker of a paragraph, by its own properties or its style's (ECMA-376 part 1, 17.9.18 and 17.9.23). */
function numberingOf(
  { styles, counters }: BlockContext,
  properties: XmlElement | undefined,
  styleId: string | null,
): AutomaticNumbering | null {
  const own = childOf(properties, 'w:numPr');
  const ownId = childValue(own, 'w:numId');
  const ofStyle = styles.list(styleId);
  const numId = ownId ?? ofStyle?.numId;
  if (numId === undefined || numId === '0') return null;
  const tied = ofStyle === null ? null : counters.levelOfStyle(numId, ofStyle.styleId);
  const level = wholeNumber(
    childValue(own, 'w:ilvl'),
    (ownId === undefined ? tied : null) ?? ofStyle?.level ?? 0,
  );
  const marker = counters.next(numId, level);
  return marker === null ? null : { marker, level: level + 1 };
}
