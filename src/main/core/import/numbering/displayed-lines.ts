/** A word processor's paragraph as the lines it shows, its computed marker before the first one. */
import { type AutomaticNumbering, plainParagraph, type SourceParagraph } from '../source-document.ts';

/**
 * One source paragraph per line of `text`, blank ones included (they part their neighbours). The marker stands at the
 * first line that is not blank; a heading's level holds for that line, a title's for all.
 */
export function displayedLines(
  text: string,
  numbering: AutomaticNumbering | null,
  styleLevel: number | null,
): SourceParagraph[] {
  let marker = numbering;
  let level = styleLevel;
  return text.split('\n').map((line) => {
    if (line.trim() === '') return plainParagraph(line);
    const shown = marker === null ? line : `${marker.marker}${separated(marker.marker)}${line.trimStart()}`;
    const paragraph = { ...plainParagraph(shown), numbering: marker, styleLevel: level };
    marker = null;
    if (level !== 0) level = null;
    return paragraph;
  });
}

/** A marker without a closing mark is kept apart from the text, as its tab keeps it on the page. */
function separated(marker: string): string {
  return /[\p{L}\p{Nd}]$/u.test(marker) ? ' ' : '';
}
