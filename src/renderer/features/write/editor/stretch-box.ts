/** Where a stretch of the text stands on the page, for a card that points at it. */
import type { Editor } from '@tiptap/core';

export interface StretchBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** In pixels from the page's corner. A stretch broken over two lines is pointed at where it begins. */
export function stretchBox(
  { view }: Editor,
  page: HTMLElement | null,
  { from, to }: { from: number; to: number },
): StretchBox | null {
  if (!page) return null;
  const first = view.coordsAtPos(from, 1);
  const last = view.coordsAtPos(to, -1);
  const origin = page.getBoundingClientRect();
  const width = last.top === first.top ? last.right - first.left : 0;
  return {
    left: first.left - origin.left,
    top: first.top - origin.top,
    width,
    height: first.bottom - first.top,
  };
}
