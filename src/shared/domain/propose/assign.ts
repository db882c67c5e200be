/** One indicator has one value a year: settles which quantities may claim which indicator. */
import type { NumberBook } from '../number-book.ts';
import type { Candidate } from './candidates.ts';
import type { LiteralQuantity } from './found-in-chapters.ts';
import { type BindablePlace, bindablePlace, isApproximate, shownText } from './place.ts';

export interface Claim {
  quantity: LiteralQuantity;
  candidate: Candidate | null;
  place: BindablePlace | null;
  safe: boolean;
}

const safeScore = 0.9;
/** The next indicator must be this much less likely. */
const safeMargin = 0.1;
/** Whoever loses an indicator to another number takes the next one only if it fits almost as well. */
const fallbackMargin = 0.1;
/** Two different numbers claim one indicator almost equally: neither is taken unread. */
const rivalMargin = 0.15;

/** The number that this year's table holds, where it holds one. */
function knownValue(book: NumberBook, indicatorId: string, year: number): string | undefined {
  const { entry } = book.cell(indicatorId, year);
  return entry.kind === 'number' ? entry.value : undefined;
}

/**
 * Whoever fits best claims an indicator first. A quantity of another value, not even a rounding of it, takes its next
 * candidate or none. Calculated indicators are not settled here: their number follows from others.
 */
export function assignClaims(
  quantities: readonly { quantity: LiteralQuantity; candidates: readonly Candidate[] }[],
  book: NumberBook,
  year: number,
): Claim[] {
  const claims: Claim[] = quantities.map(({ quantity }) => ({
    quantity,
    candidate: null,
    place: null,
    safe: false,
  }));
  const takers = new Map<string, { index: number; score: number; value: string }>();
  const waiting = quantities.flatMap(({ candidates }, index) =>
    candidates.map((candidate, rank) => ({ candidate, index, rank })),
  );
  waiting.sort((a, b) => b.candidate.score - a.candidate.score || a.index - b.index);
  for (const { candidate, index, rank } of waiting) {
    const entry = quantities[index];
    const claim = claims[index];
    if (entry === undefined || claim === undefined || claim.candidate !== null) continue;
    const { indicator, score } = candidate;
    if (score < (entry.candidates[0]?.score ?? 0) - fallbackMargin) continue;
    if (indicator.formula !== null) {
      claim.candidate = candidate;
      continue;
    }
    const { found } = entry.quantity;
    const known = knownValue(book, indicator.id, year);
    const first = takers.get(indicator.id);
    const place = placeFor(entry.quantity, candidate, known ?? first?.value);
    const agrees = first === undefined || first.value === place.value || place.exact;
    if (first !== undefined && !agrees) {
      const rival = claims[first.index];
      if (rival !== undefined && first.score - score < rivalMargin) rival.safe = false;
      continue;
    }
    // A calculated one is no rival: where its number were meant it would stand first and follow from the others.
    const next = entry.candidates.slice(rank + 1).find((one) => one.indicator.formula === null);
    claim.candidate = candidate;
    claim.place = place;
    claim.safe =
      candidate.clear &&
      rank === 0 &&
      place.exact &&
      (!isApproximate(found, indicator) || known !== undefined) &&
      (known === undefined || shownText(indicator, known, place.format) === place.text) &&
      score >= safeScore &&
      score - (next?.score ?? 0) >= safeMargin;
    if (first === undefined) takers.set(indicator.id, { index, score, value: place.value });
  }
  return claims;
}

/** With the known number where that reads as the text does (520余 for 526), else with the number that is written. */
function placeFor(
  { found }: LiteralQuantity,
  { indicator }: Candidate,
  known: string | undefined,
): BindablePlace {
  if (known !== undefined) {
    const place = bindablePlace(found, indicator, known);
    if (place.exact) return place;
    return { ...bindablePlace(found, indicator), exact: false };
  }
  return bindablePlace(found, indicator);
}
