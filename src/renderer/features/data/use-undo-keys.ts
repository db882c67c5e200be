import { useEffect } from 'react';
import { intentOfKey } from './grid-keys.ts';
import { redoAct, undoAct } from './number-acts.ts';

/** Undo and redo for the whole place, wherever the keyboard is; text fields keep theirs. */
export function useUndoKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key, code, shiftKey: shift, altKey: alt, isComposing: composing } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const ctrl = event.ctrlKey || event.metaKey;
      const intent = intentOfKey({ key, code, ctrl, shift, alt, composing }, 'standing');
      if (intent?.do !== 'undo' && intent?.do !== 'redo') return;
      event.preventDefault();
      if (intent.do === 'undo') undoAct();
      else redoAct();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
