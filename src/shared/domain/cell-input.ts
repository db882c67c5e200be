/** What a person types or pastes into a cell of the table, and what the cell shows. */

import { done, failed, type Outcome } from '../errors.ts';
import { Decimal, digitCount, maximumDigits, plainText, roundHalfUp } from './decimal.ts';
import type { Entry, Indicator } from './model.ts';
import { halfWidth } from './text/characters.ts';

type CellIndicator = Pick<Indicator, 'name' | 'kind' | 'precision' | 'unit'>;

/** Longest text that can still be a number with sign, separators and unit. */
const maximumLength = 100;
/** Characters of a refused text that are repeated in the message. */
const quotedLength = 60;

const notApplicableWords: readonly string[] = ['不适用', 'n/a', 'not applicable'];

/**
 * Understands the text of a cell.
 *
 * - Blank is `empty`. «不适用», «N/A» and «not applicable» (in any case) are `notApplicable`. A dash or «无» is refused:
 *   offices write them for zero, for «no figures» and for «not applicable», and nothing is ever guessed here.
 * - Digits may be full-width, whole digits may be grouped in threes by comma or blank; a sign and a leading point are
 *   understood. Grouping in other widths, exponents (a spreadsheet shows them where digits are hidden), Chinese
 *   numerals and approximations (余, 约) are refused.
 * - The indicator's own unit may follow, for a rate also %. 万 and 亿 multiply: «3.6万份» is 36000; where the unit itself
 *   begins with 万 or 亿, that word is part of the unit: «3.6万» in a cell of 万元 is 3.6.
 * - A count is never negative, and whole when its precision is 0. All digits typed are kept, at most 40.
 *
 * Fails with `observation.notNumber` { text, name }, the text shortened to 60 characters.
 */
export function parseCellInput(text: string, indicator: CellIndicator): Outcome<Entry> {
  const refused = () => failed('observation.notNumber', { text: shortened(text), name: indicator.name });
  const trimmed = trimmedHalfWidth(text);
  if (trimmed === '') return done({ kind: 'empty' });
  if (trimmed.length > maximumLength) return refused();
  if (notApplicableWords.includes(trimmed.toLowerCase())) return done({ kind: 'notApplicable' });

  const parts = /^([+-]?) ?(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)((?:\.\d+)?)(\D*)$/u.exec(trimmed);
  if (parts === null) return refused();
  const [, sign = '', whole = '', fraction = '', suffix = ''] = parts;
  if (whole === '' && fraction === '') return refused();
  const factor = suffixFactor(suffix.trim(), indicator);
  if (factor === null) return refused();

  const value = new Decimal(`${sign}${whole.replace(/[, ]/g, '') || '0'}${fraction}`).times(factor);
  const canonical = plainText(value);
  if (digitCount(canonical) > maximumDigits) return refused();
  if (indicator.kind === 'count' && value.isNegative() && !value.isZero()) return refused();
  if (indicator.kind === 'count' && indicator.precision === 0 && !value.isInteger()) return refused();
  return done({ kind: 'number', value: canonical });
}

/**
 * What a cell shows: the number at the indicator's precision, half up, without unit; '' for an empty cell;
 * `notApplicable` is the word of the reader's language. A negative zero never appears.
 */
export function entryText(
  entry: Entry,
  indicator: Pick<Indicator, 'precision'>,
  notApplicable: string,
): string {
  switch (entry.kind) {
    case 'empty':
      return '';
    case 'notApplicable':
      return notApplicable;
    case 'number':
      return roundHalfUp(entry.value, indicator.precision);
  }
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
