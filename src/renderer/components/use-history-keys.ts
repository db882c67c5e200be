import { useEffect } from 'react';

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) wherever the keyboard is; text fields keep theirs. */
export function useHistoryKeys(onUndo: () => void, onRedo: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !redo) return;
      event.preventDefault();
      if (redo) onRedo();
      else onUndo();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onUndo, onRedo]);
}
