/** What a start that failed is called, from what the program left behind. */

export type StartProblem =
  /** The program said it itself, in words for the person. */
  | { kind: 'told'; sentence: string }
  /** It ended without such words: a bug, or somebody ended it. `trace` is for a technician. */
  | { kind: 'silent'; trace: string };

/** `complaint` is what the program wrote to its standard error before it ended. */
export function startProblem(complaint: string): StartProblem {
  const text = complaint.trim();
  const isTrace = /^\s+at .+:\d+:\d+\)?$/m.test(text);
  return text === '' || isTrace ? { kind: 'silent', trace: text } : { kind: 'told', sentence: text };
}
