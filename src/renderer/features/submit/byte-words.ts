const units = ['KB', 'MB', 'GB', 'TB'] as const;

/**
 * A number of bytes as the systems' own windows tell it: in steps of 1024, «1 KB» at least where there is anything, one
 * decimal below ten of a larger unit. Free space is never rounded up: what is promised must be there.
 */
export function byteWords(bytes: number): string {
  let value = bytes / 1024;
  let unit: string = units[0];
  for (const larger of units.slice(1)) {
    if (value < 1024) break;
    value /= 1024;
    unit = larger;
  }
  if (unit === units[0]) return `${Math.ceil(value)} ${unit}`;
  const shown = value < 10 ? Math.floor(value * 10) / 10 : Math.floor(value);
  return `${shown} ${unit}`;
}
