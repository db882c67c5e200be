/** Years and numbers that stand in the text as words, not as bindings: in a carried paragraph each is a decision. Pure. */

export interface LiteralFact {
  kind: 'date' | 'number';
  /** UTF-16 offsets within the text, end exclusive. */
  start: number;
  end: number;
}

/**
 * A year with its month and day (2023年11月5日, 2023—2024年度), a plan period (2021-2025年), a month alone (9月), or a number with its
 * decimals, thousands separators, 余 and the counting word's 万 or % that belong to it. Full-width digits count.
 */
const factPattern =
  /(?<date>(?:19|20|21)\d{2}(?:\s*[-–—至]\s*(?:19|20|21)?\d{2})?\s*年(?:度|\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|〔(?:19|20|21)\d{2}〕|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)|(?<number>[0-9０-９]+(?:[,，][0-9]{3})*(?:[.．][0-9０-９]+)?(?:\s*(?:[%％‰]|万|亿))?余?)/gu;

/** All literal facts of a text, in order, not overlapping. */
export function literalFacts(text: string): LiteralFact[] {
  return [...text.matchAll(factPattern)].map((match) => ({
    kind: match.groups?.date === undefined ? 'number' : 'date',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
