/** Small questions about characters, shared by the steps of the understanding. */

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffee\u3000-\u303f“”‘’—…·〇]/;

/** Whether a character belongs to Chinese writing, punctuation included: blanks beside it carry no meaning. */
export function isChinese(character: string | undefined): boolean {
  return character !== undefined && wide.test(character);
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

/** Full-width digits, letters and signs as half-width ones, character by character: positions stay the same. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The text ends as a sentence or a clause of a list does; closing quotes and brackets may follow. */
export function endsSentence(text: string): boolean {
  return /[。！？；：…!?;:][”’"'）)】》]*$/.test(text) || /[\u4e00-\u9fff”）)]\.$/.test(text);
}
