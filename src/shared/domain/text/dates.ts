/** Dates, months and years in prose, so that they are known as such and never taken for quantities. */
import { allMatches } from './all-matches.ts';
import { halfWidth } from './characters.ts';
import { chineseNumeralValue, chineseYearValue } from './chinese-numerals.ts';

export interface FoundDate {
  text: string;
  /**
   * ISO 8601: «2022-04-06», «2021-02», «2021», an interval «2021/2025»; without a year «--12-04» and «--03», as XML
   * Schema's gMonthDay and gMonth write them.
   */
  iso: string;
  start: number;
  end: number;
}

const arabicYear = '(?:19|20)\\d\\d';
const chineseDigit = '[〇○零一二三四五六七八九]';
const chineseNumber = '[一二三四五六七八九十]{1,3}';

/**
 * Positions are kept, as each is looked for in the text itself; earlier patterns win where two overlap. A text with none
 * of what a pattern `needs` is not searched: most paragraphs hold no date.
 */
const patterns: {
  needs: string[];
  pattern: RegExp;
  iso: (groups: Record<string, string>) => string | null;
}[] = [
  {
    needs: ['年'],
    pattern: new RegExp(
      `(?<!\\d)(?<y>${arabicYear})\\s*年\\s*(?<m>\\d{1,2})\\s*月(?:\\s*(?<d>\\d{1,2})\\s*日|份)?|` +
        `(?<cy>${chineseDigit}{4})年(?:(?<cm>${chineseNumber})月(?:(?<cd>${chineseNumber})日|份)?)?度?`,
      'g',
    ),
    iso: ({ y, m, d, cy, cm, cd }) =>
      cy === undefined
        ? isoDate(Number(y), numberOf(m), numberOf(d))
        : isoDate(chineseYearValue(cy), numeralOf(cm), numeralOf(cd)),
  },
  {
    needs: ['19', '20'],
    pattern: new RegExp(
      `(?<![\\d.-])(?<y>${arabicYear})(?<by>[-/.])(?<m>\\d{1,2})\\k<by>(?<d>\\d{1,2})(?![\\d.])`,
      'g',
    ),
    iso: ({ y, m, d }) => isoDate(Number(y), numberOf(m), numberOf(d)),
  },
  {
    needs: ['19', '20'],
    pattern: new RegExp(
      `(?<![\\d.])(?<y>${arabicYear})\\s*(?:年\\s*)?(?:[-—–―~至到]){1,2}\\s*(?<z>${arabicYear})\\s*年度?`,
      'g',
    ),
    iso: ({ y, z }) => `${y}/${z}`,
  },
  {
    needs: ['19', '20'],
    pattern: new RegExp(`(?<![\\d.])(?<y>${arabicYear})\\s*年度?`, 'g'),
    iso: ({ y }) => y ?? null,
  },
  {
    needs: ['月'],
    pattern: /(?<![\d.])(?<m>\d{1,2})\s*月\s*(?:(?<d>\d{1,2})\s*日|份)?/g,
    iso: ({ m, d }) => isoDate(null, numberOf(m), numberOf(d)),
  },
  {
    // «12.4国家宪法日», «“3·15”消费者权益日»: a day known by its numbers, told by the day's name behind it.
    needs: ['.', '·', '•'],
    pattern:
      /(?<![\d.])(?<m>1[0-2]|[1-9])[.·•](?<d>[12]\d|3[01]|0?[1-9])(?![\d.%万亿千个米元倍吨亩公平立小分天次人名件户份])(?=\s?[”"]?\s?[\u4e00-\u9fff]{0,12}?(?:日|节|周|宣传))/g,
    iso: ({ m, d }) => isoDate(null, numberOf(m), numberOf(d)),
  },
];

/** All dates of a text, in order, none overlapping. What is no possible date (13月) is left out. */
export function findDates(text: string): FoundDate[] {
  const comparable = halfWidth(text);
  if (!/\d|年/.test(comparable)) return [];
  const found: FoundDate[] = [];
  const taken = new Uint8Array(text.length);
  for (const { needs, pattern, iso } of patterns) {
    if (!needs.some((sign) => comparable.includes(sign))) continue;
    for (const match of allMatches(comparable, pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      const value = iso(match.groups ?? {});
      if (value === null || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ text: text.slice(start, end), iso: value, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The one full date that a line consists of, as ISO date; brackets and «印发» around it may stand. */
export function dateOfLine(line: string): string | null {
  const [date, ...more] = findDates(line);
  if (date === undefined || more.length > 0 || date.iso.length !== 10 || date.iso.startsWith('--'))
    return null;
  const around = `${line.slice(0, date.start)}${line.slice(date.end)}`.replace(/[\s（）()[\]【】]|印发/g, '');
  return around === '' ? date.iso : null;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function numeralOf(numeral: string | undefined): number | null {
  return numeral === undefined ? null : chineseNumeralValue(numeral);
}

function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year !== null && (year < 1900 || year > 2199)) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year ?? 2000, month ?? 1, 0)).getUTCDate()))
    return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  const parts = [month, day].flatMap((part) => (part === null ? [] : [pad(part)]));
  return [year === null ? '-' : String(year), ...parts].join('-');
}
