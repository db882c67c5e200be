/** Which item of one list answers which of another, in order: anchors that are equal, then pairs that are similar. */
import { diffArrays } from 'diff';
import { type CharacterPairs, likeness, pairsAsWritten } from './likeness.ts';

export interface Alignable {
  /** Equal for items that are the same. */
  key: string;
  /** Equal for items that differ in numbers only; similarity is measured on it. */
  words: string;
}

export interface IndexPair {
  left: number | null;
  right: number | null;
}

interface Range {
  leftFrom: number;
  leftTo: number;
  rightFrom: number;
  rightTo: number;
}
type Match = [left: number, right: number];

/** Work limits, so that two long lists with nothing in common take seconds, not hours. */
const mostEdits = 1500;
const allPairsUpTo = 2500;
const postingsKept = 40;
const candidatesPerItem = 5;
/** Share of common pairs of characters from which on two paragraphs count as versions of one. */
const similarFrom = 0.4;

/** Aligns two lists; each index of both stands in exactly one pair, in rising order. */
export function alignItems(left: readonly Alignable[], right: readonly Alignable[]): IndexPair[] {
  const whole = { leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length };
  const same = commonItems(left, right, whole, (item) => item.key);
  const numbers = gaps(whole, same).flatMap((range) => commonItems(left, right, range, (item) => item.words));
  const anchors = [...same, ...numbers].sort((a, b) => a[0] - b[0]);
  const similar = gaps(whole, anchors).flatMap((range) => similarItems(left, right, range));
  const matches = [...anchors, ...similar].sort((a, b) => a[0] - b[0]);
  return complete(whole, matches);
}

function complete(whole: Range, matches: readonly Match[]): IndexPair[] {
  const pairs: IndexPair[] = [];
  let left = 0;
  let right = 0;
  for (const [l, r] of [...matches, [whole.leftTo, whole.rightTo] as const]) {
    for (; left < l; left += 1) pairs.push({ left, right: null });
    for (; right < r; right += 1) pairs.push({ left: null, right });
    if (l < whole.leftTo && r < whole.rightTo) pairs.push({ left: l, right: r });
    left = l + 1;
    right = r + 1;
  }
  return pairs;
}

/** The ranges between matches that hold something on both sides. */
function gaps(whole: Range, matches: readonly Match[]): Range[] {
  const ranges: Range[] = [];
  let { leftFrom, rightFrom } = whole;
  for (const [left, right] of [...matches, [whole.leftTo, whole.rightTo] as const]) {
    if (left > leftFrom && right > rightFrom) {
      ranges.push({ leftFrom, leftTo: left, rightFrom, rightTo: right });
    }
    leftFrom = left + 1;
    rightFrom = right + 1;
  }
  return ranges;
}

/** A longest common subsequence; of lists that differ too much, one of the items that are unique on both sides. */
function commonItems(
  left: readonly Alignable[],
  right: readonly Alignable[],
  range: Range,
  keyOf: (item: Alignable) => string,
): Match[] {
  const keysOf = (items: readonly Alignable[], from: number, to: number) =>
    items.slice(from, to).map((item, index) => ({ key: keyOf(item), at: from + index }));
  const allLeft = keysOf(left, range.leftFrom, range.leftTo);
  const allRight = keysOf(right, range.rightFrom, range.rightTo);
  const inLeft = Map.groupBy(allLeft, ({ key }) => key);
  const inRight = Map.groupBy(allRight, ({ key }) => key);
  // What stands on one side only can match nothing, and would only cost the difference its time.
  const lefts = allLeft.filter(({ key }) => inRight.has(key));
  const rights = allRight.filter(({ key }) => inLeft.has(key));
  const changes = diffArrays(
    lefts.map(({ key }) => key),
    rights.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (changes === undefined) {
    return bestRising(
      lefts.flatMap(({ key, at }) => {
        const [only, ...more] = inRight.get(key) ?? [];
        const unique = only !== undefined && more.length === 0 && inLeft.get(key)?.length === 1;
        return unique ? [{ match: [at, only.at] satisfies Match, score: 1 }] : [];
      }),
    );
  }
  const matches: Match[] = [];
  let l = 0;
  let r = 0;
  for (const change of changes) {
    for (let step = 0; step < change.count; step += 1) {
      const leftItem = lefts[l];
      const rightItem = rights[r];
      if (!change.added) l += 1;
      if (!change.removed) r += 1;
      if (change.added || change.removed || leftItem === undefined || rightItem === undefined) continue;
      matches.push([leftItem.at, rightItem.at]);
    }
  }
  return matches;
}

interface Scored {
  match: Match;
  score: number;
}

/** Pairs within a range whose words are similar, without crossing, of the greatest similarity in all. */
function similarItems(left: readonly Alignable[], right: readonly Alignable[], range: Range): Match[] {
  const lefts = left.slice(range.leftFrom, range.leftTo).map((item) => pairsAsWritten(item.words));
  const rights = right.slice(range.rightFrom, range.rightTo).map((item) => pairsAsWritten(item.words));
  const candidatesOf = candidateFinder(lefts.length, rights);
  const scored = lefts.flatMap((pairs, l): Scored[] =>
    candidatesOf(pairs, l).flatMap((r) => {
      const other = rights[r];
      const score = other === undefined ? 0 : likeness(pairs, other);
      return score < similarFrom
        ? []
        : [{ match: [range.leftFrom + l, range.rightFrom + r] satisfies Match, score }];
    }),
  );
  return bestRising(scored);
}

/** Which right items are worth comparing: all of a small range, else those that share rare pairs or the place. */
function candidateFinder(
  leftCount: number,
  rights: readonly CharacterPairs[],
): (pairs: CharacterPairs, at: number) => number[] {
  if (leftCount * rights.length <= allPairsUpTo) {
    const all = rights.map((_, index) => index);
    return () => all;
  }
  const postings = new Map<number, number[]>();
  rights.forEach((pairs, index) => {
    for (const pair of new Set(pairs)) {
      const places = postings.get(pair);
      if (places === undefined) postings.set(pair, [index]);
      else if (places.length <= postingsKept) places.push(index);
    }
  });
  return (pairs, at) => {
    const shared = new Map<number, number>();
    for (const pair of new Set(pairs)) {
      const places = postings.get(pair) ?? [];
      if (places.length > postingsKept) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, candidatesPerItem);
    const here = Math.round((at * rights.length) / leftCount);
    return [...new Set([...best.map(([place]) => place), here - 1, here, here + 1])].sort((a, b) => a - b);
  };
}

/** The matches of greatest total score that rise on both sides. Input by rising left; O(n log n) by a Fenwick tree. */
function bestRising(scored: readonly Scored[]): Match[] {
  const ordered = scored.toSorted((a, b) => a.match[0] - b.match[0] || b.match[1] - a.match[1]);
  const places = [...new Set(ordered.map(({ match }) => match[1]))].sort((a, b) => a - b);
  const rank = new Map(places.map((place, index) => [place, index + 1]));
  const chains: { match: Match; total: number; before: number }[] = [];
  const tree = new Int32Array(places.length + 1).fill(-1);
  const totalOf = (chain: number) => chains[chain]?.total ?? 0;
  for (const { match, score } of ordered) {
    const own = rank.get(match[1]) ?? 1;
    let before = -1;
    for (let at = own - 1; at > 0; at -= at & -at) {
      const chain = tree[at] ?? -1;
      if (totalOf(chain) > totalOf(before)) before = chain;
    }
    chains.push({ match, total: totalOf(before) + score, before });
    for (let at = own; at < tree.length; at += at & -at) {
      if (totalOf(chains.length - 1) > totalOf(tree[at] ?? -1)) tree[at] = chains.length - 1;
    }
  }
  let last = chains.reduce((best, chain, index) => (chain.total > totalOf(best) ? index : best), -1);
  const matches: Match[] = [];
  while (last >= 0) {
    const chain = chains[last];
    if (chain === undefined) break;
    matches.push(chain.match);
    last = chain.before;
  }
  return matches.reverse();
}
