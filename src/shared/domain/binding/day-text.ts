/** A day that a table holds as the whole number yyyymmdd. */
import type { FormatOf } from '../binding-format.ts';

export type DayForm = FormatOf<'date'>['form'];

/** «2025年3月15日», «3月15日», «2025年3月»; null for what is no day of the calendar. */
export function dayText(value: string, form: DayForm): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})(?:\.0*)?$/.exec(value) ?? [];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
  if (year === '' || !exists) return null;
  switch (form) {
    case 'full':
      return `${year}年${Number(month)}月${Number(day)}日`;
    case 'monthDay':
      return `${Number(month)}月${Number(day)}日`;
    case 'month':
      return `${year}年${Number(month)}月`;
  }
}
