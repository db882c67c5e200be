/** Text as an object of a page, character by character at its place. Source: GB/T 33190-2016, 11.2 and 11.3. */
import type { XmlElement } from '../xml-text.ts';
import { xml } from '../xml-text.ts';
import { millimetres, numberList } from './page-units.ts';

/** One run of characters in one font. All lengths in points from the page's top left corner. */
interface PlacedRun {
  text: string;
  left: number;
  baseline: number;
  size: number;
  /** Advance of each character. */
  advances: readonly number[];
  /** RRGGBB. */
  color: string;
  bold: boolean;
  /**
   * Null for upright writing; the page's width where it is turned by 90° clockwise: then the place is told as on the
   * upright page, whose point (x, y) is (page width − y, x) of this one.
   */
  turnedWidth: number | null;
}

/** What rises above and hangs below the baseline, in sizes; generous, so that no reader cuts a stroke off. */
const rise = 1;
const depth = 0.3;

/** «0 0 0» for a fill colour, whose default is black. */
export function fillColor(color: string): XmlElement[] {
  if (color === '000000') return [];
  const parts = [0, 2, 4].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return [xml('ofd:FillColor', { Value: numberList(parts) })];
}

/**
 * Equal advances are told once, as «g count advance»: a line of Chinese is one number (11.3, table 46). The last
 * character's advance leads nowhere and is left out.
 */
export function deltaX(advances: readonly number[]): string {
  const steps = advances.slice(0, -1).map(millimetres);
  const parts: string[] = [];
  for (let index = 0; index < steps.length; ) {
    const step = steps[index] ?? 0;
    let count = 1;
    while (steps[index + count] === step) count += 1;
    parts.push(count > 2 ? `g ${count} ${step}` : Array.from({ length: count }, () => step).join(' '));
    index += count;
  }
  return parts.join(' ');
}

export function textObject(run: PlacedRun, font: number, id: number): XmlElement {
  const { text, left, baseline, size, advances, color, bold, turnedWidth } = run;
  const length = Math.max(
    advances.reduce((sum, advance) => sum + advance, 0),
    size,
  );
  const height = (rise + depth) * size;
  const boundary =
    turnedWidth === null
      ? [left, baseline - rise * size, length, height]
      : [turnedWidth - baseline - depth * size, left, height, length];
  const steps = deltaX(advances);
  return xml(
    'ofd:TextObject',
    {
      ID: id,
      Boundary: numberList(boundary.map(millimetres)),
      // 8.5: (x, y) of the object becomes (height − y, x) of its boundary.
      ...(turnedWidth === null ? {} : { CTM: numberList([0, 1, -1, 0, millimetres(height), 0]) }),
      Font: font,
      Size: millimetres(size),
      ...(bold ? { Weight: 700 } : {}),
    },
    [
      ...fillColor(color),
      xml('ofd:TextCode', { X: 0, Y: millimetres(rise * size), ...(steps === '' ? {} : { DeltaX: steps }) }, [
        text,
      ]),
    ],
  );
}
