import { useEffect } from 'react';
import { type Place, places } from './route.ts';
import { goToPlace } from './sight.ts';

/** The place that a key leads to, Alt+1 to Alt+5 in working order; null for every other one, and while composing. */
export function placeByKey(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>,
): Place | null {
  if (event.isComposing || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  // Not the number pad: with Alt it writes characters by their number.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return digit === undefined ? null : (places[Number(digit) - 1] ?? null);
}

/** The places of the open report by key, wherever on the screen the keyboard is, except in a dialog that lies over them. */
export function usePlaceKeys(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent) => {
      const place = placeByKey(event);
      const inDialog =
        event.target instanceof Element && event.target.closest('[aria-modal="true"]') !== null;
      if (place === null || event.defaultPrevented || inDialog) return;
      event.preventDefault();
      goToPlace(place);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open]);
}
