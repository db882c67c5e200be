/**
 * 避头尾: which marks may not begin and which may not end a line. The sets are those of Word and WPS for Chinese
 * (中国) and are written into the .docx as well, so that every program breaks the same lines.
 */

/** A line never begins with one of these. */
export const neverFirst =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
/** A line never ends with one of these. */
export const neverLast = '$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥';
/** One of these may hang over the end of a full line. */
const hanging = '、。，．：；！？';

const neverFirstSet = new Set(neverFirst);
const neverLastSet = new Set(neverLast);
const hangingSet = new Set(hanging);

export function mayHang(character: string): boolean {
  return hangingSet.has(character);
}

export interface BreakNeighbour {
  /** One character as a reader sees it. */
  text: string;
  /** Half-width: part of a Western word or number. */
  western: boolean;
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
