/**
 * Which content control of the returned file is which bound number. A control that was copied with its words stands
 * several times, one that was emptied stands for nothing. Pure.
 */
import { isNumberBookmark, numberBookmark, numberTag } from './control-tag.ts';
import type { ReturnedDocument, ReturnedRun } from './returned-document.ts';

/** A stretch of the file's text. */
export interface SettledRun {
  text: string;
  /** The place whose control stands around it; null for plain text. */
  bindingId: string | null;
  /** A second control of the same place, still showing what was printed there: the same number, said once more. */
  copy: boolean;
}

export interface SettledControls {
  settle(runs: readonly ReturnedRun[]): SettledRun[];
  /** What the file shows at a place, or null where its control is gone. */
  shown(bindingId: string): string | null;
}

/**
 * `printed`: what the report prints at each of its places. Of several controls of one place the first that still shows the
 * printed number counts, else the first of all, a bookmark only where there is no control; the others are copies where
 * they show the printed number, and typed words where they do not.
 */
export function settleControls(
  { blocks }: ReturnedDocument,
  printed: ReadonlyMap<string, string>,
): SettledControls {
  const named = new Map(
    [...printed.keys()].flatMap((id): [string, string][] => [
      [numberTag(id), id],
      [numberBookmark(numberTag(id)), id],
    ]),
  );
  const placeOf = ({ tag }: ReturnedRun) => (tag === null ? null : (named.get(tag) ?? null));
  const found = new Map<string, ReturnedRun[]>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const run of block.runs) {
      const id = placeOf(run);
      if (id === null || run.text.trim() === '') continue;
      const known = found.get(id);
      if (known === undefined) found.set(id, [run]);
      else known.push(run);
    }
  }
  const chosen = new Map<string, ReturnedRun>();
  for (const [id, runs] of found) {
    const [first] = runs.toSorted((a, b) => Number(isBookmark(a)) - Number(isBookmark(b)));
    const one = runs.find(({ text }) => text.trim() === printed.get(id)) ?? first;
    if (one !== undefined) chosen.set(id, one);
  }
  return {
    settle: (runs) =>
      runs.map((run): SettledRun => {
        const id = placeOf(run);
        const plain = { text: run.text, bindingId: null, copy: false };
        if (id === null || !chosen.has(id)) return plain;
        if (chosen.get(id) === run) return { text: run.text, bindingId: id, copy: false };
        return run.text.trim() === printed.get(id) ? { text: run.text, bindingId: id, copy: true } : plain;
      }),
    shown: (bindingId) => chosen.get(bindingId)?.text.trim() ?? null,
  };
}

function isBookmark({ tag }: ReturnedRun): boolean {
  return tag !== null && isNumberBookmark(tag);
}
