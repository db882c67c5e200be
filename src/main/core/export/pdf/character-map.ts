/**
 * Which character a glyph of a .pdf stands for. A font that draws two characters with one glyph (文 and the radical ⽂)
 * lets the printing browser name the first of them, and what a reader copies or searches would be another character than
 * was printed. The document knows its characters: a name that it does not hold becomes the one that it does.
 * Source: ISO 32000-1, 9.10.3.
 */

interface Entry {
  /** Hexadecimal, as written. */
  code: string;
  character: string;
}

const pairs = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>(?:\s*<([0-9A-Fa-f]+)>)?/g;
const blocks = /\d+\s+begin(bfchar|bfrange)\s([\s\S]*?)\sendbf(?:char|range)/g;
/** More in one range is no range of a character map of ours. */
const longestRange = 0x10000;
/** ISO 32000-1, 9.7.5.4 with Adobe's note 5014: no block has more. */
const entriesOfBlock = 100;

/** The map with characters of the document's own, or null where it is right or not understood. */
export function correctCharacterMap(map: string, characters: ReadonlySet<string>): string | null {
  const entries: Entry[] = [];
  for (const [, kind, content = ''] of map.matchAll(blocks)) {
    for (const [, code = '', second = '', third] of content.matchAll(pairs)) {
      if (kind === 'bfchar') entries.push({ code, character: characterOf(second) });
      else if (third === undefined || !addRange(entries, code, second, third)) return null;
    }
  }
  const corrected = entries.map(({ code, character }) => ({
    code,
    character: ownCharacter(character, characters),
  }));
  if (corrected.every(({ character }, index) => character === entries[index]?.character)) return null;
  const first = map.search(/\d+\s+beginbf(?:char|range)\s/);
  const last = Math.max(
    map.lastIndexOf('endbfchar') + 'endbfchar'.length,
    map.lastIndexOf('endbfrange') + 'endbfrange'.length,
  );
  return map.slice(0, first) + written(corrected) + map.slice(last);
}

/** «<first> <last> <character of the first>»; false where it is no range. */
function addRange(entries: Entry[], first: string, last: string, character: string): boolean {
  const from = Number.parseInt(first, 16);
  const count = Number.parseInt(last, 16) - from + 1;
  const point = characterOf(character).codePointAt(0) ?? 0;
  if (!(count >= 1 && count <= longestRange)) return false;
  for (let index = 0; index < count; index += 1) {
    const code = (from + index).toString(16).toUpperCase().padStart(first.length, '0');
    entries.push({ code, character: String.fromCodePoint(point + index) });
  }
  return true;
}

/** The character itself where the document has it, else its twin that the document has. */
function ownCharacter(character: string, characters: ReadonlySet<string>): string {
  if (characters.has(character)) return character;
  const twins = [character.normalize('NFKC'), twinsWithoutRule.get(character) ?? ''];
  return twins.find((twin) => characters.has(twin)) ?? character;
}

/** Radicals that look like a character of their own but that Unicode does not make equal to it. */
const twinsWithoutRule = new Map(
  '⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙'
    .split(' ')
    .map(([radical = '', character = '']) => [radical, character]),
);

function characterOf(hexadecimal: string): string {
  return Buffer.from(hexadecimal, 'hex').swap16().toString('utf16le');
}

function hexadecimalOf(character: string): string {
  return Buffer.from(character, 'utf16le').swap16().toString('hex').toUpperCase();
}

function written(entries: readonly Entry[]): string {
  const lines = entries.map(({ code, character }) => `<${code}> <${hexadecimalOf(character)}>`);
  const result: string[] = [];
  for (let start = 0; start < lines.length; start += entriesOfBlock) {
    const block = lines.slice(start, start + entriesOfBlock);
    result.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return result.join('\n');
}
