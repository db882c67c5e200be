/** What a stretch of a Word binary document shows. Source: [MS-DOC] 2.4.1 (special characters), 2.8.25 (fields). */
import { plainSymbol } from '../plain-symbols.ts';
import type { CharacterProperties } from './properties.ts';
import type { WordDocument } from './word-document.ts';

export interface DisplayedText {
  /** A line break is «\n», a tab «\t». */
  text: string;
  /** Text of deleted revisions. */
  deleted: string;
  /** Text that is not displayed: hidden, or a field that shows nothing of its own. */
  hidden: string[];
  pictures: number;
}

interface Field {
  /** The instruction, up to the mark after which the result stands. */
  instruction: string;
  hasResult: boolean;
}

export interface TextReader {
  read(from: number, to: number): DisplayedText;
  /** Instructions of fields that never ended. */
  unfinished(): string[];
}

const marks = {
  picture: '\u0001',
  note: '\u0002',
  separator: '\u0003',
  continuation: '\u0004',
  comment: '\u0005',
  drawing: '\u0008',
  lineBreak: '\u000b',
  pageBreak: '\u000c',
  columnBreak: '\u000e',
  fieldBegin: '\u0013',
  fieldSeparator: '\u0014',
  fieldEnd: '\u0015',
  firmHyphen: '\u001e',
  softHyphen: '\u001f',
};

/** Reads stretches that follow each other; fields may reach from one into the next. */
export function createTextReader(document: WordDocument): TextReader {
  const fields: Field[] = [];
  /** Fields whose instruction is being read. */
  let instructions = 0;

  const readField = (mark: string, shown: DisplayedText): void => {
    if (mark === marks.fieldBegin) {
      fields.push({ instruction: '', hasResult: false });
      instructions += 1;
      return;
    }
    const field = fields.at(-1);
    if (field === undefined) return;
    if (!field.hasResult) instructions -= 1;
    if (mark === marks.fieldSeparator) {
      field.hasResult = true;
      return;
    }
    fields.pop();
    if (!field.hasResult) shown.hidden.push(field.instruction);
  };

  const readCharacter = (character: string, properties: CharacterProperties, shown: DisplayedText) => {
    const { special, symbol } = properties;
    switch (character) {
      case marks.lineBreak:
      case marks.pageBreak:
      case marks.columnBreak:
        return '\n';
      case marks.firmHyphen:
        return '-';
      case marks.softHyphen:
      case marks.drawing:
        return '';
      case marks.picture:
        if (special && !properties.data) shown.pictures += 1;
        return '';
      case marks.note:
      case marks.separator:
      case marks.continuation:
      case marks.comment:
        return special ? '' : character;
      default:
        return special && symbol !== null ? plainSymbol(symbol) : character;
    }
  };

  return {
    read(from, to) {
      const shown: DisplayedText = { text: '', deleted: '', hidden: [], pictures: 0 };
      for (let at = from; at < to; ) {
        const { properties, end } = document.charactersAt(at);
        const stretch = document.text.slice(at, Math.min(end, to));
        let hidden = '';
        for (const character of stretch) {
          if (character >= marks.fieldBegin && character <= marks.fieldEnd) {
            readField(character, shown);
            continue;
          }
          const field = instructions > 0 ? fields.findLast((each) => !each.hasResult) : undefined;
          const text = readCharacter(character, properties, shown);
          if (field !== undefined) field.instruction += text;
          else if (properties.deleted) shown.deleted += text;
          else if (properties.hidden) hidden += text;
          else shown.text += text;
        }
        if (hidden !== '') shown.hidden.push(hidden);
        at += stretch.length;
      }
      return shown;
    },
    unfinished: () => fields.filter((each) => !each.hasResult).map((each) => each.instruction),
  };
}
