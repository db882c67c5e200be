/** Quantities written in Chinese numerals: 两块, 二十三次, 三百余张, 三四百人, 三分之二, 百分之九十五点五, 六成多, 一年半. */
import { allMatches } from './all-matches.ts';
import { chineseNumeralValue, vagueNumeralValues } from './chinese-numerals.ts';
import { fractionValue, type QuantityPlace, quantityAt, scaled } from './found-quantity.ts';
import { countsByNumeral, numeralUnitPattern, plainUnit } from './measure-words.ts';

const digits = '一二两三四五六七八九';
const numeral = `[${digits}十百千零〇万亿]`;
/** A numeral behind one of these is an ordinal, an article, or a piece of a longer numeral. */
const notBehind = `(?<![${digits}十百千零〇点万亿数几第每同这那某届之不初])`;

/** «单一», «统一», «新一轮»: 一 belongs to the word before it. */
const wordWithOne = /[另任再又单统唯逐专新]$/;

const counted = new RegExp(
  `${notBehind}(?<![上下])(?:(?<from>[${digits}十百千]{1,6})(?:至|到|—|-))?` +
    `(?<number>${numeral}{1,12})(?<hedge>[余多来几])?(?<scale>[万亿])?(?<unit>${numeralUnitPattern})`,
  'g',
);
/** 上百名, 过万人次, 近千人: a round number alone is a figure of speech unless something bounds it. */
const bounded = new RegExp(
  `(?<hedge>上|(?<![不超通经度])过)(?<number>[百千万])(?<unit>${numeralUnitPattern})`,
  'g',
);
const boundBefore = /(?:近|超|逾|超过|不足|不到|将近|接近|至少)$/;
const boundBehind = /^(?:以上|以下|以内|左右)/;

const inParts = new RegExp(
  `(?<denominator>[${digits}十百千万]{1,4})分之(?<numerator>[${digits}十百千零]{1,6}|\\d{1,3}(?:\\.\\d{1,4})?)` +
    `(?:点(?<decimals>[${digits}零〇]{1,4}))?`,
  'g',
);
const inTenths = new RegExp(
  `${notBehind}(?<number>[${digits}]{1,2})成(?:(?<half>半)|(?<tenth>[一二三四五六七八九])(?![十百千万个件名次户]))?(?![立果效员功为绩本品分交长熟都就型]|不变)`,
  'g',
);
const halves = /一半(?!是)|半数|(?<=[近超])半(?![年天月个小数径边])/g;
const halfUnit =
  /(?<![上下前后每大多年天月时倍个])半(?<unit>个小时|个月|个工作日|小时|年|天)(?![度报会载来])/g;

/** All quantities in Chinese numerals of a masked text; in no order, and fractions may overlap counts (一半). */
export function* numeralQuantities(masked: string): Generator<QuantityPlace> {
  yield* fractions(masked);
  for (const match of allMatches(masked, bounded)) {
    const { number = '', unit = '', hedge } = match.groups ?? {};
    const value = scaled('1', number);
    yield quantityAt(
      masked,
      [match.index, match.index + match[0].length],
      value,
      plainUnit(unit).unit,
      hedge,
    );
  }
  for (const match of allMatches(masked, counted)) {
    const found = countedAt(masked, match);
    if (found !== null) yield found;
  }
}

function countedAt(masked: string, match: RegExpExecArray): QuantityPlace | null {
  const { from, number = '', scale, hedge, unit: matched = '' } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const { unit, half, hedge: within } = plainUnit(matched);
  const before = masked.slice(Math.max(0, start - 8), start);
  const behind = masked.slice(end, end + 20);
  const vague = vagueNumeralValues(number);
  if (vague !== null) {
    const range: [string, string] = [scaled(String(vague[0]), scale), scaled(String(vague[1]), scale)];
    return countsByNumeral(vague[1], unit, before, behind)
      ? quantityAt(masked, [start, end], range, unit, hedge)
      : null;
  }
  const round = /^[百千万]/.test(number);
  const figurative = round && hedge === undefined && !boundBefore.test(before) && !boundBehind.test(behind);
  const value = chineseNumeralValue(/^[万亿]/.test(number) ? `一${number}` : number);
  if (value === null || figurative || (number === '一' && wordWithOne.test(before))) return null;
  if (from !== undefined) {
    const least = chineseNumeralValue(from);
    if (least === null || least >= value) return null;
    const range: [string, string] = [scaled(String(least), scale), scaled(String(value), scale)];
    return quantityAt(masked, [start, end], range, unit, hedge);
  }
  if (!half && !countsByNumeral(value, unit, before, behind)) return null;
  return quantityAt(
    masked,
    [start, end],
    scaled(String(value), scale, half ? 0.5 : 0),
    unit,
    hedge ?? within,
  );
}

function* fractions(masked: string): Generator<QuantityPlace> {
  const place = (match: RegExpExecArray): [number, number] => [match.index, match.index + match[0].length];
  if (!/分之|成|半/.test(masked)) return;
  for (const match of allMatches(masked, inParts)) {
    const { denominator = '', numerator = '', decimals = '' } = match.groups ?? {};
    const parts = chineseNumeralValue(denominator === '万' ? '一万' : denominator);
    const whole = /^\d/.test(numerator) ? numerator : chineseNumeralValue(numerator);
    if (parts === null || parts < 2 || whole === null) continue;
    const tail = [...decimals].map((digit) => chineseNumeralValue(digit) ?? 0).join('');
    const share = tail === '' ? String(whole) : `${whole}.${tail}`;
    const sign = parts === 100 ? '%' : parts === 1000 ? '‰' : '';
    yield quantityAt(masked, place(match), sign === '' ? fractionValue(share, parts) : share, sign);
  }
  for (const match of allMatches(masked, inTenths)) {
    const { number = '', half, tenth } = match.groups ?? {};
    const vague = vagueNumeralValues(number);
    const exact = chineseNumeralValue(number);
    if (vague !== null) yield quantityAt(masked, place(match), [String(vague[0]), String(vague[1])], '成');
    else if (exact !== null) {
      const part = tenth === undefined ? '' : `.${chineseNumeralValue(tenth) ?? 0}`;
      yield quantityAt(masked, place(match), half === undefined ? `${exact}${part}` : `${exact}.5`, '成');
    }
  }
  for (const match of allMatches(masked, halves)) yield quantityAt(masked, place(match), '0.5', '');
  for (const match of allMatches(masked, halfUnit))
    yield quantityAt(masked, place(match), '0.5', match.groups?.unit ?? '');
}
