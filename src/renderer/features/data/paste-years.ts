/** Which year a column of a pasted table is about, from the words above it. Pure. */
import { halfWidth } from '../../../shared/domain/text/characters.ts';

/** Words of columns that compare years or count parts of one. */
const noWholeYear = /增|减|较|比|占|差|±|幅|季度|半年|\d月|[一二三四五六七八九十]月/;

const wordsOfYears: readonly (readonly [RegExp, number])[] = [
  [/前年|上上年/, -2],
  [/去年|上年|上一年|上期|往年同期/, -1],
  [/本年|今年|当年|本期|本报告期/, 0],
];

/**
 * The year that all of `heads` (a column's header cells from above, merged ones included) speak of; null where they name
 * none, more than one, or something else than a whole year's number. «去年» counts from `year`, the reporting year.
 */
export function yearOfHeads(heads: readonly string[], year: number): number | null {
  const text = [...new Set(heads.map((head) => halfWidth(head).replace(/\s+/g, '')))].join('\n');
  if (noWholeYear.test(text)) return null;
  const written = [...text.matchAll(/(?<!\d)((?:19|20|21)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  let words = text;
  const told: number[] = [];
  for (const [word, offset] of wordsOfYears) {
    if (!word.test(words)) continue;
    told.push(year + offset);
    // «上上年» holds «上年».
    words = words.replace(new RegExp(word, 'g'), '');
  }
  const years = new Set([...written, ...told]);
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
