/**
 * Which content control of the returned file is which bound number. A control that was copied with its words stands
 * several times, one that was emptied stands for nothing. Pure.
 */
import { readControlTag } from './control-tag.ts';
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
 * `printed`: what the report prints at a place, null for a place that it does not have. Of several controls of one place
 * the first that still shows the printed number counts, else the first of all; the others are copies where they show the
 * printed number, and typed words where they do not.
 */
export function settleControls(
  { blocks }: ReturnedDocument,
  printed: (bindingId: string) => string | null,
): SettledControls {
  const found = new Map<string, ReturnedRun[]>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const run of block.runs) {
      const id = placeOf(run);
      if (id !== null && run.text.trim() !== '' && printed(id) !== null) {
        found.set(id, [...(found.get(id) ?? []), run]);
      }
    }
  }
  const chosen = new Map<string, ReturnedRun>();
  for (const [id, runs] of found) {
    const one = runs.find(({ text }) => text.trim() === printed(id)) ?? runs[0];
    if (one !== undefined) chosen.set(id, one);
  }
  return {
    settle: (runs) =>
      runs.map((run): SettledRun => {
        const id = placeOf(run);
        const plain = { text: run.text, bindingId: null, copy: false };
        if (id === null || !chosen.has(id)) return plain;
        if (chosen.get(id) === run) return { text: run.text, bindingId: id, copy: false };
        return run.text.trim() === printed(id) ? { text: run.text, bindingId: id, copy: true } : plain;
      }),
    shown: (bindingId) => chosen.get(bindingId)?.text.trim() ?? null,
  };
}

function placeOf({ tag }: ReturnedRun): string | null {
  const read = tag === null ? null : readControlTag(tag);
  return read?.kind === 'number' ? read.bindingId : null;
}
