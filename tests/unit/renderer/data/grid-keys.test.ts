import { describe, expect, it } from 'vitest';
import { intentOfKey, type KeyPress } from '../../../../src/renderer/features/data/grid-keys.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: key, ctrl: false, shift: false, alt: false, composing: false, ...more };
}

describe('intentOfKey', () => {
  it.each(['standing', 'typing', 'editing'] as const)(
    'leaves every key to a composing input method (%s)',
    (mode) => {
      for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'Backspace', 'Process']) {
        expect(intentOfKey(press(key, { composing: true }), mode)).toBeNull();
      }
    },
  );

  it.each(['standing', 'typing', 'editing'] as const)('moves on with Enter and Tab (%s)', (mode) => {
    expect(intentOfKey(press('Enter'), mode)).toEqual({ do: 'nextRow', direction: 'down' });
    expect(intentOfKey(press('Enter', { shift: true }), mode)).toEqual({ do: 'nextRow', direction: 'up' });
    expect(intentOfKey(press('Tab'), mode)).toEqual({ do: 'nextField', direction: 'right' });
    expect(intentOfKey(press('Tab', { shift: true }), mode)).toEqual({ do: 'nextField', direction: 'left' });
  });

  it('lets characters through to the field', () => {
    expect(intentOfKey(press('5'), 'standing')).toBeNull();
    expect(intentOfKey(press('不'), 'standing')).toBeNull();
  });

  it('keeps arrows in a text that F2 opened, and ends a begun text with them', () => {
    expect(intentOfKey(press('ArrowLeft'), 'editing')).toBeNull();
    expect(intentOfKey(press('ArrowLeft'), 'typing')).toMatchObject({ do: 'move', direction: 'left' });
    expect(intentOfKey(press('ArrowLeft', { shift: true }), 'typing')).toBeNull();
  });

  it.each(['typing', 'editing'] as const)('fills all marked cells with Ctrl+Enter (%s)', (mode) => {
    expect(intentOfKey(press('Enter', { ctrl: true }), mode)).toEqual({ do: 'fillTyped' });
    expect(intentOfKey(press('Enter', { ctrl: true, composing: true }), mode)).toBeNull();
  });

  it('never acts on cells while a text is typed', () => {
    for (const key of [press('Delete'), press('F2'), press('z', { code: 'KeyZ', ctrl: true })]) {
      expect(intentOfKey(key, 'typing')).toBeNull();
    }
  });

  it.each([
    [press('Delete'), { do: 'act', action: 'clear' }],
    [press('y', { code: 'KeyY', alt: true }), { do: 'act', action: 'carry' }],
    [press('q', { code: 'KeyQ', alt: true }), { do: 'act', action: 'confirm' }],
    [press('b', { code: 'KeyB', alt: true }), { do: 'act', action: 'notApplicable' }],
    [press('z', { code: 'KeyZ', ctrl: true }), { do: 'undo' }],
    [press('Z', { code: 'KeyZ', ctrl: true, shift: true }), { do: 'redo' }],
    [press('y', { code: 'KeyY', ctrl: true }), { do: 'redo' }],
    [press('F2'), { do: 'edit' }],
    [press('ArrowDown', { ctrl: true }), { do: 'move', direction: 'down', extend: false, toEdge: true }],
    [press('Home', { ctrl: true }), { do: 'corner', corner: 'first', extend: false }],
    [press('End', { ctrl: true, shift: true }), { do: 'corner', corner: 'last', extend: true }],
    [press('Home'), { do: 'move', direction: 'left', extend: false, toEdge: true }],
    [press('PageDown', { shift: true }), { do: 'page', direction: 'down', extend: true }],
    [press('a', { code: 'KeyA', ctrl: true }), { do: 'selectAll' }],
    [press('d', { code: 'KeyD', ctrl: true }), { do: 'fill', direction: 'down' }],
    [press('r', { code: 'KeyR', ctrl: true }), { do: 'fill', direction: 'right' }],
    [press('Enter', { ctrl: true }), null],
    [press('c', { code: 'KeyC', ctrl: true }), null],
    [press('v', { code: 'KeyV', ctrl: true }), null],
  ])('understands %o', (key, intent) => {
    expect(intentOfKey(key, 'standing')).toEqual(intent);
  });
});
