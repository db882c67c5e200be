/** Chinese numerals as written in official prose. */

const digitValues: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const unitValues: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

export interface NumeralSigns {
  /** The ten digits, from zero. */
  digits: string;
  /** Units of the places from the ones up, «» for the ones. */
  units: readonly [string, string, string, string];
  /** 十一 rather than 一十一. */
  shortTen: boolean;
}

const plainSigns: NumeralSigns = {
  digits: '零一二三四五六七八九',
  units: ['', '十', '百', '千'],
  shortTen: true,
};

/**
 * A whole number from 0 to 9999 as a Chinese numeral, by default in the plain signs: 10 → 十, 21 → 二十一, 105 → 一百零五;
 * anything else as digits.
 */
export function chineseNumeral(value: number, signs: NumeralSigns = plainSigns): string {
  const { digits, units, shortTen } = signs;
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return digits.charAt(0);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
    } else {
      text += `${gap ? digits.charAt(0) : ''}${digits.charAt(digit)}${units[power] ?? ''}`;
      gap = false;
    }
  }
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text;
}

/** Units of the groups of four digits, from the ones up. */
const groupUnits = ['', '万', '亿'] as const;

/**
 * A whole number from 0 to below 10000亿, given in digits, as a Chinese numeral: 12 → 十二, 10001 → 一万零一,
 * 100001000 → 一亿零一千; null for anything else.
 */
export function chineseWholeNumber(text: string): string | null {
  if (!/^(?:0|[1-9]\d{0,11})$/.test(text)) return null;
  if (text === '0') return chineseNumeral(0);
  let numeral = '';
  let gap = false;
  for (let group = groupUnits.length - 1; group >= 0; group -= 1) {
    const end = text.length - group * 4;
    const value = end > 0 ? Number(text.slice(Math.max(0, end - 4), end)) : 0;
    const first = numeral === '';
    if (value === 0) {
      gap = !first;
      continue;
    }
    const digits = chineseNumeral(value, { ...plainSigns, shortTen: first });
    const zero = !first && (gap || value < 1000) ? plainSigns.digits.charAt(0) : '';
    numeral += `${zero}${digits}${groupUnits[group] ?? ''}`;
    gap = false;
  }
  return numeral;
}

/**
 * Value of a numeral such as 三, 十二, 一百零五, 一万二千, 三亿; null for anything else (also for digits in a row, 二三).
 */
export function chineseNumeralValue(numeral: string): number | null {
  const parts = /^([^万亿]+亿)?([^万亿]+万)?([^万亿]+)?$/.exec(numeral);
  if (numeral === '' || parts === null) return null;
  let total = 0;
  for (const [index, factor] of [
    [1, 1e8],
    [2, 1e4],
    [3, 1],
  ] as const) {
    const part = parts[index];
    if (part === undefined) continue;
    const value = valueBelowTenThousand(part.replace(/[万亿]$/, ''));
    if (value === null) return null;
    total += value * factor;
  }
  return total;
}

/**
 * The two values of a numeral that leaves open which of two neighbours it means: 三四百 → 300 and 400, 七八 → 7 and 8,
 * 十五六 → 15 and 16, 三五 → 3 and 5; null for anything else.
 */
export function vagueNumeralValues(numeral: string): [number, number] | null {
  for (let at = 0; at + 1 < numeral.length; at += 1) {
    const low = digitValues[numeral[at] ?? ''];
    const high = digitValues[numeral[at + 1] ?? ''];
    if (low === undefined || high === undefined) continue;
    const neighbours = (low > 0 && high === low + 1) || (low === 3 && high === 5);
    const first = chineseNumeralValue(numeral.slice(0, at + 1) + numeral.slice(at + 2));
    const second = chineseNumeralValue(numeral.slice(0, at) + numeral.slice(at + 1));
    return neighbours && first !== null && second !== null ? [first, second] : null;
  }
  return null;
}

function valueBelowTenThousand(numeral: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const character of numeral) {
    const value = digitValues[character];
    const unit = unitValues[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (unit !== undefined && unit < lastUnit) {
      total += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
    } else {
      return null;
    }
  }
  return total + (digit ?? 0);
}

/** A year written digit by digit, 二〇二一 → 2021; null for anything else. */
export function chineseYearValue(numeral: string): number | null {
  const digits = [...numeral.replace(/[○Oo0０]/g, '〇')].map((character) => digitValues[character]);
  if (digits.length !== 4 || digits.includes(undefined)) return null;
  return Number(digits.join(''));
}
