/** Each key that the help tells, pressed where it is defined. */
import type { AnyExtension } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { places } from '../../../../../src/renderer/app/route.ts';
import { placeByKey } from '../../../../../src/renderer/app/use-place-keys.ts';
import { undoDirection } from '../../../../../src/renderer/app/use-undo-keys.ts';
import { intentOfKey, type TypingMode } from '../../../../../src/renderer/features/data/grid-keys.ts';
import {
  type ShortcutGroup,
  shortcutGroups,
  shortcuts,
} from '../../../../../src/renderer/features/help/shortcuts.ts';
import { isHelpKey } from '../../../../../src/renderer/features/help/use-help-key.ts';
import { intentOfParagraphKey } from '../../../../../src/renderer/features/import/paragraph-keys.ts';
import { pageKeyOf } from '../../../../../src/renderer/features/preview/use-page-keys.ts';
import { zoomKeyOf } from '../../../../../src/renderer/features/preview/use-zoom.ts';
import { tourKeyOf } from '../../../../../src/renderer/features/tour/use-tour-keys.ts';
import { BindKeys } from '../../../../../src/renderer/features/write/editor/bind-keys.ts';
import { BindingKeys } from '../../../../../src/renderer/features/write/editor/binding-keys.ts';
import { CarriedParagraph } from '../../../../../src/renderer/features/write/editor/carried-paragraph.ts';
import { ConditionKeys } from '../../../../../src/renderer/features/write/editor/condition-keys.ts';
import { OpenFacts } from '../../../../../src/renderer/features/write/editor/open-facts.ts';
import { suggestionTrigger } from '../../../../../src/renderer/features/write/editor/suggestion.ts';
import { outlineIntentOf } from '../../../../../src/renderer/features/write/outline/outline-keys.ts';

/** «Ctrl+Shift+Z» as a key press. */
function press(keys: string) {
  const parts = keys === 'Ctrl++' ? ['Ctrl', '+'] : keys.split('+');
  const named = parts.at(-1) ?? '';
  const arrows: Record<string, string> = {
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
    Esc: 'Escape',
    Space: ' ',
  };
  const key = arrows[named] ?? named;
  const code = /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const [ctrl, alt, shift] = ['Ctrl', 'Alt', 'Shift'].map((one) => parts.includes(one));
  return {
    key,
    code,
    ctrl: ctrl ?? false,
    alt: alt ?? false,
    shift: shift ?? false,
    ctrlKey: ctrl ?? false,
    altKey: alt ?? false,
    shiftKey: shift ?? false,
    metaKey: false,
    composing: false,
    isComposing: false,
  };
}

/** The keys that an extension of the editor listens to, as the help writes them. */
function editorKeys(...extensions: Pick<AnyExtension, 'config'>[]): string[] {
  return extensions.flatMap(({ config }) => {
    const made: unknown = Reflect.apply(config.addKeyboardShortcuts ?? (() => ({})), { options: {} }, []);
    return Object.keys(made ?? {}).map((keys) =>
      keys
        .replace('Mod-', 'Ctrl+')
        .replace('Alt-', 'Alt+')
        .replace(/\+([a-z])$/, (_, key: string) => `+${key.toUpperCase()}`),
    );
  });
}

const grid = (keys: string, mode: TypingMode = 'standing') => intentOfKey(press(keys), mode);
const outline = (keys: string) => outlineIntentOf(press(keys));
const paragraph = (keys: string) => intentOfParagraphKey(press(keys));

/** What each key does where it is defined; the same groups and names as the help’s. */
const proofs = {
  everywhere: {
    help: (keys) => expect(isHelpKey(press(keys))).toBe(true),
    places: (keys) =>
      expect(['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5'].map((one) => placeByKey(press(one)))).toEqual(
        keys === 'Alt+1 … Alt+5' ? places : null,
      ),
    undo: (keys) => expect(undoDirection(press(keys))).toBe('undo'),
    redo: (keys) => expect(undoDirection(press(keys))).toBe('redo'),
  },
  write: {
    insert: (keys) => expect(keys).toBe(suggestionTrigger),
    confirm: (keys) => expect(editorKeys(CarriedParagraph)).toContain(keys),
    fact: (keys) => expect(editorKeys(OpenFacts)).toContain(keys),
    bind: (keys) => expect(editorKeys(BindKeys)).toContain(keys),
    condition: (keys) => expect(editorKeys(ConditionKeys)).toContain(keys),
    open: (keys) => expect(editorKeys(BindingKeys).filter((one) => one === keys)).toHaveLength(1),
  },
  outline: {
    choose: () =>
      expect([outline('↑'), outline('↓')]).toEqual([
        { do: 'go', to: 'previous' },
        { do: 'go', to: 'next' },
      ]),
    write: (keys) => expect(outline(keys)).toEqual({ do: 'write' }),
    rename: (keys) => expect(outline(keys)).toEqual({ do: 'rename' }),
    move: () => expect(outline('Alt+↑')).toEqual({ do: 'move', direction: 'up' }),
    level: () => expect(outline('Alt+→')).toEqual({ do: 'move', direction: 'deeper' }),
    remove: (keys) => expect(outline(keys)).toEqual({ do: 'remove' }),
  },
  data: {
    down: (keys) => expect(grid(keys)).toEqual({ do: 'nextRow', direction: 'down' }),
    right: (keys) => expect(grid(keys)).toEqual({ do: 'nextField', direction: 'right' }),
    edit: (keys) => expect(grid(keys)).toEqual({ do: 'edit' }),
    cancel: (keys) => expect(grid(keys)).toEqual({ do: 'cancel' }),
    carry: (keys) => expect(grid(keys)).toEqual({ do: 'act', action: 'carry' }),
    confirm: (keys) => expect(grid(keys)).toEqual({ do: 'act', action: 'confirm' }),
    notApplicable: (keys) => expect(grid(keys)).toEqual({ do: 'act', action: 'notApplicable' }),
    clear: (keys) => expect(grid(keys)).toEqual({ do: 'act', action: 'clear' }),
    fillDown: (keys) => expect(grid(keys)).toEqual({ do: 'fill', direction: 'down' }),
    fillRight: (keys) => expect(grid(keys)).toEqual({ do: 'fill', direction: 'right' }),
    fillTyped: (keys) => expect(grid(keys, 'typing')).toEqual({ do: 'fillTyped' }),
    all: (keys) => expect(grid(keys)).toEqual({ do: 'selectAll' }),
    menu: (keys) => expect(grid(keys)).toEqual({ do: 'menu' }),
    moveRow: () => expect(grid('Alt+↑')).toEqual({ do: 'moveRow', direction: 'up' }),
  },
  preview: {
    print: (keys) => expect(pageKeyOf(press(keys))).toBe('print'),
    find: (keys) => expect(pageKeyOf(press(keys))).toBe('find'),
    larger: (keys) => expect(zoomKeyOf(press(keys))).toBe('in'),
    smaller: (keys) => expect(zoomKeyOf(press(keys))).toBe('out'),
    actual: (keys) => expect(zoomKeyOf(press(keys))).toBe('actual'),
  },
  import: {
    choose: () => expect(paragraph('↓')).toEqual({ do: 'go', to: 'next' }),
    caret: () => expect(paragraph('→')).toEqual({ do: 'caret', to: 'right' }),
    split: (keys) => expect(paragraph(keys)).toEqual({ do: 'split' }),
    join: (keys) => expect(paragraph(keys)).toEqual({ do: 'join' }),
    level: (keys) =>
      expect(keys.split(' ').map(paragraph)).toEqual([1, 2, 3, 4].map((level) => ({ do: 'level', level }))),
    body: (keys) => expect(paragraph(keys)).toEqual({ do: 'body' }),
    kind: (keys) => expect(paragraph(keys)).toEqual({ do: 'openMenu', menu: 'kind' }),
    leaveOut: (keys) => expect(paragraph(keys)).toEqual({ do: 'openMenu', menu: 'reason' }),
  },
  tour: {
    switch: (keys) => expect(tourKeyOf(press(keys))).toBe('switch'),
    leave: (keys) => expect(tourKeyOf(press(keys))).toBe('leave'),
  },
} satisfies { [G in ShortcutGroup]: { [K in keyof (typeof shortcuts)[G]]: (keys: string) => void } };

describe.each(shortcutGroups)('the keys of %s', (group) => {
  const checks: Record<string, (keys: string) => void> = proofs[group];
  it.each(Object.entries(shortcuts[group]))('%s: %s', (name, keys) => checks[name]?.(keys));
});

it('tells every key that the editor’s own extensions have, but for what any text field does', () => {
  const told = new Set<string>(Object.values(shortcuts.write));
  const own = editorKeys(CarriedParagraph, OpenFacts, BindKeys, ConditionKeys, BindingKeys);
  expect(own.filter((keys) => !told.has(keys))).toEqual([]);
});
