/** Which paragraph of the returned file was which of the report: kept, moved, split, joined, struck out, put in. Pure. */
import { type Alignable, alignItems, type IndexPair } from '../roll/align.ts';

export type BlockMatch =
  | { kind: 'pair'; left: number; right: number }
  | { kind: 'removed'; left: number }
  | { kind: 'added'; right: number }
  /** The same words at another place. */
  | { kind: 'moved'; left: number; right: number }
  /** One paragraph whose words are now those of several that follow each other. */
  | { kind: 'split'; left: number; right: number[] }
  | { kind: 'joined'; left: number[]; right: number };

export interface BlockKey extends Alignable {
  /** What it is: only what is the same can have become each other where the words do not say so. */
  form: 'text' | 'heading' | 'table';
  /** The places of numbers in it, in order, by which one of several with the same words is told; '' for none. */
  places: string;
}

/** Shorter texts stand at several places by chance; a move of one is told as struck out and put in. */
const shortestMoved = 8;
const mostPieces = 8;

/**
 * Each index of both lists stands in exactly one match, in the order of the right list; what was struck out is told where
 * it stood. Moves, splits and joins are told only where the words are the same. One struck out beside one put in, with nothing
 * else changed around them, is one rewritten.
 */
export function matchBlocks(left: readonly BlockKey[], right: readonly BlockKey[]): BlockMatch[] {
  const repeated = new Set([...repeatedKeys(left), ...repeatedKeys(right)]);
  const pairs = alignItems(anchors(left, repeated), anchors(right, repeated));
  const isSame = ({ left: l, right: r }: IndexPair) =>
    l !== null && r !== null && left[l]?.key === right[r]?.key;
  const matches: BlockMatch[] = [];
  let stretch: IndexPair[] = [];
  const endStretch = () => {
    matches.push(...changedStretch(stretch, left, right));
    stretch = [];
  };
  for (const pair of pairs) {
    if (!isSame(pair)) {
      stretch.push(pair);
      continue;
    }
    endStretch();
    matches.push(...matchesOf([pair]));
  }
  endStretch();
  return withRewritten(withMoves(matches, left, right), left, right);
}

function repeatedKeys(blocks: readonly BlockKey[]): string[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ key }) => {
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}

/** The same words at several places are the same paragraph only where the same numbers stand in them. */
function anchors(blocks: readonly BlockKey[], repeated: ReadonlySet<string>): Alignable[] {
  return blocks.map(({ key, words, places }) => ({
    key: places !== '' && repeated.has(key) ? `${key}\u0002${places}` : key,
    words,
  }));
}

function matchesOf(pairs: readonly IndexPair[]): BlockMatch[] {
  return pairs.flatMap(({ left, right }): BlockMatch[] => {
    if (left === null) return right === null ? [] : [{ kind: 'added', right }];
    return right === null ? [{ kind: 'removed', left }] : [{ kind: 'pair', left, right }];
  });
}

interface Regrouped {
  one: number;
  many: number[];
}

/** Where several neighbours of `many` have together the words of one of `one`. */
function regrouped(
  one: readonly number[],
  ones: readonly BlockKey[],
  many: readonly number[],
  manys: readonly BlockKey[],
): Regrouped[] {
  const found: Regrouped[] = [];
  let from = 0;
  for (const index of one) {
    const whole = ones[index]?.key ?? '';
    for (let start = from; start < many.length; start += 1) {
      const beginning = manys[many[start] ?? -1]?.key ?? '';
      if (beginning.length >= whole.length || !whole.startsWith(beginning)) continue;
      let text = '';
      let end = start;
      while (end < many.length && end - start < mostPieces && text.length < whole.length) {
        text += manys[many[end] ?? -1]?.key ?? '';
        end += 1;
      }
      if (text !== whole || end - start < 2) continue;
      found.push({ one: index, many: many.slice(start, end) });
      from = end;
      break;
    }
  }
  return found;
}

/** A stretch without equal paragraphs: looked through for splits and joins, the rest as it was aligned. */
function changedStretch(
  pairs: readonly IndexPair[],
  left: readonly BlockKey[],
  right: readonly BlockKey[],
): BlockMatch[] {
  const lefts = pairs.flatMap((pair) => pair.left ?? []);
  const rights = pairs.flatMap((pair) => pair.right ?? []);
  const splits = regrouped(lefts, left, rights, right);
  const joins = regrouped(rights, right, lefts, left);
  if (splits.length === 0 && joins.length === 0) return matchesOf(pairs);
  const usedLeft = new Set([...splits.map(({ one }) => one), ...joins.flatMap(({ many }) => many)]);
  const usedRight = new Set([...splits.flatMap(({ many }) => many), ...joins.map(({ one }) => one)]);
  const splitAt = new Map(splits.map((split) => [split.many[0], split]));
  const joinAt = new Map(joins.map((join) => [join.one, join]));
  return pairs.flatMap(({ left: l, right: r }): BlockMatch[] => {
    const split = r === null ? undefined : splitAt.get(r);
    const join = r === null ? undefined : joinAt.get(r);
    const regroup: BlockMatch[] = [
      ...(split === undefined ? [] : [{ kind: 'split' as const, left: split.one, right: split.many }]),
      ...(join === undefined ? [] : [{ kind: 'joined' as const, left: join.many, right: join.one }]),
    ];
    const freeLeft = l !== null && !usedLeft.has(l) ? l : null;
    const freeRight = r !== null && !usedRight.has(r) ? r : null;
    return [...matchesOf([{ left: freeLeft, right: freeRight }]), ...regroup];
  });
}

function withMoves(
  matches: readonly BlockMatch[],
  left: readonly BlockKey[],
  right: readonly BlockKey[],
): BlockMatch[] {
  const keyOf = (match: BlockMatch) => {
    if (match.kind === 'removed') return left[match.left]?.key ?? '';
    return match.kind === 'added' ? (right[match.right]?.key ?? '') : '';
  };
  const removed = Map.groupBy(
    matches.filter((match) => match.kind === 'removed'),
    keyOf,
  );
  const moved = new Set<BlockMatch>();
  const result = matches.map((match): BlockMatch => {
    const key = keyOf(match);
    if (match.kind !== 'added' || key.length < shortestMoved) return match;
    const from = removed.get(key)?.find((one) => !moved.has(one));
    if (from === undefined) return match;
    moved.add(from);
    return { kind: 'moved', left: from.left, right: match.right };
  });
  return result.filter((match) => !moved.has(match));
}

function withRewritten(
  matches: readonly BlockMatch[],
  left: readonly BlockKey[],
  right: readonly BlockKey[],
): BlockMatch[] {
  const isOneSided = (match: BlockMatch | undefined) => match?.kind === 'removed' || match?.kind === 'added';
  const result: BlockMatch[] = [];
  for (let index = 0; index < matches.length; index += 1) {
    const pair = [matches[index], matches[index + 1]];
    const removed = pair.find((one) => one?.kind === 'removed');
    const added = pair.find((one) => one?.kind === 'added');
    const alone = !isOneSided(matches[index - 1]) && !isOneSided(matches[index + 2]);
    const [match] = pair;
    if (alone && removed?.kind === 'removed' && added?.kind === 'added') {
      const sameForm = left[removed.left]?.form === right[added.right]?.form;
      if (sameForm) {
        result.push({ kind: 'pair', left: removed.left, right: added.right });
        index += 1;
        continue;
      }
    }
    if (match !== undefined) result.push(match);
  }
  return result;
}
