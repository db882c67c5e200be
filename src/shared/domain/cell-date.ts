/** A day in a cell: held as the whole number yyyymmdd, with which nothing is calculated. */
import { reportingYearSchema } from './model.ts';

const separated = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/;
const inChinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?$/;
const inDigits = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * The value of 2025-3-15, 2025/3/15, 2025.3.15, 2025年3月15日 or 20250315, in half-width signs; null for anything else, and for
 * days that no calendar has. Years as those of reports.
 */
export function dateValue(text: string): string | null {
  const parts = separated.exec(text)?.toSpliced(2, 1) ?? inChinese.exec(text) ?? inDigits.exec(text);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const found = new Date(Date.UTC(year, month - 1, day));
  const isDay = found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  if (!isDay || !reportingYearSchema.safeParse(year).success) return null;
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** «2025-03-15» of a value; a value that is no day is shown as it is. */
export function dateText(value: string): string {
  return inDigits.test(value) ? value.replace(inDigits, '$1-$2-$3') : value;
}
