/** Dates as people write them in official documents. Pure. */

const patterns = [
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** ISO date of «2025年2月10日», «2025-2-10», «2025.2.10», «20250210»; null when it is no day of the calendar. */
export function parseWrittenDate(text: string): string | null {
  // Input methods type full-width digits.
  const plain = text.trim().normalize('NFKC');
  for (const pattern of patterns) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const iso = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
  }
  return null;
}
