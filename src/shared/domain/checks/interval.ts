/** Which exact numbers a number as it is written may stand for: «350余», «近4万», «95.3%», «不到20%». */
import { Decimal } from '../decimal.ts';
import type { FoundQuantity } from '../text/quantities.ts';

/** Bounds are part of it; null: no bound on that side. */
export interface Interval {
  low: Decimal | null;
  high: Decimal | null;
}

const more = /^(?:余|多|来|几)$/;
const atLeast = /^(?:不少于|不低于|不下|至少|最少|超过|高于|超|逾|过|上|以上)$/;
const atMost = /^(?:不超过|不多于|不高于|不足|不到|至多|最多|低于|以下|以内)$/;
const upTo = /^(?:近|将近|接近)$/;
const ten = new Decimal(10);
/** 近20% may be 18 %. */
const tenth = new Decimal('0.1');
const half = new Decimal('0.5');

/** One unit of the last place that was written: 1 of «353», 10 of «350», 0.1 of «95.3», 1000 of «3.6万». */
export function lastPlace(value: string, text: string): Decimal {
  const scale = /亿/.test(text) ? 8 : /万/.test(text) ? 4 : 0;
  const decimals = /\d[.．](\d+)/.exec(text)?.[1]?.length;
  if (decimals !== undefined) return ten.pow(scale - decimals);
  const zeros = /0*$/.exec(value.replace(/\..*$/, ''))?.[0].length ?? 0;
  return ten.pow(/\./.test(value) ? 0 : scale > 0 ? Math.min(scale, zeros) : zeros);
}

/**
 * The numbers for which a single quantity may stand. 余 reaches up to the next unit of the last place, by 10 at least;
 * 近 comes from below, 约 from both sides. In 万, with decimals or in per cent it is rounded half up or cut off; else it
 * is exact.
 */
export function intervalOf(found: Pick<FoundQuantity, 'approx' | 'text' | 'unit'>, value: string): Interval {
  const number = new Decimal(value);
  const place = lastPlace(value, found.text);
  const hedge = found.approx;
  const least = isWhole(found) ? Decimal.max(place, 10) : isShare(found) ? number.abs().times(tenth) : place;
  if (hedge !== null) {
    if (more.test(hedge)) return { low: number, high: number.plus(least) };
    if (atLeast.test(hedge)) return { low: number, high: null };
    if (atMost.test(hedge)) return { low: null, high: number };
    if (upTo.test(hedge)) return { low: number.minus(least), high: number };
    return { low: number.minus(least), high: number.plus(least) };
  }
  if (isWhole(found)) return { low: number, high: number };
  const shown = isShare(found) ? shownPlace(value, found.text) : place;
  return { low: number.minus(shown.times(half)), high: number.plus(shown) };
}

function isShare({ text, unit }: Pick<FoundQuantity, 'text' | 'unit'>): boolean {
  return /[%成]|百分/.test(text) || unit === '个百分点';
}

/** Of a rate «50%» the last place is the ones, zeros and all. */
function shownPlace(value: string, text: string): Decimal {
  const decimals = /\d[.．](\d+)/.exec(text)?.[1]?.length ?? /\.(\d+)/.exec(value)?.[1]?.length ?? 0;
  return ten.pow(-decimals);
}

/** Counted one by one: neither in 万 nor with decimals nor a share. */
function isWhole({ text, unit }: Pick<FoundQuantity, 'text' | 'unit'>): boolean {
  return !/[万亿%成]|百分|分之|\d[.．]\d/.test(text) && !/%|百分点/.test(unit);
}

export function meet(a: Interval, b: Interval): boolean {
  const below = (low: Decimal | null, high: Decimal | null) =>
    low === null || high === null || low.lessThanOrEqualTo(high);
  return below(a.low, b.high) && below(b.low, a.high);
}

export function exactly(value: Decimal): Interval {
  return { low: value, high: value };
}

/** Part ÷ whole × 100 of non-negative numbers; null where it has no bounds worth comparing. */
export function ratio(part: Interval, whole: Interval): Interval | null {
  if (part.low === null || part.high === null || whole.low === null || whole.high === null) return null;
  if (!whole.low.greaterThan(0) || part.low.isNegative()) return null;
  return {
    low: part.low.times(100).dividedBy(whole.high),
    high: part.high.times(100).dividedBy(whole.low),
  };
}

/** Whole numbers from low to high as both ends of a sum; null as soon as one has no bound. */
export function sum(intervals: readonly Interval[]): Interval {
  const side = (pick: (interval: Interval) => Decimal | null) =>
    intervals.reduce<Decimal | null>((total, interval) => {
      const value = pick(interval);
      return total === null || value === null ? null : total.plus(value);
    }, new Decimal(0));
  return { low: side(({ low }) => low), high: side(({ high }) => high) };
}
