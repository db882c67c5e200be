/** Quantities written in Arabic digits: 240余人次, 3.5万元, 1万2千份, 3-5名, 95%至98%, 2/3. */
import { fractionValue, type QuantityPlace, quantityAt, scaled } from './found-quantity.ts';
import { plainUnit, unitPattern } from './measure-words.ts';

const measuredNumber = new RegExp(
  '(?<number>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,3}(?: \\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?)(?![\\d]|\\.\\d)' +
    '(?:\\s?(?<early>[余多来几])(?=[百千万亿]))?' +
    '(?:\\s?(?<scale>[十百千万]?亿|[十百千]?万|[百千](?!瓦|米|克|伏)))?(?:(?<thousands>\\d)千(?=[余多]?[^\\d克瓦米]))?' +
    `(?:\\s?(?<hedge>[余多来几]))?(?:\\s?(?<unit>${unitPattern}))?`,
  'y',
);
const numberStart = /(?<![\d.A-Za-z/+])\d/g;
const between = /\s?(?:[-—–~～－]{1,2}|至|到)\s?/y;
/** A share: 1/3. What else is written so (a date, a page) is followed by its word. */
const share = /(?<numerator>\d)\/(?<denominator>10|[2-9])(?![\d/.]|\s?[年月日号页])/y;
/** 常住人口2.3万，: a scale makes a number a quantity even without a unit. */
const clauseEnd = /^(?:[，。；、）,;)的]|$)/;

interface Measured {
  digits: string;
  unit: string | undefined;
  scale: string | undefined;
  added: number;
  half: boolean;
  hedge: string | undefined;
  end: number;
}

/** All quantities in Arabic digits of a masked text, in order, none overlapping. */
export function* arabicQuantities(masked: string): Generator<QuantityPlace> {
  const starts = new RegExp(numberStart);
  for (let match = starts.exec(masked); match !== null; match = starts.exec(masked)) {
    const found = shareAt(masked, match.index) ?? measuredOrRange(masked, match.index);
    if (found === null) continue;
    if (found.quantity !== null) yield found.quantity;
    starts.lastIndex = found.end;
  }
}

function shareAt(masked: string, at: number): { quantity: QuantityPlace; end: number } | null {
  share.lastIndex = at;
  const { numerator = '', denominator = '' } = share.exec(masked)?.groups ?? {};
  if (numerator === '' || Number(numerator) >= Number(denominator)) return null;
  const end = share.lastIndex;
  return { quantity: quantityAt(masked, [at, end], fractionValue(numerator, Number(denominator)), ''), end };
}

function measuredOrRange(masked: string, at: number): { quantity: QuantityPlace | null; end: number } | null {
  const first = measuredAt(masked, at);
  if (first === null) return null;
  between.lastIndex = first.end;
  const second = between.test(masked) ? measuredAt(masked, between.lastIndex) : null;
  // A range shares what only its second number states: 3-5万元, 1 至 2 名.
  if (second?.unit !== undefined && (first.unit === undefined || first.unit === second.unit)) {
    const scale = first.unit === undefined ? (first.scale ?? second.scale) : first.scale;
    const value: [string, string] = [measuredValue(first, scale), measuredValue(second, second.scale)];
    const hedge = first.hedge ?? second.hedge;
    return { quantity: quantityAt(masked, [at, second.end], value, second.unit, hedge), end: second.end };
  }
  const bare = first.unit === undefined;
  const counts =
    !bare || (/[万亿]$/.test(first.scale ?? '') && clauseEnd.test(masked.slice(first.end, first.end + 1)));
  const value = measuredValue(first, first.scale);
  return {
    quantity: counts ? quantityAt(masked, [at, first.end], value, first.unit ?? '', first.hedge) : null,
    end: first.end,
  };
}

function measuredAt(masked: string, at: number): Measured | null {
  measuredNumber.lastIndex = at;
  const groups = measuredNumber.exec(masked)?.groups;
  if (groups?.number === undefined) return null;
  const { number, scale, early, hedge, thousands } = groups;
  const plain = groups.unit === undefined ? null : plainUnit(groups.unit);
  return {
    digits: number.replace(/[, ]/g, ''),
    unit: plain?.unit,
    scale,
    added: thousands === undefined ? 0 : Number(thousands) * 1000,
    half: plain?.half ?? false,
    hedge: early ?? hedge ?? plain?.hedge,
    end: measuredNumber.lastIndex,
  };
}

function measuredValue({ digits, added, half }: Measured, scale: string | undefined): string {
  return scaled(digits, scale, added + (half ? 0.5 : 0));
}
