/** What a key asks for while a chapter of the outline has the keyboard. */
import type { MoveDirection } from './move-target.ts';

export type OutlineIntent =
  | { do: 'go'; to: RowStep }
  | { do: 'move'; direction: MoveDirection }
  | { do: 'write' }
  | { do: 'rename' }
  | { do: 'remove' };

type RowStep = 'previous' | 'next' | 'first' | 'last';

const plain: Readonly<Record<string, OutlineIntent>> = {
  ArrowUp: { do: 'go', to: 'previous' },
  ArrowDown: { do: 'go', to: 'next' },
  Home: { do: 'go', to: 'first' },
  End: { do: 'go', to: 'last' },
};

const withAlt: Readonly<Record<string, OutlineIntent>> = {
  ArrowUp: { do: 'move', direction: 'up' },
  ArrowDown: { do: 'move', direction: 'down' },
  ArrowLeft: { do: 'move', direction: 'higher' },
  ArrowRight: { do: 'move', direction: 'deeper' },
};

const either: Readonly<Record<string, OutlineIntent>> = {
  Enter: { do: 'write' },
  F2: { do: 'rename' },
  Delete: { do: 'remove' },
};

export function outlineIntentOf({ key, altKey }: { key: string; altKey: boolean }): OutlineIntent | null {
  return (altKey ? withAlt : plain)[key] ?? either[key] ?? null;
}

/** The row that a step from `index` leads to, or undefined where there is none. */
export function rowBeside<T>(rows: readonly T[], index: number, to: RowStep): T | undefined {
  switch (to) {
    case 'next':
      return rows[index + 1];
    case 'previous':
      return rows[index - 1];
    case 'first':
      return rows[0];
    case 'last':
      return rows.at(-1);
  }
}
