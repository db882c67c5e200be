/** Where the pages lie on the desk, one under another. Pure; CSS pixels from the top of what is scrolled. */
import { type Size, scaleOf, type Zoom } from './zoom.ts';

/** Desk between its edge and the pages, and between two pages. */
export const deskPadding = 24;
export const pageGap = 20;

export interface PlacedPage extends Size {
  top: number;
  /** CSS pixels per point. */
  scale: number;
}

export interface DeskLayout {
  pages: readonly PlacedPage[];
  height: number;
  /** Of the widest page, with the desk beside it. */
  width: number;
}

/** `desk`: what is seen of it at once. Sizes of `pages` are points. */
export function layDesk(pages: readonly Size[], zoom: Zoom, desk: Size): DeskLayout {
  const room = { width: desk.width - 2 * deskPadding, height: desk.height - 2 * deskPadding };
  let top = deskPadding;
  const placed = pages.map((page) => {
    const scale = scaleOf(zoom, page, room);
    const one = { top, scale, width: page.width * scale, height: page.height * scale };
    top += one.height + pageGap;
    return one;
  });
  return {
    pages: placed,
    height: top - pageGap + deskPadding,
    width: Math.max(0, ...placed.map(({ width }) => width)) + 2 * deskPadding,
  };
}

/** Index of the page at a height of the desk; a gap belongs to the page above it. 0 where there is none. */
export function pageAt({ pages }: DeskLayout, y: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pages[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the page that is being read: the one that takes the most of what is seen. */
export function pageInSight(layout: DeskLayout, scrollTop: number, seen: number): number {
  const last = layout.pages.length - 1;
  let best = pageAt(layout, scrollTop);
  let most = -1;
  for (let index = best; index <= last; index += 1) {
    const page = layout.pages[index];
    if (!page || page.top > scrollTop + seen) break;
    const shown = Math.min(page.top + page.height, scrollTop + seen) - Math.max(page.top, scrollTop);
    if (shown > most) {
      most = shown;
      best = index;
    }
  }
  return best;
}
