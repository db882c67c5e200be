import { useEffect } from 'react';
import { reportSession } from './report-session.ts';
import type { Direction } from './session/undo-actions.ts';

/** What the key asks of the report: Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z; null for every other one, and while composing. */
export function undoDirection(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>,
): Direction | null {
  if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.code === 'KeyZ') return event.shiftKey ? 'redo' : 'undo';
  return event.code === 'KeyY' ? 'redo' : null;
}

/**
 * A field in which something is being typed undoes that itself, and so does whatever dialog lies over the report. A field
 * says by `data-undo="report"` that nothing in it waits to be taken over.
 */
function undoesItself(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return (isField && target.dataset.undo !== 'report') || target.closest('[aria-modal="true"]') !== null;
}

/** Undo and redo on the open report, wherever on the screen the keyboard is; texts and grid ask for it themselves. */
export function useUndoKeys(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent) => {
      const direction = undoDirection(event);
      if (direction === null || event.defaultPrevented || undoesItself(event.target)) return;
      event.preventDefault();
      void reportSession.getState()[direction]();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open]);
}
