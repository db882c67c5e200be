/** A heading as it is typed, brought to what a heading holds. Pure. */

/** One line, no marker typed by habit at its front, no closing punctuation: both are set by the program. */
export function cleanHeading(text: string): string {
  return text
    .replace(/[\r\n\t]+/gu, ' ')
    .trim()
    .replace(
      /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]\s*(?!\d)|（\d{1,2}）)/u,
      '',
    )
    .replace(/[。；：;:]+$/u, '')
    .trim();
}
