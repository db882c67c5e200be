/** A .docx that came back from the leader, bounded in size as every file nobody vouches for. */

import { isNumberControl } from '../../../shared/domain/returned/control-tag.ts';
import type {
  ReturnedAside,
  ReturnedBlock,
  ReturnedComment,
  ReturnedDocument,
  ReturnedTable,
  ReturnedText,
} from '../../../shared/domain/returned/returned-document.ts';
import { done, type ErrorParameters, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openArchive } from '../import/archive/archive.ts';
import {
  childOf,
  childrenOf,
  childValue,
  isOn,
  readBlocks,
  type XmlElement,
} from '../import/archive/xml-elements.ts';
import { findParts, type PartKind } from '../import/docx/package-parts.ts';
import { alternative, textWithin } from '../import/docx/paragraph-text.ts';
import { levelOrNull, readStyles, type Styles } from '../import/docx/styles.ts';
import { detectFormat } from '../import/file-format.ts';
import { importLimits } from '../import/import-limits.ts';
import { createTextReader, type DocumentGathering } from './returned-text.ts';

/**
 * Reads paragraphs, tables, comments and recorded changes. Errors, each with `name`: returned.notDocx; import.damaged,
 * import.encrypted, import.tooLarge `{ limit }`.
 */
export function readReturned(name: string, bytes: Uint8Array): Outcome<ReturnedDocument> {
  try {
    return done(readPackage(name, bytes));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const parameters: ErrorParameters = { name, ...error.failure.parameters };
    return failed(error.failure.code, parameters);
  }
}

function readPackage(name: string, bytes: Uint8Array): ReturnedDocument {
  if (detectFormat(name, bytes).kind !== 'zip') throw new ExpectedFailure('returned.notDocx', { name });
  const archive = openArchive(bytes);
  const parts = findParts(archive);
  if (parts === null) throw new ExpectedFailure('returned.notDocx', { name });
  const first = (kind: PartKind) => archive.read(parts.named(kind)[0] ?? '');
  const reader = createBodyReader(readStyles(first('styles')));
  readBlocks(
    archive.read(parts.document) ?? new Uint8Array(),
    new Set(['w:document', 'w:body']),
    reader.read,
  );
  const { blocks, gathering } = reader.finish();
  return {
    blocks,
    comments: readComments(first('comments'), gathering.quotes),
    asides: [...gathering.asides, ...readNotes(first('footnotes')), ...readNotes(first('endnotes'))],
  };
}

function createBodyReader(styles: Styles) {
  const gathering: DocumentGathering = {
    asides: [],
    textBoxes: [],
    quotes: new Map(),
    openComments: new Set(),
  };
  const blocks: ReturnedBlock[] = [];
  let characters = 0;
  /** A paragraph whose end was deleted goes on in the next one. */
  let continued: { text: ReturnType<typeof createTextReader>; heading: boolean } | null = null;

  const put = (block: ReturnedBlock) => {
    const texts = block.kind === 'table' ? block.rows.flat() : [block];
    for (const { runs } of texts) for (const { text } of runs) characters += text.length;
    if (characters > importLimits.characters) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
    }
    if (blocks.length >= importLimits.paragraphs) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.paragraphs });
    }
    blocks.push(block);
  };

  const readParagraph = (paragraph: XmlElement, tag: string | null) => {
    const properties = childOf(paragraph, 'w:pPr');
    const { text, heading } = continued ?? {
      text: createTextReader(gathering),
      heading: isHeading(styles, properties),
    };
    continued = null;
    text.read(paragraph, tag);
    if (isOn(childOf(properties, 'w:rPr'), 'w:del')) continued = { text, heading };
    else put({ kind: 'paragraph', heading, ...text.take() });
  };

  const read = (block: XmlElement, tag: string | null = null): void => {
    switch (block.name) {
      case 'w:p':
        readParagraph(block, tag);
        break;
      case 'w:tbl':
        put(readTable(block, gathering));
        break;
      case 'w:sdt': {
        const own = childValue(childOf(block, 'w:sdtPr'), 'w:tag') ?? '';
        const inner = isNumberControl(own) ? own : tag;
        for (const child of childrenOf(childOf(block, 'w:sdtContent'))) read(child, inner);
        break;
      }
      case 'mc:AlternateContent':
        for (const child of childrenOf(alternative(block))) read(child, tag);
        break;
      case 'w:commentRangeStart':
        gathering.openComments.add(block.attributes['w:id'] ?? '');
        break;
      case 'w:commentRangeEnd':
        gathering.openComments.delete(block.attributes['w:id'] ?? '');
        break;
      case 'w:del':
      case 'w:moveFrom':
        addAside(gathering.asides, 'deletedRow', textWithin(block));
        break;
      case 'w:sectPr':
        break;
      default:
        for (const child of childrenOf(block)) read(child, tag);
    }
  };
  return {
    read: (block: XmlElement) => read(block),
    finish() {
      if (continued !== null)
        put({ kind: 'paragraph', heading: continued.heading, ...continued.text.take() });
      for (const box of gathering.textBoxes) addAside(gathering.asides, 'textBox', textWithin(box));
      return { blocks, gathering };
    },
  };
}

function addAside(asides: ReturnedAside[], kind: ReturnedAside['kind'], text: string): void {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words !== '') asides.push({ kind, text: words });
}

function isHeading(styles: Styles, properties: XmlElement | undefined): boolean {
  const own = levelOrNull(childValue(properties, 'w:outlineLvl'));
  if (own !== null) return own < 9;
  return (styles.headingLevel(childValue(properties, 'w:pStyle') ?? styles.defaultStyle) ?? 0) > 0;
}

function readTable(table: XmlElement, gathering: DocumentGathering): ReturnedTable {
  const rows = elementsNamed(table, 'w:tr').flatMap(({ element: row }): ReturnedText[][] => {
    if (childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined) {
      addAside(gathering.asides, 'deletedRow', textWithin(row));
      return [];
    }
    return [elementsNamed(row, 'w:tc').map(({ element, tag }) => readCell(element, tag, gathering))];
  });
  return { kind: 'table', rows };
}

function readCell(cell: XmlElement, cellTag: string | null, gathering: DocumentGathering): ReturnedText {
  const text = createTextReader(gathering);
  const read = (parent: XmlElement, tag: string | null) => {
    for (const { element, tag: own } of elementsNamed(parent, 'w:p', tag)) {
      text.endParagraph();
      text.read(element, own);
    }
  };
  read(cell, cellTag);
  return text.take();
}

interface TaggedElement {
  element: XmlElement;
  /** Of the innermost of the program's controls around it. */
  tag: string | null;
}

/** Rows, cells or paragraphs, also those inside content controls, insertions and tables within a cell. */
function elementsNamed(parent: XmlElement, name: string, tag: string | null = null): TaggedElement[] {
  return childrenOf(parent).flatMap((child): TaggedElement[] => {
    if (child.name === name) return [{ element: child, tag }];
    if (child.name === 'w:sdt') {
      const own = childValue(childOf(child, 'w:sdtPr'), 'w:tag') ?? '';
      const content = childOf(child, 'w:sdtContent');
      const inner = isNumberControl(own) ? own : tag;
      return content === undefined ? [] : elementsNamed(content, name, inner);
    }
    const isContainer = ['w:customXml', 'w:ins', 'w:moveTo', 'mc:AlternateContent'].includes(child.name);
    const holdsParagraphs = name === 'w:p' && ['w:tbl', 'w:tr', 'w:tc'].includes(child.name);
    if (child.name === 'mc:AlternateContent') return elementsNamed(alternative(child), name, tag);
    return isContainer || holdsParagraphs ? elementsNamed(child, name, tag) : [];
  });
}

/** Source: ECMA-376 part 1, 17.13.4.2. */
function readComments(part: Uint8Array | null, quotes: ReadonlyMap<string, string>): ReturnedComment[] {
  const comments: ReturnedComment[] = [];
  if (part === null) return comments;
  readBlocks(part, new Set(['w:comments']), (comment) => {
    const id = comment.attributes['w:id'] ?? '';
    comments.push({
      id,
      author: comment.attributes['w:author'] ?? '',
      date: comment.attributes['w:date'] ?? '',
      text: textWithin(comment).trim(),
      quote: quotes.get(id) ?? '',
    });
  });
  return comments;
}

function readNotes(part: Uint8Array | null): ReturnedAside[] {
  const asides: ReturnedAside[] = [];
  if (part === null) return asides;
  readBlocks(part, new Set(['w:footnotes', 'w:endnotes']), (note) => {
    if ((note.attributes['w:type'] ?? 'normal') === 'normal') addAside(asides, 'note', textWithin(note));
  });
  return asides;
}
