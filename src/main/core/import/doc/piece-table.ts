/** The text of a Word binary document, put together from its pieces. Source: [MS-DOC] 2.8.35, 2.9.38, 2.9.177. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits } from '../import-limits.ts';
import type { Fields } from './fields-of-bytes.ts';
import type { Place } from './file-information.ts';
import { findInterval, readPositionList } from './position-lists.ts';

export interface DocumentText {
  /** One UTF-16 unit for each character position. */
  text: string;
  /** Where the character stands in the document's stream, and where its piece ends, as a position in `text`. */
  offsetOf(position: number): { offset: number; width: 1 | 2; pieceEnd: number; properties: Uint8Array };
}

interface Piece {
  start: number;
  end: number;
  offset: number;
  width: 1 | 2;
  /** Properties laid over those of the text, by documents that were saved fast. */
  properties: Uint8Array;
}

const none = new Uint8Array();
/** Longer lists of properties are done without: they are applied to each run of the piece. */
const longestList = 255;
const compressedFlag = 0x40000000;
/** Texts besides the main one take part in the limit: comments, headers, deleted text. */
const mostCharacters = importLimits.characters * 2;

/** Throws RangeError, or ExpectedFailure: import.damaged, import.tooLarge. */
export function readPieces(document: Fields, table: Fields, place: Place): DocumentText {
  const { pieceTable, propertyLists } = readClx(table, place);
  const list = readPositionList(table, pieceTable, 8);
  const pieces: Piece[] = [];
  const texts: string[] = [];
  for (let index = 0; index < list.count; index += 1) {
    const start = list.position(index);
    const end = list.position(index + 1);
    if (start !== (pieces.at(-1)?.end ?? 0) || end < start) throw new ExpectedFailure('import.damaged');
    if (end > mostCharacters) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
    }
    const at = list.record(index);
    const coded = table.unsigned32(at + 2);
    const width = (coded & compressedFlag) !== 0 ? 1 : 2;
    const offset = (coded & 0x3fffffff) >> (2 - width);
    const bytes = document.slice(offset, (end - start) * width);
    texts.push(
      width === 1
        ? new TextDecoder('windows-1252').decode(bytes)
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le'),
    );
    const modifier = table.unsigned16(at + 6);
    const properties = (modifier & 1) === 1 ? (propertyLists[modifier >> 1] ?? none) : none;
    pieces.push({ start, end, offset, width, properties });
  }
  return {
    text: texts.join('').toWellFormed(),
    offsetOf(position) {
      const piece =
        pieces[findInterval(pieces.length, (index) => pieces[index]?.start ?? Infinity, position)];
      if (piece === undefined || position >= piece.end) throw new ExpectedFailure('import.damaged');
      const { offset, width, start, end, properties } = piece;
      return { offset: offset + (position - start) * width, width, pieceEnd: end, properties };
    },
  };
}

/** Lists of properties, then the list of pieces. */
function readClx(table: Fields, { at, size }: Place): { pieceTable: Place; propertyLists: Uint8Array[] } {
  const propertyLists: Uint8Array[] = [];
  for (let next = at; next < at + size; ) {
    const kind = table.unsigned8(next);
    if (kind === 2) return { pieceTable: { at: next + 5, size: table.unsigned32(next + 1) }, propertyLists };
    if (kind !== 1) break;
    const length = table.unsigned16(next + 1);
    const list = table.slice(next + 3, length);
    propertyLists.push(length <= longestList ? list : none);
    next += 3 + length;
  }
  throw new ExpectedFailure('import.damaged');
}
