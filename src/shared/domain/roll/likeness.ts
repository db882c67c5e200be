/** How alike two pieces of text are. Pure. */

/** Pairs of neighbouring characters (UTF-16 units) as rising numbers, repeated ones repeated. */
export type CharacterPairs = Uint32Array;

/** The pairs of a text as it stands. */
export function pairsAsWritten(text: string): CharacterPairs {
  const pairs = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
  }
  return pairs.sort();
}

/** The pairs of a text's words: white space and the value of numbers do not count. */
export function characterPairs(text: string): CharacterPairs {
  return pairsAsWritten(text.replace(/\s/gu, '').replace(/[\d０-９.,．]+/gu, '0'));
}

/** Dice's coefficient of two lists of pairs: 0 for nothing in common (or no pairs at all), 1 for the same. */
export function likeness(left: CharacterPairs, right: CharacterPairs): number {
  let l = 0;
  let r = 0;
  let common = 0;
  while (l < left.length && r < right.length) {
    const difference = (left[l] ?? 0) - (right[r] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) l += 1;
    if (difference >= 0) r += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}
