/** Numbers that are no quantities: dates, document numbers, articles, hotlines, clock times, names in quotes. */
import { allMatches } from './all-matches.ts';
import { halfWidth } from './characters.ts';
import { findDates } from './dates.ts';

const others = [
  // 〔2022〕6号, in any brackets
  /[〔[(【]\s*(?:19|20)\d\d\s*[〕\])】]\s*(?:第\s*)?\d{1,5}\s*号/g,
  // 第12条, 第3次, 第五届
  /第\s*[\d〇零一二三四五六七八九十百]{1,6}\s*[^\d\s]/g,
  // 9时30分, 8点, 14:05
  /(?<!\d)\d{1,2}(?:时(?!候)|点(?![位多余]))(?:\d{1,2}分)?|(?<!\d)\d{1,2}:\d{2}(?!\d)/g,
  // 12345热线, 110报警
  /(?<!\d)(?:12\d{3}|11[09]|120)(?=[”"]?\s?(?:政务|便民|服务|热线|平台|电话|投诉|举报|报警))/g,
  // names of documents
  /《[^《》]{1,60}》/g,
  // short names in quotes (“三重一大”, “15分钟”); a percentage is quoted for itself
  /“[^“”%]{1,8}”/g,
  // slogans in quotes, without a figure in digits
  /“[^“”%\d]{1,24}”|‘[^‘’%\d]{1,24}’|"[^"“”%\d]{1,24}"/g,
];

/** What stands for a masked character; it is part of no pattern. */
const mask = '\ue000';

/** The text in half-width digits, of the same length, with everything masked that is certainly no quantity. */
export function maskOtherNumbers(text: string): string {
  const comparable = halfWidth(text);
  const covered: [number, number][] = findDates(comparable).map(({ start, end }) => [start, end]);
  for (const pattern of others) {
    for (const match of allMatches(comparable, pattern))
      covered.push([match.index, match.index + match[0].length]);
  }
  covered.sort((a, b) => a[0] - b[0]);
  let masked = '';
  for (const [start, end] of covered) {
    if (end <= masked.length) continue;
    masked += comparable.slice(masked.length, start);
    masked += mask.repeat(end - masked.length);
  }
  return masked + comparable.slice(masked.length);
}
