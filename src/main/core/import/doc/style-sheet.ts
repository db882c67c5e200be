/** Paragraph styles: heading levels and lists that they bring along. Source: [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD). */
import { levelOfName } from '../docx/styles.ts';
import type { Fields } from './fields-of-bytes.ts';
import type { Place } from './file-information.ts';
import { type ParagraphProperties, paragraphProperties } from './properties.ts';

export interface StyleSheet {
  /** 0 the title, 1–9 headings, null none. */
  headingLevel(style: number): number | null;
  /** The list a style puts its paragraphs into, its own or one it inherits, with the style that names it. */
  list(style: number): { list: number; level: number | null; style: number } | null;
}

interface Style {
  /** Number of a built-in style: 1–9 headings, 62 title, 74 subtitle. */
  builtIn: number;
  name: string;
  basedOn: number;
  properties: ParagraphProperties;
}

const noList = () => new Uint8Array();
const paragraphStyle = 1;
const titles = [62, 74];
/** Longer chains of styles are circles. */
const longestChain = 20;

/** Throws RangeError where the style sheet is cut short. */
export function readStyleSheet(table: Fields, { at, size }: Place): StyleSheet {
  const styles = size === 0 ? new Map<number, Style>() : readStyles(table, at, at + size);
  const chain = (index: number): { index: number; style: Style }[] => {
    const found: { index: number; style: Style }[] = [];
    for (let next = index; found.length < longestChain; ) {
      const style = styles.get(next);
      if (style === undefined) break;
      found.push({ index: next, style });
      next = style.basedOn;
    }
    return found;
  };
  return {
    headingLevel(index) {
      for (const { style } of chain(index)) {
        if (style.builtIn >= 1 && style.builtIn <= 9) return style.builtIn;
        if (titles.includes(style.builtIn)) return 0;
        const named = levelOfName(style.name);
        if (named !== null) return named;
        const own = style.properties.outlineLevel;
        if (own !== null) return own < 9 ? own + 1 : null;
      }
      return null;
    },
    list(index) {
      for (const { index: named, style } of chain(index)) {
        const { list, listLevel } = style.properties;
        if (list !== null) return { list, level: listLevel, style: named };
      }
      return null;
    },
  };
}

function readStyles(table: Fields, at: number, end: number): Map<number, Style> {
  const headSize = table.unsigned16(at);
  const count = table.unsigned16(at + 2);
  const baseSize = table.unsigned16(at + 4);
  const styles = new Map<number, Style>();
  let next = at + 2 + headSize;
  for (let index = 0; index < count && next < end; index += 1) {
    const size = table.unsigned16(next);
    const start = next + 2;
    if (size > 0) {
      const style = readStyle(table, start, start + size, baseSize, index);
      if (style !== null) styles.set(index, style);
    }
    next = start + size + (size % 2);
  }
  return styles;
}

function readStyle(table: Fields, start: number, end: number, baseSize: number, own: number): Style | null {
  const kind = table.unsigned16(start + 2);
  if ((kind & 0xf) !== paragraphStyle) return null;
  const nameAt = start + baseSize;
  const nameLength = table.unsigned16(nameAt);
  const name = Buffer.from(table.slice(nameAt + 2, nameLength * 2)).toString('utf16le');
  const propertiesAt = nameAt + 2 + (nameLength + 1) * 2;
  // A paragraph style's first property block names the style again.
  const size = propertiesAt + 2 <= end ? table.unsigned16(propertiesAt) : 0;
  const list = size > 2 && propertiesAt + 2 + size <= end ? table.slice(propertiesAt + 4, size - 2) : null;
  return {
    builtIn: table.unsigned16(start) & 0xfff,
    // Further names of the style follow after commas.
    name: name.split(',')[0] ?? '',
    basedOn: kind >> 4,
    properties: paragraphProperties(own, list === null ? [] : [list], noList),
  };
}
