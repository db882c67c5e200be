/** Headers that a conversion left at each page's start: the same short line again and again. */
import { withoutBlanks } from '../../../../shared/domain/text/characters.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { isOpen, type Line } from './line.ts';

const lengths = { least: 6, most: 40 };
/** So often a line is repeated by pages alone; beside page numbers twice is enough. */
const repetitions = { alone: 3, besidePageNumbers: 2 };

/**
 * Indices of running headers among lines whose page numbers are known already. `front`: number of lines before the
 * text, where the first of them is the title itself and stays.
 */
export function runningHeaders(lines: readonly Line[], front: number): Set<number> {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const compact = withoutBlanks(line.text);
    if (!isOpen(line) || compact.length < lengths.least || compact.length > lengths.most) return;
    if (/[，。；：！？,;:]/.test(compact) || findMarker(line.text, line.numbering) !== null) return;
    places.set(compact, [...(places.get(compact) ?? []), index]);
  });
  const found = new Set<number>();
  for (const indices of places.values()) {
    const later = indices.filter((index) => index >= front);
    const beside = later.filter((index) => isPageNumber(lines[index - 1]) || isPageNumber(lines[index + 1]));
    const repeated =
      (indices.length >= repetitions.alone && later.length >= 2) ||
      (indices.length >= repetitions.besidePageNumbers && beside.length === later.length && later.length > 0);
    if (repeated) for (const index of later) found.add(index);
  }
  return found;
}

function isPageNumber(line: Line | undefined): boolean {
  return line?.drop === 'pageNumber';
}
