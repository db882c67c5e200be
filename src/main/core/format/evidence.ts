/** What most of a sample says, and how sure that makes. */
import type { Certainty, LearntPlace } from '../../../shared/domain/learnt-format.ts';
import type { Found } from './looks.ts';

export interface Evidence<T> {
  value: T;
  place: LearntPlace;
  /** How much it counts: characters, or paragraphs. */
  weight: number;
}

export interface Learnt<T> extends Found<T> {
  certainty: Certainty;
}

/** From these shares of the weight on. */
const sureShare = 0.85;
const likelyShare = 0.5;

/** Evidence of a found look, or none. */
export function evidence<T>(found: Found<T> | null, weight: number): Evidence<T>[] {
  return found === null || weight <= 0 ? [] : [{ ...found, weight }];
}

/** The value that most weight stands behind; of equals the first. Null without evidence. */
export function majority<T>(all: readonly Evidence<T>[]): Learnt<T> | null {
  const groups = Map.groupBy(all, ({ value }) => JSON.stringify(value));
  const weightOf = (group: readonly Evidence<T>[]) => group.reduce((sum, { weight }) => sum + weight, 0);
  let best: readonly Evidence<T>[] = [];
  for (const group of groups.values()) if (weightOf(group) > weightOf(best)) best = group;
  const [first] = best;
  if (first === undefined) return null;
  const share = weightOf(best) / weightOf(all);
  const certainty = share >= sureShare ? 'sure' : share >= likelyShare ? 'likely' : 'unsure';
  return { value: first.value, place: placeOf(best), certainty };
}

/** Where most of it stood. */
function placeOf<T>(group: readonly Evidence<T>[]): LearntPlace {
  const places = new Map<LearntPlace, number>();
  for (const { place, weight } of group) places.set(place, (places.get(place) ?? 0) + weight);
  const [first] = [...places].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? 'direct';
}

/** Never more than likely: told by a rule of thumb. */
export function byRuleOfThumb<T>(learnt: Learnt<T> | null): Learnt<T> | null {
  return learnt === null || learnt.certainty !== 'sure' ? learnt : { ...learnt, certainty: 'likely' };
}
