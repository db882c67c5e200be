import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intentOfParagraphKey,
  moveCaret,
} from '../../../../../src/renderer/features/import/paragraph-keys.ts';

const press = (key: string, ctrl = false, rest = {}) =>
  intentOfParagraphKey({ key, ctrl, alt: false, composing: false, ...rest });

describe('keys of a paragraph', () => {
  it('split, join, classify and leave out', () => {
    expect(press('Enter')).toEqual({ do: 'split' });
    expect(press('Enter', true)).toEqual({ do: 'join' });
    expect(press('3')).toEqual({ do: 'level', level: 3 });
    expect(press('0')).toEqual({ do: 'body' });
    expect(press(' ')).toEqual({ do: 'openMenu', menu: 'kind' });
    expect(press('Delete')).toEqual({ do: 'openMenu', menu: 'reason' });
  });

  it('leave to others what is theirs: undo, the input method, the browser', () => {
    expect(press('z', true)).toBeNull();
    expect(press('1', true)).toBeNull();
    expect(press('Enter', false, { composing: true })).toBeNull();
    expect(press('ArrowLeft', false, { alt: true })).toBeNull();
    expect(press('Tab')).toBeNull();
  });
});

describe('the caret', () => {
  const text = '甲一。乙𠮷；丙';

  it('goes by characters, from the end it is entered at', () => {
    expect(moveCaret(text, null, 'right')).toBe(1);
    expect(moveCaret(text, null, 'left')).toBe(text.length - 1);
    expect(moveCaret(text, 4, 'right')).toBe(6);
    expect(moveCaret(text, 6, 'left')).toBe(4);
  });

  it('goes by sentences', () => {
    expect(moveCaret(text, 0, 'sentenceRight')).toBe(3);
    expect(moveCaret(text, 3, 'sentenceRight')).toBe(7);
    expect(moveCaret(text, 7, 'sentenceRight')).toBe(text.length);
    expect(moveCaret(text, text.length, 'sentenceLeft')).toBe(7);
    expect(moveCaret(text, 7, 'sentenceLeft')).toBe(3);
    expect(moveCaret(text, 3, 'sentenceLeft')).toBe(0);
  });

  it('never leaves the text', () => {
    const to = fc.constantFrom('left', 'right', 'sentenceLeft', 'sentenceRight', 'start', 'end');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲。；a𠮷 ') }), fc.array(to), (words, moves) => {
        const caret = moves.reduce<number | null>((at, move) => moveCaret(words, at, move), null);
        expect(caret ?? 0).toBeGreaterThanOrEqual(0);
        expect(caret ?? 0).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});
