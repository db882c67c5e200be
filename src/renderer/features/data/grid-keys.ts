/** What a key press in the grid asks for. Decided here, carried out by the grid component. */
import type { Direction } from './cell-selection.ts';

export interface KeyPress {
  key: string;
  code: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  /** An input method is composing: the key belongs to it, Enter included. */
  composing: boolean;
}

/**
 * `standing`: nothing is being typed. `typing`: begun by a character, arrow keys finish it. `editing`: begun with F2
 * or a double click, arrow keys stay inside the text.
 */
export type TypingMode = 'standing' | 'typing' | 'editing';

export type CellAction = 'carry' | 'confirm' | 'notApplicable' | 'clear';

export type GridIntent =
  | { do: 'move'; direction: Direction; extend: boolean; toEdge: boolean }
  | { do: 'page'; direction: 'up' | 'down'; extend: boolean }
  | { do: 'corner'; corner: 'first' | 'last'; extend: boolean }
  | { do: 'nextRow'; direction: 'up' | 'down' }
  | { do: 'nextField'; direction: 'left' | 'right' }
  | { do: 'edit' }
  | { do: 'cancel' }
  | { do: 'act'; action: CellAction }
  /** Ctrl+D, Ctrl+R: the first row (column) of the marked block over the rest of it. */
  | { do: 'fill'; direction: 'down' | 'right' }
  /** Ctrl+Enter: what is being typed into all marked cells. */
  | { do: 'fillTyped' }
  | { do: 'selectAll' }
  /** The indicator one row up or down. */
  | { do: 'moveRow'; direction: 'up' | 'down' }
  | { do: 'menu' }
  | { do: 'undo' }
  | { do: 'redo' };

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Initials of the Chinese words: 沿用 (Y), 确认 (Q), 不适用 (B). */
const actionCodes: Record<string, CellAction> = {
  KeyY: 'carry',
  KeyQ: 'confirm',
  KeyB: 'notApplicable',
};

/** Null: not ours, the browser and the text field do what they do. While something is typed, moving also finishes it. */
export function intentOfKey(press: KeyPress, mode: TypingMode): GridIntent | null {
  if (press.composing) return null;
  const direction = press.shift ? 'up' : 'down';
  if (press.key === 'Enter' && !press.alt && !press.ctrl) return { do: 'nextRow', direction };
  if (press.key === 'Tab' && !press.alt && !press.ctrl) {
    return { do: 'nextField', direction: press.shift ? 'left' : 'right' };
  }
  if (press.key === 'Escape') return { do: 'cancel' };
  return mode === 'standing' ? intentWhileStanding(press) : intentWhileTyping(press, mode);
}

function intentWhileTyping(press: KeyPress, mode: 'typing' | 'editing'): GridIntent | null {
  if (press.key === 'Enter' && press.ctrl && !press.alt) return { do: 'fillTyped' };
  const arrow = arrows[press.key];
  if (mode === 'editing' || arrow === undefined || press.shift || press.ctrl || press.alt) return null;
  return { do: 'move', direction: arrow, extend: false, toEdge: false };
}

function intentWhileStanding(press: KeyPress): GridIntent | null {
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shift)) return { do: 'menu' };
  if (press.alt) {
    if (!press.ctrl && press.key === 'ArrowUp') return { do: 'moveRow', direction: 'up' };
    if (!press.ctrl && press.key === 'ArrowDown') return { do: 'moveRow', direction: 'down' };
    const action = press.ctrl ? undefined : actionCodes[press.code];
    return action === undefined ? null : { do: 'act', action };
  }
  const arrow = arrows[press.key];
  if (arrow !== undefined) {
    return { do: 'move', direction: arrow, extend: press.shift, toEdge: press.ctrl };
  }
  switch (press.key) {
    case 'F2':
      return { do: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { do: 'act', action: 'clear' };
    case 'Home':
    case 'End':
      if (press.ctrl) {
        return { do: 'corner', corner: press.key === 'Home' ? 'first' : 'last', extend: press.shift };
      }
      return {
        do: 'move',
        direction: press.key === 'Home' ? 'left' : 'right',
        extend: press.shift,
        toEdge: true,
      };
    case 'PageUp':
    case 'PageDown':
      return { do: 'page', direction: press.key === 'PageUp' ? 'up' : 'down', extend: press.shift };
  }
  return press.ctrl ? intentWithControl(press) : null;
}

function intentWithControl(press: KeyPress): GridIntent | null {
  switch (press.code) {
    case 'KeyA':
      return { do: 'selectAll' };
    case 'KeyD':
      return { do: 'fill', direction: 'down' };
    case 'KeyR':
      return { do: 'fill', direction: 'right' };
    case 'KeyZ':
      return { do: press.shift ? 'redo' : 'undo' };
    case 'KeyY':
      return { do: 'redo' };
    default:
      return null;
  }
}
