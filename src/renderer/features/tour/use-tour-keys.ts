import { type RefObject, useEffect } from 'react';

/** F6 goes from the card to what it points at and back; Esc leaves, unless a field, a card or a dialog has it. */
export type TourKey = 'switch' | 'leave';

export function tourKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): TourKey | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.key === 'F6') return 'switch';
  return event.key === 'Escape' ? 'leave' : null;
}

function keepsEscape(target: EventTarget | null, card: HTMLElement | null): boolean {
  if (!(target instanceof Element) || card?.contains(target)) return false;
  return target.closest('[role="dialog"], [role="menu"], input, textarea, [contenteditable="true"]') !== null;
}

export function useTourKeys(
  card: RefObject<HTMLElement | null>,
  acts: { toCard: () => void; toTarget: () => void; leave: () => void },
): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = tourKeyOf(event);
      if (key === null || event.defaultPrevented) return;
      if (key === 'leave' && keepsEscape(event.target, card.current)) return;
      event.preventDefault();
      if (key === 'leave') acts.leave();
      else if (card.current?.contains(document.activeElement)) acts.toTarget();
      else acts.toCard();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
