/** Small questions about characters, shared by the steps of the understanding. */

const wideSigns = '“”‘’—…·';
/** First and last code of the ranges: radicals to unified ideographs, compatibility ideographs, full-width forms. */
const wideRanges = [
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xff00, 0xffee],
] as const;

/** Whether a character belongs to Chinese writing, punctuation included: blanks beside it carry no meaning. */
export function isChinese(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.charCodeAt(0);
  return wideRanges.some(([first, last]) => code >= first && code <= last) || wideSigns.includes(character);
}

/** Width in half-width columns. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += isChinese(character) ? 2 : 1;
  return width;
}

/** The text without any blanks. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

const firstFullWidth = 0xff01;
const lastFullWidth = 0xff5e;
const toHalfWidth = 0xfee0;

/** Full-width digits, letters and signs as half-width ones, character by character: positions stay the same. */
export function halfWidth(text: string): string {
  let result = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < firstFullWidth || code > lastFullWidth) continue;
    result += text.slice(done, at) + String.fromCharCode(code - toHalfWidth);
    done = at + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** The text ends as a sentence or a clause of a list does; closing quotes and brackets may follow. */
export function endsSentence(text: string): boolean {
  return /[。！？；：…!?;:][”’"'）)】》]*$/.test(text) || /[\u4e00-\u9fff”）)]\.$/.test(text);
}
