/** Whether a printed paragraph and one of the returned file say the same, by what the paragraph is. Pure. */
import { plainBlanks, withoutBlanks, withoutMarker } from './block-key.ts';
import { type PrintedParagraph, printedText } from './printed-block.ts';
import type { SettledRun } from './settle-controls.ts';

/** Of headings and run-in headings the marker does not count, of lines set by their width the blanks do not. */
export function sameText(printed: PrintedParagraph, text: string): boolean {
  const now = plainBlanks(text);
  const before = plainBlanks(printedText(printed));
  if (before === now) return true;
  if (printed.role === 'body' && printed.marker === '') return false;
  if (printed.marker === '') return withoutBlanks(before) === withoutBlanks(now);
  const unmarked = plainBlanks(before.slice(printed.marker.length));
  return unmarked === now || unmarked === plainBlanks(withoutMarker(now));
}

/** Whether only numbers inside their controls differ. */
export function sameWords(printed: PrintedParagraph, runs: readonly SettledRun[]): boolean {
  const controls = new Set(runs.flatMap(({ bindingId }) => bindingId ?? []));
  const mask = (run: { text: string; bindingId: string | null }) =>
    run.bindingId !== null && controls.has(run.bindingId) ? '\u0002' : run.text;
  const masked = {
    ...printed,
    runs: printed.runs.map((run) => ({ ...run, text: mask(run) })),
  };
  return sameText(masked, runs.map(mask).join(''));
}
