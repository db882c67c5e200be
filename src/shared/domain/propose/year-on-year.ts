/** Phrases that compare with last year: bound only where both years' numbers say the same, word for word. */

import type { BindingFormat } from '../binding-format.ts';
import { renderBinding } from '../binding-text.ts';
import type { NumberBook } from '../number-book.ts';
import type { LiteralQuantity } from './found-in-chapters.ts';

export interface ComparisonPlace {
  start: number;
  end: number;
  text: string;
  format: BindingFormat;
}

const lead = /较上年(?:增长|下降|增加|减少|提高|降低)$/;
const formats: readonly BindingFormat[] = [{ style: 'growth' }, { style: 'change' }];

/** The whole phrase around the quantity, or null where the text before it is no such phrase. */
function comparisonPhrase({ paragraphText, found }: LiteralQuantity): { start: number; text: string } | null {
  const words = lead.exec(paragraphText.slice(0, found.start))?.[0];
  if (words === undefined) return null;
  const start = found.start - words.length;
  return { start, text: paragraphText.slice(start, found.end) };
}

/** The format in which the indicator's two years read as the phrase does; null where the phrase does not follow. */
export function comparisonPlace(
  quantity: LiteralQuantity,
  indicatorId: string,
  book: NumberBook,
  year: number,
): ComparisonPlace | null {
  const phrase = comparisonPhrase(quantity);
  if (phrase === null) return null;
  const format = formats.find(
    (one) =>
      renderBinding({ id: 'trial', indicatorId, yearOffset: 0, format: one }, year, book).text ===
      phrase.text,
  );
  return format === undefined ? null : { ...phrase, end: quantity.found.end, format };
}
