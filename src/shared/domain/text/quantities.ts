/** Numbers with a measure word in prose: what has to be decided anew when a report is rolled forward. */
import { arabicQuantities } from './arabic-quantities.ts';
import type { FoundQuantity, QuantityPlace } from './found-quantity.ts';
import { numeralQuantities } from './numeral-quantities.ts';
import { maskOtherNumbers } from './other-numbers.ts';

export type { FoundQuantity };

/** All quantities of a text, in order, none overlapping. Takes time in proportion to the text's length. */
export function findQuantities(text: string): FoundQuantity[] {
  const masked = maskOtherNumbers(text);
  const places = [...arabicQuantities(masked), ...numeralQuantities(masked)].sort(
    // Of two at one place the longer one holds the other.
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: QuantityPlace[] = [];
  for (const place of places) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept.map((place) => ({ ...place, text: text.slice(place.start, place.end) }));
}
