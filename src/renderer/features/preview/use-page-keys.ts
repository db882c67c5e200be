import { useEffect } from 'react';

/**
 * Ctrl+P and Ctrl+F in the preview: the desktop window has neither by itself, and in a browser the pages are printed and
 * searched rather than the program around them. Other keys, and keys of an input method, are left alone.
 */
export function usePageKeys(onPrint: () => void, onFind: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      const act = event.code === 'KeyP' ? onPrint : event.code === 'KeyF' ? onFind : null;
      if (act === null || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
