/** Finding an indicator by a part of its name. Pure. */
import type { Indicator } from '../../../../shared/domain/model.ts';

function rank(name: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at < 0) return null;
    sum += at;
  }
  return sum;
}

/**
 * Indicators whose name holds every word of the query, those that begin with it first, shorter names before longer
 * ones; without a query the first ones of the table. At most `limit`.
 */
export function findIndicators(indicators: readonly Indicator[], query: string, limit: number): Indicator[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return indicators.slice(0, limit);
  return indicators
    .flatMap((indicator) => {
      const place = rank(indicator.name.normalize('NFKC').toLowerCase(), words);
      return place === null ? [] : [{ indicator, place }];
    })
    .sort((a, b) => a.place - b.place || a.indicator.name.length - b.indicator.name.length)
    .slice(0, limit)
    .map(({ indicator }) => indicator);
}
