/**
 * The keys of the program, for the help. They are defined where they work; a test presses each of them there, so that
 * none can be told here that is not, or is another.
 */
export const shortcutGroups = [
  'everywhere',
  'write',
  'outline',
  'data',
  'preview',
  'import',
  'tour',
] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

export const shortcuts = {
  everywhere: {
    help: 'F1',
    places: 'Alt+1 … Alt+5',
    undo: 'Ctrl+Z',
    redo: 'Ctrl+Y',
  },
  write: {
    insert: '@',
    confirm: 'Ctrl+Enter',
    fact: 'Alt+Enter',
    bind: 'Alt+Y',
    condition: 'Alt+C',
    open: 'Enter',
  },
  outline: {
    choose: '↑ ↓',
    write: 'Enter',
    rename: 'F2',
    move: 'Alt+↑ ↓',
    level: 'Alt+← →',
    remove: 'Delete',
  },
  data: {
    down: 'Enter',
    right: 'Tab',
    edit: 'F2',
    cancel: 'Esc',
    carry: 'Alt+Y',
    confirm: 'Alt+Q',
    notApplicable: 'Alt+B',
    clear: 'Delete',
    fillDown: 'Ctrl+D',
    fillRight: 'Ctrl+R',
    fillTyped: 'Ctrl+Enter',
    all: 'Ctrl+A',
    menu: 'Shift+F10',
    moveRow: 'Alt+↑ ↓',
  },
  preview: {
    print: 'Ctrl+P',
    find: 'Ctrl+F',
    larger: 'Ctrl++',
    smaller: 'Ctrl+-',
    actual: 'Ctrl+0',
  },
  import: {
    choose: '↑ ↓',
    caret: '← →',
    split: 'Enter',
    join: 'Ctrl+Enter',
    level: '1 2 3 4',
    body: '0',
    kind: 'Space',
    leaveOut: 'Delete',
  },
  tour: {
    switch: 'F6',
    leave: 'Esc',
  },
} as const satisfies Record<ShortcutGroup, Record<string, string>>;
