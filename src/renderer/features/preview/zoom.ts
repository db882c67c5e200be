/** How large the pages are shown. Pure; a scale is CSS pixels per point. */

export type Zoom = { kind: 'page' } | { kind: 'width' } | { kind: 'percent'; percent: number };

export interface Size {
  width: number;
  height: number;
}

/** A CSS pixel is 1/96 inch, a point 1/72: at 100 % a page is as large as its paper. */
export const pixelsPerPoint = 96 / 72;

/** What the zoom keys go through, in percent. */
const steps = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const smallest = 25;
const largest = 400;

function withinLimits(percent: number): number {
  return Math.min(largest, Math.max(smallest, percent));
}

/**
 * The scale of one page. `room` is what the desk has for it, in CSS pixels. A page that is wider than the others, a table
 * turned on its side, is made to fit like them.
 */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (zoom.kind === 'percent') return (withinLimits(zoom.percent) / 100) * pixelsPerPoint;
  const byWidth = room.width / page.width;
  const fitting = zoom.kind === 'width' ? byWidth : Math.min(byWidth, room.height / page.height);
  return (withinLimits((fitting / pixelsPerPoint) * 100) / 100) * pixelsPerPoint;
}

/** The percentage that a scale is, rounded for reading. */
export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100);
}

/** The next larger (smaller) step after what is shown now. */
export function nextZoom(scale: number, direction: 'in' | 'out'): Zoom {
  const now = percentOf(scale);
  const next = direction === 'in' ? steps.find((step) => step > now) : steps.findLast((step) => step < now);
  return { kind: 'percent', percent: next ?? (direction === 'in' ? largest : smallest) };
}

/** One notch of the wheel, about 100, is a tenth; a touch pad sends many small ones. */
export function wheelZoom(scale: number, deltaY: number): Zoom {
  const factor = 1.1 ** (-Math.max(-300, Math.min(300, deltaY)) / 100);
  return { kind: 'percent', percent: withinLimits((scale / pixelsPerPoint) * 100 * factor) };
}

/** A zoom as one word, to be kept. */
export function zoomWord(zoom: Zoom): string {
  return zoom.kind === 'percent' ? String(Math.round(zoom.percent)) : zoom.kind;
}

/** The zoom of a kept word; whatever is not understood is as on paper. */
export function zoomOf(word: string | null): Zoom {
  if (word === 'page') return { kind: 'page' };
  if (word !== null && /^\d{1,3}$/.test(word))
    return { kind: 'percent', percent: withinLimits(Number(word)) };
  return word === 'width' ? { kind: 'width' } : { kind: 'percent', percent: 100 };
}
