/** Under which words a person's choice is remembered. */
import type { Clause } from './clause.ts';

const longest = 16;

/** The words directly around the number, short enough to come again next year. */
export function rememberedWords({ before, after }: Clause): string {
  return `${before.slice(-longest)}…${after.slice(0, longest / 2)}`;
}
