/** Characters that XML 1.0 (2.2) forbids, and lone surrogates: a file holding one opens in no program. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text as it may stand in a document; a line break or tab inside a paragraph becomes one blank. */
export function printable(text: string): string {
  return text.replace(unprintable, '').replace(/[\t\r\n\u2028\u2029]+/gu, ' ');
}
