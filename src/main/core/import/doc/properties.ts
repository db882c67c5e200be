/** What the program needs of the properties of paragraphs and characters. Source: [MS-DOC] 2.6.1, 2.6.2, 2.6.3. */
import type { Fields } from './fields-of-bytes.ts';
import { forEachModifier } from './property-modifiers.ts';

export interface ParagraphProperties {
  style: number;
  /** Number of the list, from 1; 0 none; null: as the style has it. */
  list: number | null;
  /** Level of the list, from 0; null: as the style has it. */
  listLevel: number | null;
  /** From 0; 9 is body text. */
  outlineLevel: number | null;
  inTable: boolean;
  /** In a table within a cell. */
  nested: boolean;
  /** The mark that ends a row. */
  endsRow: boolean;
  row: RowDefinition | null;
}

export interface RowDefinition {
  /** Left edges of the cells and the right edge of the last, in twips. */
  edges: number[];
  cells: { continuesLeft: boolean; continuesAbove: boolean }[];
}

export interface CharacterProperties {
  deleted: boolean;
  hidden: boolean;
  /** The character stands for something else: a field, a note, a picture. */
  special: boolean;
  /** The character stands for data of a field or a drawing, not for a picture. */
  data: boolean;
  /** A character of a symbol font, shown instead. */
  symbol: number | null;
}

/** Of the two bits that tell how a cell is merged with those above and below it. */
const continuesAbove = 1;

/** `longList` gives a list that is too long for its paragraph, by its place. */
export function paragraphProperties(
  style: number,
  lists: readonly Uint8Array[],
  longList: (at: number) => Uint8Array,
): ParagraphProperties {
  const properties: ParagraphProperties = {
    style,
    list: null,
    listLevel: null,
    outlineLevel: null,
    inTable: false,
    nested: false,
    endsRow: false,
    row: null,
  };
  const apply = (list: Uint8Array, isLong: boolean): void =>
    forEachModifier(list, (code, fields, at) => {
      switch (code) {
        case 0x4600: // sprmPIstd
          properties.style = fields.unsigned16(at);
          break;
        case 0x260a: // sprmPIlvl
          properties.listLevel = fields.unsigned8(at);
          break;
        case 0x460b: // sprmPIlfo; from 0xF800 on, a list that was taken off
          properties.list = fields.unsigned16(at) < 0xf800 ? fields.unsigned16(at) : 0;
          break;
        case 0x2640: // sprmPOutLvl
          properties.outlineLevel = fields.unsigned8(at);
          break;
        case 0x2416: // sprmPFInTable
          properties.inTable = fields.unsigned8(at) !== 0;
          break;
        case 0x6649: // sprmPItap
          properties.inTable = fields.signed32(at) > 0;
          properties.nested = fields.signed32(at) > 1;
          break;
        case 0x2417: // sprmPFTtp
          properties.endsRow = fields.unsigned8(at) !== 0;
          break;
        case 0xd608: // sprmTDefTable
          properties.row = rowDefinition(fields, at + 2);
          break;
        case 0xd62b: // sprmTVertMerge
          setVerticalMerge(properties.row, fields, at);
          break;
        case 0x6645: // sprmPHugePapx
        case 0x6646:
          if (!isLong) apply(longList(fields.unsigned32(at)), true);
          break;
      }
    });
  for (const list of lists) apply(list, false);
  return properties;
}

/** What the lists of modifiers make of a run of characters; later lists win over earlier ones. */
export function characterProperties(lists: readonly Uint8Array[]): CharacterProperties {
  const properties: CharacterProperties = {
    deleted: false,
    hidden: false,
    special: false,
    data: false,
    symbol: null,
  };
  for (const list of lists) {
    forEachModifier(list, (code, fields, at) => {
      switch (code) {
        case 0x0800: // sprmCFRMarkDel
          properties.deleted = fields.unsigned8(at) === 1;
          break;
        case 0x083c: // sprmCFVanish; 0x81 is the opposite of the style's
          properties.hidden = [1, 0x81].includes(fields.unsigned8(at));
          break;
        case 0x0855: // sprmCFSpec
          properties.special = fields.unsigned8(at) !== 0;
          break;
        case 0x0806: // sprmCFData
        case 0x080a: // sprmCFOle2
          properties.data = fields.unsigned8(at) !== 0;
          break;
        case 0x6a09: // sprmCSymbol
          properties.symbol = fields.unsigned16(at + 2);
          properties.special = true;
          break;
      }
    });
  }
  return properties;
}

/** TDefTableOperand, after its length ([MS-DOC] 2.9.328); cells as in Tc80 (2.9.313). */
function rowDefinition(operand: Fields, at: number): RowDefinition {
  const count = operand.unsigned8(at);
  const edges: number[] = [];
  const cells: RowDefinition['cells'] = [];
  for (let index = 0; index <= count && at + 3 + index * 2 <= operand.length; index += 1) {
    edges.push(operand.signed16(at + 1 + index * 2));
  }
  const first = at + 1 + (count + 1) * 2;
  for (let index = 0; index < count; index += 1) {
    const place = first + index * 20;
    const flags = place + 2 <= operand.length ? operand.unsigned16(place) : 0;
    cells.push({ continuesLeft: (flags & 3) >= 2, continuesAbove: ((flags >> 5) & 3) === continuesAbove });
  }
  return { edges, cells };
}

function setVerticalMerge(row: RowDefinition | null, fields: Fields, at: number): void {
  const cell = row?.cells[fields.unsigned8(at + 1)];
  if (cell !== undefined) cell.continuesAbove = fields.unsigned8(at + 2) === continuesAbove;
}
