/** Damage to texts: their own pieces doubled, moved, left out, repeated, or replaced by what readers stumble over. */
import type { Random } from '../random.ts';

export const awkwardTexts = [
  '',
  ' ',
  '\0',
  '\t',
  '\r\n',
  '\u2028',
  '\u200B',
  '\uFEFF',
  '\uFFFD',
  '\uFFFE',
  '\uD800',
  '𠮷',
  'e\u0301',
  '\u202E',
  '０',
  '一',
  '-0',
  '1e999',
  '9'.repeat(400),
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '"',
  "'",
  '<',
  '>',
  '&amp;',
  '{{',
  '%00',
  '，',
  '（',
  '“',
];

/** The text in pieces of its own: words, numbers, signs, blanks. */
export function piecesOf(text: string): string[] {
  return text.match(/[A-Za-z_]+|\d+|\s+|[\p{Script=Han}]+|./gsu) ?? [];
}

/** Some two hundred times a piece is enough to meet a rule that looks at everything behind it. */
const longestRepeat = 400;
/** Characters of what is repeated, lest repeats of repeats make a file of any size. */
const longestRepeated = 500;

export function mutateText(text: string, random: Random, dictionary: readonly string[] = []): string {
  const pieces = piecesOf(text);
  const words = [...awkwardTexts, ...dictionary, ...dictionary];
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = random.below(pieces.length + 1);
    const stretch = 1 + random.below(8);
    switch (random.below(6)) {
      case 0:
        pieces.splice(at, stretch);
        break;
      case 1:
        pieces.splice(at, 0, ...pieces.slice(at, at + stretch));
        break;
      case 2:
        pieces.splice(random.below(pieces.length + 1), 0, ...pieces.splice(at, stretch));
        break;
      case 3:
        pieces.splice(at, 1, random.pick(words));
        break;
      case 4:
        pieces.splice(at, 0, random.pick(words));
        break;
      default: {
        const piece = (pieces[at] ?? random.pick(words)).slice(0, longestRepeated);
        pieces.splice(at, 0, piece.repeat(1 + random.below(longestRepeat)));
      }
    }
  }
  return pieces.join('');
}

/** Texts that make a rule with overlapping choices go through all of them: many of one piece, and then another. */
export function monotonousText(random: Random, dictionary: readonly string[] = []): string {
  const words = [...awkwardTexts, ...dictionary, ...dictionary].filter((word) => word !== '');
  const unit = Array.from({ length: 1 + random.below(3) }, () => random.pick(words)).join('');
  const times = Math.floor(random.pick([100, 1000, 20_000, 60_000]) / unit.length) + 1;
  return `${random.pick(words)}${unit.repeat(times)}${random.pick(words)}`;
}
