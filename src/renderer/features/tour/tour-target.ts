/** What each step points at, found in the page as it stands. */
import type { Place } from '../../app/route.ts';
import { thisYearColumn } from '../data/grid-layout.ts';
import { chipSelector } from '../write/editor/binding-view.ts';
import type { TourNumber } from './tour-number.ts';

/** What a step points at. */
export interface TargetWish {
  place: Place;
  /** The number that the tour follows; null where the report has none. */
  number: Pick<TourNumber, 'index' | 'indicator'> | null;
}

/** Null as long as the place has not drawn it. */
export function targetOf({ place, number }: TargetWish): HTMLElement | null {
  switch (place) {
    case 'write':
      return (
        document.querySelectorAll<HTMLElement>(`.ProseMirror ${chipSelector}`)[number?.index ?? 0] ?? null
      );
    case 'data':
      return cellOf(number?.indicator.name ?? '') ?? document.querySelector<HTMLElement>('.data-field');
    case 'check':
      return document.querySelector<HTMLElement>('main li[data-severity]');
    case 'preview':
      return pageInSight();
    case 'submit':
      return (
        [...document.querySelectorAll<HTMLElement>('[aria-labelledby="hand-in"] [role="radiogroup"]')].at(
          -1,
        ) ?? null
      );
  }
}

/** The grid's own field moves on when a number is typed; the cell that the number is in stays. */
function cellOf(name: string): HTMLElement | null {
  const rows = '.data-grid-area revogr-data[type="rgRow"] .rgCell';
  const row = [...document.querySelectorAll<HTMLElement>(`${rows}[data-rgcol="0"]`)].find(
    (cell) => cell.textContent?.trim() === name,
  )?.dataset.rgrow;
  return row === undefined
    ? null
    : document.querySelector<HTMLElement>(`${rows}[data-rgcol="${thisYearColumn}"][data-rgrow="${row}"]`);
}

/** The preview opens at what was written last, which may be on any page. */
function pageInSight(): HTMLElement | null {
  const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight * 0.6);
  return middle?.closest<HTMLElement>('[data-sheet]') ?? null;
}

const focusable = 'button:not(:disabled), a[href], input:not(:disabled), [tabindex="0"]';

/** Gives the keyboard to what the step points at, or to what of it, or around it, can have it. */
export function focusTarget(target: HTMLElement): void {
  // Not a cell of the grid but the field that stands over its current one takes what is typed.
  const field = target.matches('.rgCell') ? document.querySelector<HTMLElement>('.data-field') : null;
  const inside = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
  const around = target.closest<HTMLElement>('[contenteditable="true"], [tabindex]');
  (field ?? inside ?? around ?? document.getElementById('content'))?.focus();
}
