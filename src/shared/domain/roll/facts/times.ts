/** Years and dates that go stale, and the few numbers that never do. */
import { halfWidth } from '../../text/characters.ts';
import { findDates } from '../../text/dates.ts';
import { unitPattern } from '../../text/measure-words.ts';
import { type Span, spansOf } from './fact.ts';

/** 三月, 十二月四日: months in Chinese numerals without a year, which findDates does not look for. */
const monthInWords =
  /(?<![〇零一二三四五六七八九十个])(?:十[一二]?|[一二三四五六七八九])月(?:[一二三]?十[一二三四五六七八九]?日|[一二三四五六七八九]日|份)?/g;
/** 二〇二〇 without 年, «2020» without 年, «2019-2020» without 年. */
const bareYear = /(?<![\d.])(?:19|20)\d\d(?![\d%万亿]|\.\d)/g;
/** Five-year plans and plans of legal education by their number: 十四五, 七五普法. They end, and the next one begins. */
const planPeriod =
  /(?<![一二三四五六七八九十])(?:十[一二三四五六七八九]五(?=[”"]?(?:规划|时期|期间|末|收官|开局|以来|普法|[，。、]))|[五六七八九]五(?=[”"]?(?:普法|规划|法治宣传)))/g;

/** Days known by their numbers. They return every year, so they are never stale. */
const yearlyDays = new Set(
  '1.8 1.10 3.1 3.3 3.5 3.8 3.12 3.15 3.22 4.7 4.15 4.22 4.26 5.1 5.4 5.12 5.15 5.19 5.31 6.1 6.5 6.14 6.16 6.25 6.26 7.1 7.11 8.1 8.19 9.10 9.18 10.1 10.16 11.9 11.25 12.1 12.2 12.4 12.9 12.10 12.13'.split(
    ' ',
  ),
);
/** 12.4国家宪法日; but 3.5万人 and 6.5个百分点 are quantities, whatever follows. */
const numberedDay = new RegExp(
  '(?<![\\d.近约达占超])(?<month>1[0-2]|0?[1-9])[.·•](?<day>[12]\\d|3[01]|0?[1-9])(?![\\d.])' +
    `(?!\\s?(?:[十百千万亿余多来]|${unitPattern}))(?=\\s?[”"]?\\s?[\\u4e00-\\u9fff]{0,12}?(?:日|节|周|宣传))`,
  'g',
);
const hotline =
  /(?<!\d)(?:12\d{3}|11[09]|12[02])(?=[”"]?\s?(?:政务|便民|服务|热线|平台|电话|投诉|举报|报警))/g;
/** A typed marker at the beginning of a paragraph: «1.», «2、», «（3）». */
const leadingMarker = /^\s*(?:\(\d{1,2}\)|\d{1,2}(?:[、)]|\.(?!\d)))/g;

/** Numbers that stay true from year to year: yearly days (12.4国家宪法日), hotlines, a paragraph's own marker. */
export function findLastingNumbers(text: string): Span[] {
  const comparable = halfWidth(text);
  const days = [...comparable.matchAll(numberedDay)].flatMap((match) => {
    const { month = '', day = '' } = match.groups ?? {};
    return yearlyDays.has(`${Number(month)}.${Number(day)}`)
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [];
  });
  return [...days, ...spansOf(comparable, hotline), ...spansOf(comparable, leadingMarker)];
}

/** All mentions of years and all dates; a date with its year is one date. */
export function findTimes(text: string): (Span & { kind: 'year' | 'date' })[] {
  const comparable = halfWidth(text);
  const written = findDates(text).map(({ iso, start, end }) => ({
    kind: /^\d{4}(?:\/\d{4})?$/.test(iso) ? ('year' as const) : ('date' as const),
    start,
    end,
  }));
  return [
    ...written,
    ...spansOf(comparable, monthInWords).map((span) => ({ kind: 'date' as const, ...span })),
    ...spansOf(comparable, planPeriod).map((span) => ({ kind: 'year' as const, ...span })),
    ...spansOf(comparable, bareYear).map((span) => ({ kind: 'year' as const, ...span })),
  ];
}
