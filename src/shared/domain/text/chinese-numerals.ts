/** Chinese numerals as written in official prose, up to 千. */

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

/** Value of a numeral such as 三, 十二, 二十三, 一百零五; null for anything else (also for digits in a row, 二三). */
export function chineseNumeralValue(numeral: string): number | null {
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
  return numeral === '' ? null : total + (digit ?? 0);
}

/** A year written digit by digit, 二〇二一 → 2021; null for anything else. */
export function chineseYearValue(numeral: string): number | null {
  const digits = [...numeral.replace(/[○Oo0０]/g, '〇')].map((character) => digitValues[character]);
  if (digits.length !== 4 || digits.includes(undefined)) return null;
  return Number(digits.join(''));
}
