/** Reads a written .docx again, with a parser of its own, and compares it with what was laid out. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { styleIds } from './document-styles.ts';
import { elementNumbers, elementText, type LaidOutReport } from './layout-model.ts';

interface StoredParagraph {
  text: string;
  /** Texts of the runs that carry the style of a bound number, in order. */
  numbers: string[];
}

const bodyPath = 'word/document.xml';

/** The paragraphs of the document's body, in order. Throws where the bytes are no .docx. */
function readParagraphs(bytes: Uint8Array): StoredParagraph[] {
  const body = unzipSync(bytes, { filter: ({ name }) => name === bodyPath })[bodyPath];
  if (body === undefined) throw new Error(`${bodyPath} is missing`);
  const paragraphs: StoredParagraph[] = [];
  let paragraph: StoredParagraph = { text: '', numbers: [] };
  let run: { text: string; isNumber: boolean } | null = null;
  let insideText = false;
  const add = (text: string) => {
    if (run !== null) run.text += text;
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') paragraph = { text: '', numbers: [] };
    if (name === 'w:r') run = { text: '', isNumber: false };
    if (name === 'w:rStyle' && run !== null) run.isNumber = attributes['w:val'] === styleIds.number;
    if (name === 'w:t') insideText = true;
    if (name === 'w:br') add('\n');
  });
  parser.on('text', (text) => {
    if (insideText) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') insideText = false;
    if (name === 'w:r' && run !== null) {
      paragraph.text += run.text;
      if (run.isNumber) paragraph.numbers.push(run.text);
      run = null;
    }
    if (name === 'w:p') paragraphs.push(paragraph);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(strFromU8(body)).close();
  return paragraphs;
}

/**
 * The texts of a .docx's paragraphs as stored, in order, a line break inside one as a line feed.
 * Throws where the bytes are no .docx.
 */
export function readDocxText(bytes: Uint8Array): string[] {
  return readParagraphs(bytes).map(({ text }) => text);
}

export interface ExportCheck {
  /** Bound numbers of the layout, each looked up in the file by paragraph and order. */
  checked: number;
  /** Of these, how many the file does not hold as laid out, and numbers it holds too many. */
  unequal: number;
  /** Paragraphs whose text differs, is missing or is too much. */
  unequalParagraphs: number;
}

/**
 * Compares the file's paragraphs with the elements of `layout`, text by text and number by number.
 * Throws where the bytes are no .docx.
 */
export function checkExport(bytes: Uint8Array, layout: LaidOutReport): ExportCheck {
  const stored = readParagraphs(bytes);
  const check: ExportCheck = { checked: 0, unequal: 0, unequalParagraphs: 0 };
  for (let index = 0; index < Math.max(stored.length, layout.elements.length); index++) {
    const element = layout.elements[index];
    const paragraph = stored[index];
    const expected = element === undefined ? [] : elementNumbers(element);
    const found = paragraph?.numbers ?? [];
    check.checked += expected.length;
    for (let place = 0; place < Math.max(expected.length, found.length); place++) {
      if (expected[place] !== found[place]) check.unequal += 1;
    }
    if (element === undefined || paragraph?.text !== elementText(element)) check.unequalParagraphs += 1;
  }
  return check;
}
