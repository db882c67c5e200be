/** Cuts through the runs of a paragraph. Pure. */
import { runsText } from './returned-document.ts';
import type { SettledRun } from './settle-controls.ts';

/** What stands behind the first `count` UTF-16 units; a control that is cut through is no longer one. */
export function runsBehind(runs: readonly SettledRun[], count: number): SettledRun[] {
  let left = count;
  return runs.flatMap((run): SettledRun[] => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    if (cut === 0) return [run];
    return cut === run.text.length ? [] : [{ text: run.text.slice(cut), bindingId: null, copy: false }];
  });
}

export interface HeadedRuns {
  /** Without marker and closing mark. */
  heading: string;
  body: SettledRun[];
}

const closing = /[。．.；;，,：:、\s]+$/u;

/**
 * A paragraph that begins with a run-in heading, taken apart. `known`: the heading that was printed there, with its closing
 * mark; where the text begins otherwise, its first sentence is the heading. Null where no sentence ends.
 */
export function headedRuns(
  runs: readonly SettledRun[],
  known: string,
  withoutMarker: (text: string) => string,
): HeadedRuns | null {
  const text = runsText(runs);
  const rest = withoutMarker(text.trimStart()).trimStart();
  const start = text.length - rest.length;
  const end = rest.startsWith(known) ? known.length : rest.search(/[。！？!?…]/u) + 1;
  if (end === 0) return null;
  return {
    heading: rest.slice(0, end).replace(closing, ''),
    body: runsBehind(runs, start + end),
  };
}
