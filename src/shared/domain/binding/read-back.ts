/** What a printed place says, read back: the way from the words of the document to the number in the table. */
import type { BindingFormat, FormatOf } from '../binding-format.ts';
import { type Measured, ownUnit, unitIn } from './number-text.ts';
import { type Bounds, readNumber } from './read-number.ts';
import { isValueFormat } from './value-text.ts';
import { usualWording } from './wording.ts';

/** `number`: the number of the place is within the bounds. `change`: what the words say of it and the year before. */
export type ReadBack =
  | ({ kind: 'number' } & Bounds)
  | {
      kind: 'change';
      direction: 'up' | 'down' | 'same';
      /** Without sign; null where the words give none: 持平, 翻一番, 首次…. */
      size: string | null;
      unit: string;
    };

/**
 * What `text` says, where it was made by `format` for an indicator like this; null where it says no number.
 *
 * - Numbers come back within what is shown: «3.6万» of one digit is 35500 to 36500, «350余» 350 to 360, «近360» 350 to
 *   360. «超过» and «不到» give one bound, a range those of all its years.
 * - Phrases give their direction and size.
 * - Not readable back are «不适用», a day without its year or its day, and the size alone, which says no direction.
 */
export function readShown(text: string, format: BindingFormat, indicator: Measured): ReadBack | null {
  if (indicator.kind === 'date') return isValueFormat(format) ? readDay(text) : null;
  switch (format.style) {
    case 'size':
      return null;
    case 'growth':
    case 'change':
      return readPhrase(text, format, indicator);
    case 'range':
      return readRange(text, format, indicator);
    default: {
      if ('zero' in format && format.zero === text) return { kind: 'number', least: '0', most: '0' };
      const found = readNumber(text, format, indicator);
      return found === null ? null : { kind: 'number', ...found };
    }
  }
}

function readDay(text: string): ReadBack | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  if (year === '') return null;
  const value = year + month.padStart(2, '0') + day.padStart(2, '0');
  return { kind: 'number', least: value, most: value };
}

function readRange(text: string, format: FormatOf<'range'>, indicator: Measured): ReadBack | null {
  const [first = '', second] = text.split('～');
  const unit = unitIn(format, indicator);
  const lowest = readNumber(first.endsWith(unit) ? first : first + unit, format, indicator);
  const highest = second === undefined ? lowest : readNumber(second, format, indicator);
  if (lowest === null || highest === null) return null;
  return { kind: 'number', least: lowest.least, most: highest.most };
}

function readPhrase(
  text: string,
  format: FormatOf<'growth' | 'change'>,
  indicator: Measured,
): ReadBack | null {
  const unsized = (direction: 'up' | 'same'): ReadBack => ({
    kind: 'change',
    direction,
    size: null,
    unit: '',
  });
  // Growth that does not exist is told as a change, in the words of a change where none were chosen.
  const wordings =
    format.wording === undefined
      ? [usualWording('growth', indicator), usualWording('change', indicator)]
      : [format.wording];
  for (const words of wordings) {
    if (text === words.same || text === words.nearly) return unsized('same');
    const rises =
      (words.first !== '' && text === words.first) ||
      (words.doubled !== '' && text === words.prefix + words.doubled);
    if (rises) return unsized('up');
    for (const direction of ['up', 'down'] as const) {
      const lead = words.prefix + words[direction];
      const [, size, unit = ''] = /^(\d+(?:\.\d+)?)(.*)$/.exec(text.slice(lead.length)) ?? [];
      const known = ['%', '个百分点', ownUnit(indicator)].includes(unit);
      if (text.startsWith(lead) && size !== undefined && known) {
        return { kind: 'change', direction, size, unit };
      }
    }
  }
  return null;
}
