/** What each step points at, found in the page as it stands. */
import type { Place } from '../../app/route.ts';
import { chipSelector } from '../write/editor/binding-view.ts';

/** Null as long as the place has not drawn it. `chip`: which of the chapter's numbers. */
export function targetOf(place: Place, chip: number): HTMLElement | null {
  switch (place) {
    case 'write':
      return document.querySelectorAll<HTMLElement>(`.ProseMirror ${chipSelector}`)[chip] ?? null;
    case 'data':
      return document.querySelector<HTMLElement>('.data-grid-area .data-field');
    case 'check':
      return document.querySelector<HTMLElement>('main li[data-severity]');
    case 'preview':
      return document.querySelector<HTMLElement>('[data-sheet="0"]');
    case 'submit':
      return document.querySelector<HTMLElement>('[aria-labelledby="hand-in"] [role="radiogroup"]');
  }
}

const focusable = 'button:not(:disabled), a[href], input:not(:disabled), [tabindex="0"]';

/** Gives the keyboard to what the step points at, or to what of it, or around it, can have it. */
export function focusTarget(target: HTMLElement): void {
  const inside = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
  const around = target.closest<HTMLElement>('[contenteditable="true"], [tabindex]');
  (inside ?? around ?? document.getElementById('content'))?.focus();
}
