/** Counts automatic numbering through a document and gives the markers as they are displayed. */

import type { ListInstance, ListLevel } from './lists.ts';
import { formatNumber } from './number-formats.ts';

export interface NumberingCounters {
  /** The marker of the next paragraph of list `numId` at `level` (from 0); null if it shows none. Counts on. */
  next(numId: string, level: number): string | null;
  /** The level (from 0) of a list that is tied to a paragraph style, or null. */
  levelOfStyle(numId: string, styleId: string): number | null;
}

/** Deepest level of a list (w:ilvl 0–8). */
const levelCount = 9;

export function createNumberingCounters(lists: ReadonlyMap<string, ListInstance>): NumberingCounters {
  /** Current numbers of each definition's levels; undefined: to be started. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(numId, level) {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined || level >= levelCount) return null;
      const numbers =
        counts.get(list.definition) ?? new Array<number | undefined>(levelCount).fill(undefined);
      counts.set(list.definition, numbers);
      // An override starts its level anew where the list first appears, and only there.
      if (!begun.has(numId)) for (const index of list.startOverrides.keys()) numbers[index] = undefined;
      begun.add(numId);
      numbers[level] = (numbers[level] ?? startOf(list, level) - 1) + 1;
      for (let higher = 0; higher < level; higher += 1) numbers[higher] ??= startOf(list, higher);
      for (let deeper = level + 1; deeper < levelCount; deeper += 1) {
        const restart = list.levels.get(deeper)?.restart ?? null;
        if (restart === null || level < restart) numbers[deeper] = undefined;
      }
      return displayed(own, list, numbers);
    },
    levelOfStyle(numId, styleId) {
      for (const [index, level] of lists.get(numId)?.levels ?? []) if (level.style === styleId) return index;
      return null;
    },
  };
}

function displayed(
  own: ListLevel,
  list: ListInstance,
  numbers: readonly (number | undefined)[],
): string | null {
  if (own.format === 'bullet') return null;
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = own.digitsOnly ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal');
    return formatNumber(numbers[index] ?? startOf(list, index), format);
  });
  const marker = text.trim();
  return marker === '' ? null : marker;
}

function startOf(list: ListInstance, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1;
}
