/**
 * 避头尾: which marks may not begin and which may not end a line. The sets are Word's own for Chinese (中国). LibreOffice
 * lets a line begin with some of them that are rare there: … ℃ ％ ‰ ° ″ 〃 ＂ ＇ ］ ｀ among others.
 */

/** A line never begins with one of these. */
export const neverFirst =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
/** A line never ends with one of these. */
export const neverLast = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥';
/** One of these may hang over the end of a full line. */
const hanging = '、。，．：；！？!,.:;?';

const neverFirstSet = new Set(neverFirst);
const neverLastSet = new Set(neverLast);
const hangingSet = new Set(hanging);

export interface BreakNeighbour {
  /** One character as a reader sees it. */
  text: string;
  /** Half-width: part of a Western word or number. */
  western: boolean;
}

/** Behind a full-width character only: a mark behind a Western word goes to the next line together with the word. */
export function mayHang(before: BreakNeighbour, mark: BreakNeighbour): boolean {
  return hangingSet.has(mark.text) && !before.western;
}

/** After these a Western word may be continued on the next line, unless a digit follows. */
const joint = new Set('-/|');
const digit = /^\d$/u;

/** Whether a line may end between two characters. Blanks stay at the end of the line before. */
export function mayBreakBetween(before: BreakNeighbour, after: BreakNeighbour): boolean {
  if (after.text === ' ' || after.text === '\u3000') return false;
  if (neverFirstSet.has(after.text) || neverLastSet.has(before.text)) return false;
  // 破折号 is one mark of two characters.
  if (before.text === '—' && after.text === '—') return false;
  if (before.text === ' ' || !before.western || !after.western) return true;
  return joint.has(before.text) && !digit.test(after.text) && !joint.has(after.text);
}
