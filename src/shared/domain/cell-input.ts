/** What a person types or pastes into a cell of the table, and what the cell shows. */

import { done, failed, type Outcome } from '../errors.ts';
import { dateText, dateValue } from './cell-date.ts';
import { Decimal, digitCount, maximumDigits, plainText, roundHalfUp } from './decimal.ts';
import type { Entry, Indicator } from './model.ts';
import { halfWidth } from './text/characters.ts';
import { readNumeral } from './text/exact-numeral.ts';

type CellIndicator = Pick<Indicator, 'name' | 'kind' | 'precision' | 'unit'>;

/** Longest text that can still be a number with sign, separators and unit. */
const maximumLength = 100;
/** Characters of a refused text that are repeated in the message. */
const quotedLength = 60;

const notApplicableWords: readonly string[] = ['不适用', 'n/a', 'not applicable'];

type Reason =
  | 'notNumber'
  | 'notDate'
  | 'otherUnit'
  | 'negative'
  | 'notWhole'
  | 'tooManyDigits'
  | 'grouping'
  | 'numeral'
  | 'approximate';

/** The number that a text names, before it is asked whether the indicator can have it; or why there is none. */
type Read = Decimal | Reason;

/**
 * Understands the text of a cell.
 *
 * - Blank is `empty`. «不适用», «N/A» and «not applicable» (in any case) are `notApplicable`. A dash or «无» is refused:
 *   offices write them for zero, for «no figures» and for «not applicable», and nothing is ever guessed here.
 * - Digits may be full-width, whole digits may be grouped in threes by comma or blank; a sign and a leading point are
 *   understood. Grouping in other widths, exponents (a spreadsheet shows them where digits are hidden) and
 *   approximations (余, 约) are refused.
 * - Of counts and amounts, Chinese numerals that can mean one number only are understood: 三百五十六, not 一百二.
 * - The indicator's own unit may follow, for a rate also %. 万 and 亿 multiply: «3.6万份» is 36000; where the unit itself
 *   begins with 万 or 亿, that word is part of the unit: «3.6万» in a cell of 万元 is 3.6.
 * - A count is never negative, and whole when its precision is 0. All digits typed are kept, at most 40.
 * - A date is a day of the calendar, see `dateValue`.
 *
 * Fails with `observation.` and the reason, { text, name, unit }, the text shortened to 60 characters.
 */
export function parseCellInput(text: string, indicator: CellIndicator): Outcome<Entry> {
  const { name, unit, kind } = indicator;
  const refused = (reason: Reason) => failed(`observation.${reason}`, { text: shortened(text), name, unit });
  const trimmed = trimmedHalfWidth(text);
  if (trimmed === '') return done({ kind: 'empty' });
  if (notApplicableWords.includes(trimmed.toLowerCase())) return done({ kind: 'notApplicable' });
  if (kind === 'date') {
    const value = dateValue(trimmed);
    return value === null ? refused('notDate') : done({ kind: 'number', value });
  }
  if (trimmed.length > maximumLength) {
    return refused(/^[-+]?[\d., ]+$/.test(trimmed) ? 'tooManyDigits' : 'notNumber');
  }
  const value = readDigits(trimmed, indicator);
  if (typeof value === 'string') return refused(value);
  const canonical = plainText(value);
  if (digitCount(canonical) > maximumDigits) return refused('tooManyDigits');
  if (kind === 'count' && value.isNegative() && !value.isZero()) return refused('negative');
  if (kind === 'count' && indicator.precision === 0 && !value.isInteger()) return refused('notWhole');
  return done({ kind: 'number', value: canonical });
}

/**
 * What a cell shows: the number at the indicator's precision, half up, without unit; a date as 2025-03-15; '' for an
 * empty cell; `notApplicable` is the word of the reader's language. A negative zero never appears.
 */
export function entryText(
  entry: Entry,
  indicator: Pick<Indicator, 'kind' | 'precision'>,
  notApplicable: string,
): string {
  return entry.kind === 'number' && indicator.kind !== 'date'
    ? roundHalfUp(entry.value, indicator.precision)
    : exactEntryText(entry, indicator, notApplicable);
}

/** The text that `parseCellInput` reads as the very same entry: every digit, where the cell itself shows fewer. */
export function exactEntryText(
  entry: Entry,
  { kind }: Pick<Indicator, 'kind'>,
  notApplicable: string,
): string {
  switch (entry.kind) {
    case 'empty':
      return '';
    case 'notApplicable':
      return notApplicable;
    case 'number':
      return kind === 'date' ? dateText(entry.value) : entry.value;
  }
}

function readDigits(text: string, indicator: CellIndicator): Read {
  if (/^(?:约|大约|近|超|逾|不到)[^-]*[\d〇一二两三四五六七八九十]/u.test(text)) return 'approximate';
  const parts = /^([+-]?) ?(\d[\d, ]*|)((?:\.\d+)?)(\D*)$/u.exec(text);
  if (parts === null) return /^[+-]?\d[\d, ]*[, .][\d, .]*$/u.test(text) ? 'grouping' : 'notNumber';
  const [, sign = '', written = '', fraction = '', suffix = ''] = parts;
  const whole = written.trim();
  if (whole === '' && fraction === '') return readInNumerals(text, indicator);
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)$/u.test(whole)) return 'grouping';
  const factor = suffixFactor(suffix.trim(), indicator);
  if (factor === null) return reasonOfSuffix(suffix.trim(), indicator);
  return new Decimal(`${sign}${whole.replace(/[, ]/g, '') || '0'}${fraction}`).times(factor);
}

function readInNumerals(text: string, { kind, unit: writtenUnit }: CellIndicator): Read {
  if (kind === 'rate') return 'notNumber';
  const unit = trimmedHalfWidth(writtenUnit);
  const multiple = /^[万亿]/u.exec(unit)?.[0] ?? '';
  const ending = [unit, multiple].find((one) => one !== '' && text.endsWith(one)) ?? '';
  const words = text.slice(0, text.length - ending.length).trimEnd();
  const read = readNumeral(words);
  if (read?.kind === 'ambiguous') return 'numeral';
  // In a table of 万元, 三万六千 may be so many 元 as well as so many 万元.
  if (read) return multiple !== '' && /[万亿]/u.test(words) ? 'otherUnit' : new Decimal(read.value);
  const led = /^[零〇一二两三四五六七八九十百千万亿]+ ?(.+)$/u.exec(words);
  const reason = led === null ? 'notNumber' : reasonOfSuffix(led[1] ?? '', { unit: writtenUnit });
  return reason === 'otherUnit' && ending !== '' ? 'notNumber' : reason;
}

/** Why what follows a number cannot stand there. Where the table names no unit, there is none to differ from. */
function reasonOfSuffix(suffix: string, { unit }: Pick<CellIndicator, 'unit'>): Reason {
  if (/^(?:余|多|来|几|左右|以上|以下)/u.test(suffix)) return 'approximate';
  return unit !== '' && /^[\p{Letter}%]{1,6}$/u.test(suffix) ? 'otherUnit' : 'notNumber';
}

/** What the words after the digits multiply the number by; null when they are not this indicator's. */
function suffixFactor(suffix: string, indicator: CellIndicator): number | null {
  const unit = trimmedHalfWidth(indicator.unit);
  if (suffix === '' || suffix === unit) return 1;
  if (indicator.kind === 'rate') return suffix === '%' ? 1 : null;
  const multiplier = /^([万亿]) ?(.*)$/u.exec(suffix);
  if (multiplier === null) return null;
  const [, word, rest] = multiplier;
  if (/^[万亿]/u.test(unit)) return rest === '' && unit.startsWith(word ?? '') ? 1 : null;
  if (rest !== '' && rest !== unit) return null;
  return word === '万' ? 10_000 : 100_000_000;
}

/**
 * Full-width forms as their ASCII twins, any blank as a space, the minus signs of other keyboards as hyphen. Not NFKC,
 * which would also turn ² and ① into digits.
 */
function trimmedHalfWidth(text: string): string {
  return halfWidth(text)
    .replace(/[\u200B\uFEFF]/g, '')
    .trim()
    .replace(/[\u0020\u00A0\u2000-\u200A\u202F\u3000]+/g, ' ')
    .replace(/[\u2212\u2013]/g, '-');
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, quotedLength * 2));
  return characters.length > quotedLength ? `${characters.slice(0, quotedLength).join('')}…` : text;
}
