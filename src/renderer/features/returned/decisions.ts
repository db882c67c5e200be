/** What the person has decided about an edited copy so far. Pure. */
import type { ReturnedChangeView, ReturnedNumberView } from '../../../shared/contract/returned-methods.ts';
import type { NumberDecision } from '../../../shared/domain/returned/returned-change.ts';

export interface Choices {
  /** By the change's key: true to take it. */
  changes: ReadonlyMap<string, boolean>;
  numbers: ReadonlyMap<string, NumberDecision>;
}

export interface Decidable {
  changes: readonly ReturnedChangeView[];
  numbers: readonly ReturnedNumberView[];
}

export const noChoices: Choices = { changes: new Map(), numbers: new Map() };

/** A change of numbers alone is decided by its numbers. */
export function isTakeable({ refusal, words }: ReturnedChangeView): boolean {
  return refusal === null && words;
}

/** Whether there is more than one way to deal with it. */
export function isDecidable({ value, overridable }: ReturnedNumberView): boolean {
  return value !== null || overridable;
}

export function countOpen({ changes, numbers }: Decidable, choices: Choices): number {
  const openChanges = changes.filter((one) => isTakeable(one) && !choices.changes.has(one.key));
  const openNumbers = numbers.filter((one) => isDecidable(one) && !choices.numbers.has(one.key));
  return openChanges.length + openNumbers.length;
}

export function countChosen(choices: Choices): { changes: number; numbers: number } {
  return {
    changes: [...choices.changes.values()].filter((taken) => taken).length,
    numbers: [...choices.numbers.values()].filter((decision) => decision !== 'leave').length,
  };
}

/** All changes of words at once; numbers are looked at one by one. */
export function chooseAll({ changes }: Decidable, choices: Choices, taken: boolean): Choices {
  const all = changes.filter(isTakeable).map(({ key }): [string, boolean] => [key, taken]);
  return { ...choices, changes: new Map(all) };
}
