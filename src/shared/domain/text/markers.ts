/**
 * Markers of headings in every written form met in real reports. Source of the four levels: GB/T 9704-2012, 7.3.3
 * («一、» «（一）» «1.» «（1）»); the other forms are slips and conversions of these.
 */
import { halfWidth } from './characters.ts';
import { chineseNumeralValue } from './chinese-numerals.ts';

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Marked {
  /** As displayed, «（二）、». */
  marker: string;
  /** Level that the marker's form stands for, whatever stands above it. */
  level: HeadingLevel;
  /** Place in its sequence, from 1; null where the form has none that can be read. */
  ordinal: number | null;
  /** Text after the marker. */
  rest: string;
}

interface MarkerForm {
  level: HeadingLevel;
  pattern: RegExp;
}

const numeral = '[一二三四五六七八九十百]{1,4}';

/** The forms, less what only looks like one: `notOfArticle` and `notOfEnumeration` are what may not follow. */
function formsWithout(notOfArticle: string, notOfEnumeration: string): readonly MarkerForm[] {
  return [
    { level: 1, pattern: new RegExp(`^第(?<ordinal>${numeral})(?:部分|章)[、:]?\\s*`) },
    {
      level: 1,
      pattern: new RegExp(`^(?<ordinal>${numeral})\\s*(?:、${notOfEnumeration}\\s*\\)?|\\.(?!\\d))\\s*`),
    },
    { level: 2, pattern: new RegExp(`^\\(?\\s*(?<ordinal>${numeral})\\s*\\)${notOfArticle}[、.]?\\s*`) },
    { level: 2, pattern: new RegExp(`^[㈠-㈩]${notOfArticle}[、.]?\\s*`) },
    // «1.5倍» and «12.4» are no markers; «1.2024年…» is one.
    { level: 3, pattern: /^(?<ordinal>\d{1,2})\s*(?:、|\.(?!\d)|\.(?=(?:19|20)\d\d\s*年))\s*/ },
    { level: 3, pattern: /^[⒈-⒛]\s*/ },
    { level: 4, pattern: new RegExp(`^\\(?\\s*(?<ordinal>\\d{1,2})\\s*\\)${notOfArticle}[、.]?\\s*`) },
    { level: 4, pattern: /^[①-⑳⑴-⒇][、.]?\s*/ },
  ];
}

/** «第三条第（一）项» is a piece of a quoted article, «一、二级市场» and «一、二、三组» enumerations: no headings. */
const strictForms = formsWithout('(?!\\s*[项款目])', '(?![一二三四五六七八九十]{1,2}(?:[级中月是、]|季度))');
const generousForms = formsWithout('', '');

/** Signs that hold their number in one character: first character of each range, whose members follow in order. */
const enclosed = ['①', '⑴', '⒈', '㈠'].map((first) => first.charCodeAt(0));

/** What the first character of every form is; most paragraphs begin otherwise. */
const firstCharacter = /^[第一二三四五六七八九十百\d０-９(（①-⒛㈠-㈩]/;
/** No marker is longer, in characters. */
const longestMarker = 24;

/**
 * The marker at the start of a paragraph, or null. A marker that the word processor computed (`numbering`, with the
 * level of its list from 1) counts in any form: one that is none of the known takes the level of its list, at most 4.
 */
export function findMarker(
  text: string,
  numbering: { marker: string; level: number } | null = null,
): Marked | null {
  const marked = markedBy(strictForms, text);
  if (marked !== null || numbering === null || !text.startsWith(numbering.marker)) return marked;
  return {
    marker: numbering.marker,
    level: numbering.level >= 4 ? 4 : numbering.level === 3 ? 3 : numbering.level === 2 ? 2 : 1,
    ordinal: null,
    rest: text.slice(numbering.marker.length).trimStart(),
  };
}

/**
 * The marker of a line that a person has said to be a heading, or null. Takes what might be an article's piece or an
 * enumeration for a marker too, but never the whole line.
 */
export function findHeadingMarker(text: string): Marked | null {
  const marked = markedBy(generousForms, text);
  return marked === null || marked.rest.trim() === '' ? null : marked;
}

function markedBy(forms: readonly MarkerForm[], text: string): Marked | null {
  if (!firstCharacter.test(text)) return null;
  // Full-width digits and brackets match the half-width patterns; positions stay the same. «、» is not changed.
  const comparable = halfWidth(text.slice(0, longestMarker));
  for (const { level, pattern } of forms) {
    const match = pattern.exec(comparable);
    if (match === null) continue;
    const displayed = text.slice(0, match[0].length);
    return {
      marker: displayed.trim(),
      level,
      ordinal: ordinalOf(match.groups?.ordinal, displayed),
      rest: text.slice(displayed.length),
    };
  }
  return null;
}

function ordinalOf(written: string | undefined, displayed: string): number | null {
  if (written !== undefined) return /^\d/.test(written) ? Number(written) : chineseNumeralValue(written);
  const code = displayed.charCodeAt(0);
  const start = enclosed.findLast((first) => code >= first && code < first + 20);
  return start === undefined ? null : code - start + 1;
}
