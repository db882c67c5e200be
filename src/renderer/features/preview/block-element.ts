/** The blocks of the pages as elements: which one something lies in, and the keyboard's way from one to the next. */
import type { PrintedPoint } from './printed-point.ts';

const blockSelector = '[data-block]';

export interface ElementOrigin {
  pageIndex: number;
  /** Among the blocks of its page. */
  blockIndex: number;
  /** Set inside a number of the tables. */
  bindingId: string | null;
}

/** Where an element inside a block comes from; −1 for what is in none. */
export function originOf(element: Element): ElementOrigin {
  const number = (name: string) =>
    Number(element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? -1);
  return {
    pageIndex: number('sheet'),
    blockIndex: number('block'),
    bindingId: element.closest('[data-binding]')?.getAttribute('data-binding') ?? null,
  };
}

/** The block that has the keyboard. */
export function focusedBlock(): Element | null {
  return document.activeElement?.closest(blockSelector) ?? null;
}

/** The block after (before) one, also on the next page; null at either end. */
export function blockByKey(desk: Element, block: Element, key: 'ArrowDown' | 'ArrowUp'): Element | null {
  const blocks = [...desk.querySelectorAll(blockSelector)];
  return blocks[blocks.indexOf(block) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
}

/** Gives a block the keyboard and brings it into view; false where there is none. */
export function focusBlock(block: Element | null | undefined): boolean {
  if (!(block instanceof HTMLElement)) return false;
  block.focus({ preventScroll: true });
  // Its lines have places of their own on the page, and it has no size.
  (block.querySelector('.document-line') ?? block).scrollIntoView({ block: 'nearest' });
  return true;
}

/** The character of a block that stands under the pointer; null where there is none. */
export function printedPointAt(block: Element, { x, y }: { x: number; y: number }): PrintedPoint | null {
  const caret = document.caretPositionFromPoint(x, y);
  const pieces = [...block.querySelectorAll('.document-segment')];
  const segment = pieces.findIndex((piece) => caret !== null && piece.contains(caret.offsetNode));
  return caret === null || segment === -1 ? null : { segment, offset: caret.offset };
}
