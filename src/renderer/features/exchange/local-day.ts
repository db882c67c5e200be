/** Days and times of the reader's own clock. */

const two = (value: number) => String(value).padStart(2, '0');

/** ISO date of an instant as the reader's calendar has it. */
export function localDay(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** «1-6» of an ISO instant, for narrow columns. */
export function shortDay(iso: string): string {
  const instant = new Date(iso);
  return `${instant.getMonth() + 1}-${instant.getDate()}`;
}

/** «1-6 09:05» of an ISO instant. */
export function shortTime(iso: string): string {
  const instant = new Date(iso);
  return `${shortDay(iso)} ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
