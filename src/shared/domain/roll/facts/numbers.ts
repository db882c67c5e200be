/** Numbers that no table feeds: quantities, ordinals, and every digit that is left. */
import { halfWidth } from '../../text/characters.ts';
import { numeralUnitPattern, unitPattern } from '../../text/measure-words.ts';
import { findQuantities } from '../../text/quantities.ts';
import { type Span, spansOf } from './fact.ts';

/** 第三次, 第十二届: which time it was changes from year to year; 第一责任人 does not. */
const ordinal = /第\s*(?:\d{1,6}|[一二三四五六七八九十百]{1,5})\s*[次届期批轮场号]/g;
/**
 * Numbers in words that findQuantities leaves aside: 连续三年, 三分之二, 八成以上, 翻一番, 数十场, and the claim of 零投诉.
 */
const inWords = [
  /(?<![〇零一二三四五六七八九十第每])(?:[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)年(?![级代])/g,
  /[一二三四五六七八九十百]{1,4}分之[一二三四五六七八九十]{1,4}/g,
  /(?<![一二三四五六七八九十])[一二三四五六七八九]成(?![立员效果功为就长分])(?:以上|以下|左右|多)?/g,
  /翻[了一两二三]?[一两二三四]番/g,
  new RegExp(`[数几上成][十百千万]{1,2}[余多]?(?:${numeralUnitPattern})`, 'g'),
  /零(?:上访|信访|投诉|事故|发生|复议|诉讼|发案|增长|差错|违规|违法|积压|延误)/g,
];
/** 9时30分, 14:05, 3/4, 1-2, G207: one item, not one for each run of digits. */
const anyDigits = new RegExp(
  `[A-Za-z]?\\d{1,40}(?:[.,:·/\\-~–—]\\d{1,40}|[时点]\\d{1,2}分)*(?:[时点号款项]|${unitPattern})?`,
  'g',
);

/** The places of quantities, ordinals and numbers in words; they may overlap. */
export function findNumbers(text: string): Span[] {
  const comparable = halfWidth(text);
  return [
    ...findQuantities(text),
    ...spansOf(comparable, ordinal),
    ...inWords.flatMap((pattern) => spansOf(comparable, pattern)),
  ];
}

/** Runs of digits, for what nothing else has claimed. */
export function findDigits(text: string): Span[] {
  return spansOf(halfWidth(text), anyDigits);
}
