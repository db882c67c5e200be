/** Forms of a text under which two texts are the same. */
import { halfWidth } from '../text/characters.ts';
import { findQuantities } from '../text/quantities.ts';
import { findDigits } from './facts/numbers.ts';
import { findTimes } from './facts/times.ts';
import { bindingCharacter } from './sentences.ts';

/** Stands for a number or date; bindings count as numbers. */
const numberMark = '#';
const marks = new RegExp(`(?:[${bindingCharacter}]|${numberMark})+`, 'g');
const mayHaveNumber = /[\d０-９〇零一二两三四五六七八九十百]/;

/** Equal for texts that differ in blanks and in the width of characters only. A tab, which parts cells, is no blank. */
export function comparableText(text: string): string {
  return halfWidth(text.replace(/[^\S\t]+/g, ''))
    .replaceAll('。', '.')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
}

/**
 * Equal for texts that differ in numbers, years and dates only. With `units` «58件» and «58人» are different words;
 * without, the unit belongs to the number, as it does where a binding shows both.
 */
export function wordsOf(text: string, options: { units: boolean }): string {
  let words = '';
  let from = 0;
  const spans = mayHaveNumber.test(text)
    ? [
        ...findQuantities(text).map(({ start, end, unit }) => ({
          start,
          end,
          unit: options.units ? unit : '',
        })),
        ...[...findTimes(text), ...findDigits(text)].map(({ start, end }) => ({ start, end, unit: '' })),
      ].sort((a, b) => a.start - b.start || b.end - a.end)
    : [];
  for (const { start, end, unit } of spans) {
    if (start < from) continue;
    words += `${text.slice(from, start)}${numberMark}${unit}`;
    from = end;
  }
  return comparableText(words + text.slice(from)).replace(marks, numberMark);
}
