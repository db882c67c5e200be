/** OFD counts in millimetres, the pages in points. */

const millimetresPerPoint = 25.4 / 72;

/** Points as millimetres, to a thousandth: a tenth of what a printer can set. */
export function millimetres(points: number): number {
  return Math.round(points * millimetresPerPoint * 1000) / 1000;
}

/** Numbers as the format's arrays are written (GB/T 33190-2016, 7.3, ST_Array). */
export function numberList(values: readonly number[]): string {
  return values.join(' ');
}
