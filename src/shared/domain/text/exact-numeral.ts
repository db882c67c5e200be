/** Chinese numerals that can mean one number only, as a person may write them where a number is asked for. */
import { chineseNumeralValue } from './chinese-numerals.ts';

const numeral = /^[零〇一二两三四五六七八九十百千万亿]+$/;
/** 一百二 may be 102 or 120, 三万六 may be 30006 or 36000: a digit without unit right behind a place above the tens. */
const openPlace = /[百千万亿][一二两三四五六七八九](?:[万亿]|$)/;
/** Put together as nobody teaches it; what was meant is anybody's guess. */
const oddPlaces: readonly RegExp[] = [
  /(?:^|[零万亿])[百千]/,
  /^零.|.零$|零[零十百千万亿]|十零/,
  /百零[一二两三四五六七八九]十|千零[一二两三四五六七八九]百/,
];

/**
 * `exact`: 十二, 三百五十六, 两千零五, 三万六千. `ambiguous`: signs of numerals that leave open which number is meant, as
 * 一百二, 二三, 三四百, or that are put together oddly. Null: no numeral at all.
 */
export function readNumeral(text: string): { kind: 'exact'; value: number } | { kind: 'ambiguous' } | null {
  if (!numeral.test(text)) return null;
  const plain = text.replaceAll('〇', '零');
  const value = chineseNumeralValue(plain);
  return value === null || openPlace.test(plain) || oddPlaces.some((odd) => odd.test(plain))
    ? { kind: 'ambiguous' }
    : { kind: 'exact', value };
}
