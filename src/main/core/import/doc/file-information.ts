/** The head of a Word binary document: what it is, and where its structures are. Source: [MS-DOC] 2.5. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Fields } from './fields-of-bytes.ts';

/** A structure in the table stream. */
export interface Place {
  at: number;
  size: number;
}

/** Lengths, in characters, of the texts that follow each other in the document (2.5.4). */
export interface TextLengths {
  main: number;
  footnotes: number;
  headers: number;
  macros: number;
  comments: number;
  endnotes: number;
  textBoxes: number;
  headerTextBoxes: number;
}

export interface FileInformation {
  tableStream: '0Table' | '1Table';
  lengths: TextLengths;
  place(structure: keyof typeof structures): Place;
}

/** Indexes into the list of places (2.5.6). */
const structures = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  shapeAnchors: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
};

const identifier = 0xa5ec;
/** Word 6 and Word 95 (nFib below 0xC1) have another layout and other encodings. */
const oldestVersion = 0x00c1;
const oldIdentifier = 0xa5dc;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;

/** Throws RangeError, or ExpectedFailure: import.encrypted, import.unsupported, import.damaged. */
export function readFileInformation(document: Fields): FileInformation {
  const found = document.unsigned16(0);
  if (found !== identifier && found !== oldIdentifier) throw new ExpectedFailure('import.damaged');
  const flags = document.unsigned16(10);
  if (found === oldIdentifier || document.unsigned16(2) < oldestVersion) {
    throw new ExpectedFailure('import.unsupported', { format: 'Word 6/95' });
  }
  if ((flags & encryptedFlag) !== 0) throw new ExpectedFailure('import.encrypted');
  const wordsEnd = 34 + document.unsigned16(32) * 2;
  const lengths = wordsEnd + 2;
  const places = lengths + document.unsigned16(wordsEnd) * 4;
  const placeCount = document.unsigned16(places);
  const length = (index: number) => {
    const value = document.signed32(lengths + index * 4);
    if (value < 0) throw new ExpectedFailure('import.damaged');
    return value;
  };
  return {
    tableStream: (flags & secondTableFlag) !== 0 ? '1Table' : '0Table',
    lengths: {
      main: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      textBoxes: length(9),
      headerTextBoxes: length(10),
    },
    place(structure) {
      const index = structures[structure];
      if (index >= placeCount) return { at: 0, size: 0 };
      const at = places + 2 + index * 8;
      return { at: document.unsigned32(at), size: document.unsigned32(at + 4) };
    },
  };
}
