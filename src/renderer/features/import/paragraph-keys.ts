/** What a key means while a paragraph of the result has the keyboard. */
import type { HeadingLevel } from '../../../shared/domain/edit-parsed.ts';

export interface PressedKey {
  key: string;
  ctrl: boolean;
  alt: boolean;
  composing: boolean;
}

export type ParagraphIntent =
  | { do: 'go'; to: 'previous' | 'next' | 'first' | 'last' }
  | { do: 'caret'; to: 'left' | 'right' | 'sentenceLeft' | 'sentenceRight' | 'start' | 'end' }
  | { do: 'split' }
  | { do: 'join' }
  | { do: 'level'; level: HeadingLevel }
  | { do: 'body' }
  | { do: 'openMenu'; menu: 'kind' | 'reason' };

const plain: Readonly<Record<string, ParagraphIntent>> = {
  ArrowUp: { do: 'go', to: 'previous' },
  ArrowDown: { do: 'go', to: 'next' },
  ArrowLeft: { do: 'caret', to: 'left' },
  ArrowRight: { do: 'caret', to: 'right' },
  Home: { do: 'caret', to: 'start' },
  End: { do: 'caret', to: 'end' },
  Enter: { do: 'split' },
  '0': { do: 'body' },
  '1': { do: 'level', level: 1 },
  '2': { do: 'level', level: 2 },
  '3': { do: 'level', level: 3 },
  '4': { do: 'level', level: 4 },
  ' ': { do: 'openMenu', menu: 'kind' },
  Delete: { do: 'openMenu', menu: 'reason' },
};

const withControl: Readonly<Record<string, ParagraphIntent>> = {
  ArrowLeft: { do: 'caret', to: 'sentenceLeft' },
  ArrowRight: { do: 'caret', to: 'sentenceRight' },
  Home: { do: 'go', to: 'first' },
  End: { do: 'go', to: 'last' },
  Enter: { do: 'join' },
};

export function intentOfParagraphKey({ key, ctrl, alt, composing }: PressedKey): ParagraphIntent | null {
  if (composing || alt) return null;
  return (ctrl ? withControl[key] : plain[key]) ?? null;
}

const sentenceMark = /[。！？；!?;]/;

/** Where the caret goes; `caret` is null while none is shown. Never inside a character of two units. */
export function moveCaret(
  text: string,
  caret: number | null,
  to: Extract<ParagraphIntent, { do: 'caret' }>['to'],
): number {
  const at = caret ?? (to === 'left' || to === 'sentenceLeft' ? text.length : 0);
  switch (to) {
    case 'start':
      return 0;
    case 'end':
      return text.length;
    case 'left':
      return Math.max(0, at - (Array.from(text.slice(0, at)).at(-1)?.length ?? 0));
    case 'right':
      return at + (Array.from(text.slice(at, at + 2)).at(0)?.length ?? 0);
    case 'sentenceRight': {
      const found = text.slice(at).search(sentenceMark);
      return found < 0 ? text.length : at + found + 1;
    }
    case 'sentenceLeft': {
      const before = text.slice(0, Math.max(0, at - 1));
      return Array.from(before).length === 0 ? 0 : lastMark(before) + 1;
    }
  }
}

function lastMark(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (sentenceMark.test(text[index] ?? '')) return index;
  }
  return -1;
}
