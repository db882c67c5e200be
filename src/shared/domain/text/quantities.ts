/**
 * Numbers with a measure word in prose: what has to be decided anew when a report is rolled forward. A first form;
 * fractions and numbers without a unit are not looked for.
 */
import { Decimal } from 'decimal.js';
import { chineseNumeralValue } from './chinese-numerals.ts';
import { countsByNumeral, numeralUnitPattern, unitPattern } from './measure-words.ts';
import { maskOtherNumbers } from './other-numbers.ts';

export interface FoundQuantity {
  /** Exact slice of the text, hedges included: `text.slice(start, end)`. */
  text: string;
  /** Decimal string in base units (3万 → "30000"); a range has two. */
  value: string | [string, string];
  /** «人次», «%»; of 3万元 it is «元», as 万 scales the number. */
  unit: string;
  /** The hedge, 余 多 约 不到 …, or null. */
  approx: string | null;
  start: number;
  end: number;
}

/** Digits enough for any number a person writes, so that scaling is exact. */
const Exact = Decimal.clone({ precision: 60 });

const scaleFactors: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const hedgeAfterUnit = '以上|以下|以内|左右|上下';

const measuredNumber = new RegExp(
  '(?<number>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?)(?![\\d]|\\.\\d)' +
    `(?:\\s?(?<scale>[十百千]?[万亿]|[百千](?!瓦|米|克)))?(?:\\s?(?<hedge>[余多来]))?(?:\\s?(?<unit>${unitPattern}))?`,
  'y',
);
const numeralNumber = new RegExp(
  '(?<![一二两三四五六七八九十百千万亿数几上第每同这那某另任再又届单统唯之逐不专初])' +
    `(?<number>[一二两三四五六七八九十百千]{1,7})(?<scale>[万亿])?(?<hedge>[余多])?(?<unit>${numeralUnitPattern})`,
  'g',
);
const percentInWords =
  /百分之(?<number>[零一二三四五六七八九十百]{1,5})(?:点(?<fraction>[零一二三四五六七八九]{1,4}))?/g;
const numberStart = /(?<![\d.A-Za-z])\d/g;
const between = /\s?(?:[-—–~～－]{1,2}|至|到)\s?/y;
const behindUnit = new RegExp(`\\s?(?<hedge>${hedgeAfterUnit})`, 'y');
/** 节约20万元, 附近3个村: the character is part of another word. */
const beforeNumber =
  /(?<![节预签条合违公履制最附临靠])(?<hedge>不少于|不低于|不超过|不多于|不高于|不足|不到|不下|至少|至多|最多|最少|大约|将近|接近|超过|低于|高于|近|约|超|逾)\s?$/;

type Place = Omit<FoundQuantity, 'text'>;

interface Measured {
  value: string;
  unit: string | undefined;
  scale: string | undefined;
  hedge: string | undefined;
  end: number;
}

/** All quantities of a text, in order, none overlapping. Takes time in proportion to the text's length. */
export function findQuantities(text: string): FoundQuantity[] {
  const masked = maskOtherNumbers(text);
  return [...arabicQuantities(masked), ...numeralQuantities(masked)]
    .sort((a, b) => a.start - b.start)
    .map((place) => ({ ...place, text: text.slice(place.start, place.end) }));
}

function* arabicQuantities(masked: string): Generator<Place> {
  numberStart.lastIndex = 0;
  for (let match = numberStart.exec(masked); match !== null; match = numberStart.exec(masked)) {
    const first = measuredAt(masked, match.index);
    if (first === null) continue;
    between.lastIndex = first.end;
    const second = between.test(masked) ? measuredAt(masked, between.lastIndex) : null;
    // A range shares what only its second number states: 3-5万元, 1 至 2 名.
    if (second?.unit !== undefined && (first.unit === undefined || first.unit === second.unit)) {
      const scale = first.unit === undefined ? (first.scale ?? second.scale) : first.scale;
      const value: [string, string] = [scaled(first.value, scale), scaled(second.value, second.scale)];
      yield quantity(masked, match.index, second.end, value, second.unit, first.hedge ?? second.hedge);
      numberStart.lastIndex = second.end;
    } else {
      if (first.unit !== undefined) {
        const value = scaled(first.value, first.scale);
        yield quantity(masked, match.index, first.end, value, first.unit, first.hedge);
      }
      numberStart.lastIndex = first.end;
    }
  }
}

function* numeralQuantities(masked: string): Generator<Place> {
  for (const match of masked.matchAll(numeralNumber)) {
    const { number = '', scale, hedge, unit = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const value = chineseNumeralValue(number);
    // 百家, 千户 alone are figures of speech; 百余家 counts.
    const figurative = /^[百千]/.test(number) && hedge === undefined;
    if (value === null || figurative || !countsByNumeral(value, unit, masked.slice(end, end + 2))) continue;
    yield quantity(masked, match.index, end, scaled(String(value), scale), unit, hedge);
  }
  for (const match of masked.matchAll(percentInWords)) {
    const { number = '', fraction = '' } = match.groups ?? {};
    const whole = chineseNumeralValue(number);
    if (whole === null) continue;
    const decimals = [...fraction].map((digit) => chineseNumeralValue(digit) ?? 0).join('');
    const value = decimals === '' ? String(whole) : `${whole}.${decimals}`;
    yield quantity(masked, match.index, match.index + match[0].length, value, '%', undefined);
  }
}

function measuredAt(masked: string, at: number): Measured | null {
  measuredNumber.lastIndex = at;
  const groups = measuredNumber.exec(masked)?.groups;
  if (groups?.number === undefined) return null;
  const { number, unit, scale, hedge } = groups;
  return { value: number.replaceAll(',', ''), unit, scale, hedge, end: measuredNumber.lastIndex };
}

/** Adds the hedges around: 不少于8小时, 60岁以上. */
function quantity(
  masked: string,
  at: number,
  unitEnd: number,
  value: FoundQuantity['value'],
  unit: string,
  hedge: string | undefined,
): Place {
  const before = beforeNumber.exec(masked.slice(Math.max(0, at - 6), at));
  behindUnit.lastIndex = unitEnd;
  const behind = behindUnit.exec(masked)?.groups?.hedge;
  return {
    value,
    unit,
    approx: before?.groups?.hedge ?? hedge ?? behind ?? null,
    start: at - (before?.[0].length ?? 0),
    end: behind === undefined ? unitEnd : behindUnit.lastIndex,
  };
}

function scaled(digits: string, scale: string | undefined): string {
  const power = [...(scale ?? '')].reduce((sum, word) => sum + (scaleFactors[word] ?? 0), 0);
  return new Exact(digits).times(new Exact(10).pow(power)).toFixed();
}
