import { useEffect } from 'react';
import { openHelp } from './help-store.ts';

/** F1 alone; the desktop's menu presses the same key. */
export function isHelpKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  return key === 'F1' && !ctrlKey && !metaKey && !altKey && !shiftKey && !isComposing;
}

/** The help by its key from anywhere, before a grid or an editor could take it. */
export function useHelpKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isHelpKey(event)) return;
      event.preventDefault();
      openHelp();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
