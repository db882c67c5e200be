/** An opened Word binary document: its text and what stands where in it. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits } from '../import-limits.ts';
import { createNumberingCounters, type NumberingCounters } from '../numbering/numbering-counters.ts';
import type { CompoundFile } from './compound-file.ts';
import { type Fields, fieldsOf } from './fields-of-bytes.ts';
import { type FileInformation, readFileInformation } from './file-information.ts';
import { propertyRuns } from './formatted-pages.ts';
import { readLists } from './lists.ts';
import { readPieces } from './piece-table.ts';
import { readPositionList } from './position-lists.ts';
import {
  type CharacterProperties,
  characterProperties,
  type ParagraphProperties,
  paragraphProperties,
} from './properties.ts';
import { readStyleSheet, type StyleSheet } from './style-sheet.ts';

export interface WordDocument {
  information: FileInformation;
  /** The table stream. */
  table: Fields;
  /** All texts of the document, one after the other. */
  text: string;
  styles: StyleSheet;
  counters: NumberingCounters;
  /** Properties of the paragraph that holds `position`; `endsHere`: it is the paragraph's last character. */
  paragraphAt(position: number): { properties: ParagraphProperties; endsHere: boolean };
  /** Properties of the characters from `position` up to `end`. */
  charactersAt(position: number): { properties: CharacterProperties; end: number };
}

/** Throws RangeError, or ExpectedFailure: import.damaged, import.encrypted, import.unsupported, import.tooLarge. */
export function openWordDocument(file: CompoundFile): WordDocument {
  const document = fieldsOf(file.read('WordDocument') ?? new Uint8Array());
  const information = readFileInformation(document);
  const tableStream = file.read(information.tableStream);
  if (tableStream === null) throw new ExpectedFailure('import.damaged');
  const table = fieldsOf(tableStream);
  const longList = longListReader(readIfSmall(file, 'Data'));
  const { place } = information;
  const { text, offsetOf } = readPieces(document, table, place('pieces'));
  const bins = (structure: 'characterRuns' | 'paragraphRuns') => readPositionList(table, place(structure), 4);
  const paragraphRun = propertyRuns(document, table, bins('paragraphRuns'), 'paragraph');
  const characterRun = propertyRuns(document, table, bins('characterRuns'), 'character');
  return {
    information,
    table,
    text,
    styles: readStyleSheet(table, place('styles')),
    counters: createNumberingCounters(readLists(table, place('lists'), place('listOverrides'))),
    paragraphAt(position) {
      const { offset, width, properties } = offsetOf(position);
      const run = paragraphRun(offset);
      return {
        properties: paragraphProperties(run.style, [run.list, properties], longList),
        endsHere: run.end <= offset + width,
      };
    },
    charactersAt(position) {
      const { offset, width, pieceEnd, properties } = offsetOf(position);
      const run = characterRun(offset);
      const length = Math.max(1, Math.floor((run.end - offset) / width));
      return {
        properties: characterProperties([run.list, properties]),
        end: Math.min(pieceEnd, position + length),
      };
    },
  };
}

/** Lists of properties in the data stream: rows of many columns have them ([MS-DOC] 2.9.211). */
function longListReader(data: Uint8Array): (at: number) => Uint8Array {
  const fields = fieldsOf(data);
  let read = 0;
  return (at) => {
    if (data.length === 0) return data;
    read += 1;
    if (read > importLimits.paragraphs) {
      throw new ExpectedFailure('import.tooLarge', { limit: importLimits.paragraphs });
    }
    return fields.slice(at + 2, fields.unsigned16(at));
  };
}

/** Pictures stand there as well; where they are many, the few long lists of properties are done without. */
function readIfSmall(file: CompoundFile, name: string): Uint8Array {
  try {
    return file.read(name) ?? new Uint8Array();
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'import.tooLarge') return new Uint8Array();
    throw error;
  }
}
