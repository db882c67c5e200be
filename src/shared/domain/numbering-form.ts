/** The forms in which headings are numbered, written and recognised. Source of the default: GB/T 9704-2012, 7.3.3. */
import type { Numbering, NumberingForm } from './format-profile-schema.ts';
import { chineseNumeral } from './text/chinese-numerals.ts';

/** 一、 （一） 1. （1）. */
export const standardNumbering: Numbering = [
  'chineseComma',
  'chineseParenthesis',
  'arabicDot',
  'arabicParenthesis',
];

/** With another form at a level (1–4). */
export function withForm(numbering: Numbering, level: 1 | 2 | 3 | 4, form: NumberingForm): Numbering {
  const [first, second, third, fourth] = numbering;
  switch (level) {
    case 1:
      return [form, second, third, fourth];
    case 2:
      return [first, form, third, fourth];
    case 3:
      return [first, second, form, fourth];
    case 4:
      return [first, second, third, form];
  }
}

/** First code points of ①–⑳, ㉑–㉟ and ㊱–㊿ and the numbers they stand for. */
const circledRanges = [
  { from: 1, to: 20, first: 0x2460 },
  { from: 21, to: 35, first: 0x3251 },
  { from: 36, to: 50, first: 0x32b1 },
];

/** «①»; beyond ㊿ there is no such character, the number then stands in parentheses. */
function circled(ordinal: number): string {
  const range = circledRanges.find(({ from, to }) => ordinal >= from && ordinal <= to);
  return range === undefined ? `（${ordinal}）` : String.fromCodePoint(range.first + ordinal - range.from);
}

/** The marker of the `ordinal`-th heading (from 1); '' for none. */
export function markerOf(form: NumberingForm, ordinal: number): string {
  switch (form) {
    case 'chineseComma':
      return `${chineseNumeral(ordinal)}、`;
    case 'chineseParenthesis':
      return `（${chineseNumeral(ordinal)}）`;
    case 'arabicDot':
      return `${ordinal}.`;
    case 'arabicParenthesis':
      return `（${ordinal}）`;
    case 'arabicComma':
      return `${ordinal}、`;
    case 'circled':
      return circled(ordinal);
    case 'chapter':
      return `第${chineseNumeral(ordinal)}章　`;
    case 'none':
      return '';
  }
}

const chinese = '[一二三四五六七八九十百零〇]{1,6}';
const patterns: readonly [Exclude<NumberingForm, 'none'>, RegExp][] = [
  ['chineseComma', new RegExp(`^${chinese}、`)],
  ['chineseParenthesis', new RegExp(`^[（(]${chinese}[）)]`)],
  ['chapter', new RegExp(`^第${chinese}章`)],
  // Not the decimal «1.5»: a digit behind the dot is no heading.
  ['arabicDot', /^\d{1,3}[.．](?!\d)/],
  ['arabicComma', /^\d{1,3}、/],
  ['arabicParenthesis', /^[（(]\d{1,3}[）)]/],
  ['circled', /^[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/],
];

/** The form of the marker that a heading begins with; 'none' where it begins with none. */
export function formOfMarker(heading: string): NumberingForm {
  const start = heading.trimStart().slice(0, 12);
  return patterns.find(([, pattern]) => pattern.test(start))?.[0] ?? 'none';
}
