/** Where a typed / means «put a number here», and where it is only a slash. Pure. */
import { unitPattern } from '../../../../shared/domain/text/measure-words.ts';

/** Behind a number, a letter, another slash, or a unit («元/人», «3件/») a slash is a slash. */
const behindNumber = /[\p{Nd}A-Za-zＡ-Ｚａ-ｚ%‰％/／.．:：\\]$/u;
const behindUnit = new RegExp(
  `(?:[\\d０-９零〇一二两三四五六七八九十百千万亿]\\s?(?:${unitPattern})|[元吨米亩里斤克升人户])$`,
  'u',
);

/** `before`: the text of the paragraph up to the slash, each number of the tables as `chip`. */
export function opensList(before: string, chip: string): boolean {
  return !before.endsWith(chip) && !behindNumber.test(before) && !behindUnit.test(before);
}
