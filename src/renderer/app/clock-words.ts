/** Times as the header says them. */
import { currentLanguage } from '../i18n/index.ts';

/** The time to the second today, the date on any other day. */
export function clock(at: string): string {
  const when = new Date(at);
  const today = when.toDateString() === new Date().toDateString();
  return today ? timeFormat(currentLanguage()).format(when) : when.toLocaleDateString(currentLanguage());
}

/** Making a formatter takes longer than using it a hundred times, and this one is used at each save. */
const timeFormats = new Map<string, Intl.DateTimeFormat>();
function timeFormat(language: string): Intl.DateTimeFormat {
  const known = timeFormats.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
  timeFormats.set(language, made);
  return made;
}
