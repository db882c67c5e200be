import { useEffect } from 'react';

export function pageKeyOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): 'print' | 'find' | null {
  if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.code === 'KeyP') return 'print';
  return event.code === 'KeyF' ? 'find' : null;
}

/**
 * Ctrl+P and Ctrl+F in the preview: the desktop window has neither by itself, and in a browser the pages are printed and
 * searched rather than the program around them. Other keys, and keys of an input method, are left alone.
 */
export function usePageKeys(onPrint: () => void, onFind: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = pageKeyOf(event);
      if (key === null || event.defaultPrevented) return;
      event.preventDefault();
      if (key === 'print') onPrint();
      else onFind();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
