/** How wide text is, counted in characters of its own type size: what places a signature and breaks a title. */

/** Characters that fill half a square: digits, Latin letters and half-width punctuation. */
const halfWidth = /^[ -~¡-ſ｡-ﾟ]$/u;

/**
 * Width in full-width characters: a Han character or full-width mark counts 1, a half-width character 0.5. Western
 * letters differ a little; digits in Times New Roman are exactly half as wide as high.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += halfWidth.test(character) ? 0.5 : 1;
  return width;
}
