/** Finding an indicator by a part of its name, by how it is read, or by its initials. Pure. */
import type { Indicator } from '../../../../shared/domain/model.ts';
import { pinyinPlace } from './pinyin-match.ts';
import type { ReadName } from './pinyin-readings.ts';

const letters = /^[a-z]+$/;

/** Where a word of the query stands in the name: by its characters, else by its reading. */
function placeOf(name: string, word: string, syllables: readonly string[] | null): number | null {
  const at = name.indexOf(word);
  if (at >= 0) return at;
  return syllables !== null && letters.test(word) ? pinyinPlace(syllables, word) : null;
}

function rank(name: string, words: readonly string[], syllables: readonly string[] | null): number | null {
  let sum = 0;
  for (const word of words) {
    const at = placeOf(name, word, syllables);
    if (at === null) return null;
    sum += at;
  }
  return sum;
}

/**
 * Indicators whose name holds every word of the query, those that begin with it first, shorter names before longer
 * ones; without a query the first ones of the table. A word of letters is also looked for in how `read` reads the
 * name: «tjaj» and «tiaojie» find 调解案件. At most `limit`.
 */
export function findIndicators(
  indicators: readonly Indicator[],
  query: string,
  limit: number,
  read: ReadName = () => null,
): Indicator[] {
  // An input method parts the syllables it has not yet turned into characters: «tiao'jie».
  const words = query.normalize('NFKC').toLowerCase().replace(/['’]/gu, '').split(/\s+/u).filter(Boolean);
  if (words.length === 0) return indicators.slice(0, limit);
  const spelt = words.some((word) => letters.test(word));
  return indicators
    .flatMap((indicator) => {
      const name = indicator.name.normalize('NFKC').toLowerCase();
      const place = rank(name, words, spelt ? read(indicator.name) : null);
      return place === null ? [] : [{ indicator, place }];
    })
    .sort((a, b) => a.place - b.place || a.indicator.name.length - b.indicator.name.length)
    .slice(0, limit)
    .map(({ indicator }) => indicator);
}
