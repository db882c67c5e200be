/**
 * Headings without a marker or a style, in a report that has no others: short lines standing alone over paragraphs.
 * Precision first: one such line proves nothing, and a report with any marked heading has none.
 */
import { endsSentence } from '../../../../shared/domain/text/characters.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { isOpen, type Line } from './line.ts';

/** Longer lines may be broken-off paragraphs; shorter text below may be a list's next item. */
const longestHeading = 19;
const shortestParagraph = 40;
const fewest = 2;
const name = /^[\u4e00-\u9fff“”（）()、\d]{4,}$/;

/** Indices of the headings; empty unless the whole report is written so. */
export function unmarkedHeadings(lines: readonly Line[]): Set<number> {
  const marked = lines.some(
    (line) => isOpen(line) && (findMarker(line.text, line.numbering) !== null || (line.styleLevel ?? 0) > 0),
  );
  if (marked) return new Set();
  const found = lines.flatMap((_, index) => (standsAlone(lines, index) ? [index] : []));
  return new Set(found.length < fewest ? [] : found);
}

function standsAlone(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !isOpen(line) || line.text.length > longestHeading || !name.test(line.text))
    return false;
  const above = lines[index - 1];
  const below = lines[index + 1];
  return (
    (above === undefined || !isOpen(above) || endsSentence(above.text)) &&
    below !== undefined &&
    isOpen(below) &&
    below.text.length >= shortestParagraph &&
    endsSentence(below.text)
  );
}
