/** Automatic numbering of a Word binary document. Source: [MS-DOC] 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF). */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { ListInstance, ListLevel } from '../numbering/lists.ts';
import type { Fields } from './fields-of-bytes.ts';
import type { Place } from './file-information.ts';

/** Names of ECMA-376 part 1, 17.18.59 for the number formats of [MS-OSHARED] 2.2.1.3. */
const formats: Record<number, string> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const noStyle = 0x0fff;
const longestMarker = 64;

interface Definition {
  identifier: number;
  levels: Map<number, ListLevel>;
}

/** Lists by their number (from 1) as decimal digits. Throws RangeError, ExpectedFailure import.damaged. */
export function readLists(table: Fields, definitions: Place, overrides: Place): Map<string, ListInstance> {
  if (definitions.size === 0 || overrides.size === 0) return new Map();
  const known = new Map(readDefinitions(table, definitions.at).map((each) => [each.identifier, each]));
  const count = table.unsigned32(overrides.at);
  const lists = new Map<string, ListInstance>();
  let next = overrides.at + 4 + count * 16;
  if (next > table.length) throw new ExpectedFailure('import.damaged');
  for (let index = 0; index < count; index += 1) {
    const at = overrides.at + 4 + index * 16;
    const identifier = table.signed32(at);
    const levels = new Map(known.get(identifier)?.levels);
    const startOverrides = new Map<number, number>();
    // Four bytes come before the levels that are overridden.
    next += 4;
    for (let overridden = table.unsigned8(at + 12); overridden > 0; overridden -= 1) {
      const flags = table.unsigned32(next + 4);
      const level = flags & 0xf;
      if ((flags & 0x10) !== 0) startOverrides.set(level, table.signed32(next));
      next += 8;
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, next, null);
        levels.set(level, read.level);
        next = read.end;
      }
    }
    lists.set(String(index + 1), { definition: String(identifier), levels, startOverrides });
  }
  return lists;
}

/** The levels of all definitions follow after the definitions, in their order. */
function readDefinitions(table: Fields, at: number): Definition[] {
  const count = table.unsigned16(at);
  const found: Definition[] = [];
  let next = at + 2 + count * 28;
  for (let index = 0; index < count; index += 1) {
    const start = at + 2 + index * 28;
    const levels = new Map<number, ListLevel>();
    const levelCount = (table.unsigned8(start + 26) & 1) === 1 ? 1 : 9;
    for (let level = 0; level < levelCount; level += 1) {
      const style = table.unsigned16(start + 8 + level * 2);
      const read = readLevel(table, next, style === noStyle ? null : String(style));
      levels.set(level, read.level);
      next = read.end;
    }
    found.push({ identifier: table.signed32(start), levels });
  }
  return found;
}

function readLevel(table: Fields, at: number, style: string | null): { level: ListLevel; end: number } {
  const flags = table.unsigned8(at + 5);
  const textAt = at + 28 + table.unsigned8(at + 24) + table.unsigned8(at + 25);
  const length = table.unsigned16(textAt);
  const raw = Buffer.from(table.slice(textAt + 2, length * 2)).toString('utf16le');
  // In the text, a character below 9 stands for the number of that level, counted from 0.
  const text = [...raw.slice(0, longestMarker)].map((character) => {
    const code = character.charCodeAt(0);
    return code < 9 ? `%${code + 1}` : character;
  });
  return {
    level: {
      start: table.signed32(at),
      format: formats[table.unsigned8(at + 4)] ?? 'decimal',
      text: text.join(''),
      digitsOnly: (flags & 0x04) !== 0,
      restart: (flags & 0x08) !== 0 ? table.unsigned8(at + 26) : null,
      style,
    },
    end: textAt + 2 + length * 2,
  };
}
