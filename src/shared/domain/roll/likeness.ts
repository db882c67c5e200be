/** How alike two pieces of text are. Pure. */

/** A text's pairs of neighbouring characters, with how often each occurs. White space and the value of numbers do not count. */
export type CharacterPairs = ReadonlyMap<string, number>;

export function characterPairs(text: string): CharacterPairs {
  const words = text.replace(/\s/gu, '').replace(/[\d０-９.,．]+/gu, '0');
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < words.length; index += 1) {
    const pair = words.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function total(counts: CharacterPairs): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Dice's coefficient of two bags of pairs: 0 for nothing in common, 1 for the same. */
export function likeness(a: CharacterPairs, b: CharacterPairs): number {
  const size = total(a) + total(b);
  if (size === 0) return 0;
  const shared = [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0);
  return (2 * shared) / size;
}
