/** The importer's law, as tests ask for it: every non-blank character is kept or listed as left out. */
import type { ParsedReport } from '../../../../../src/shared/domain/parsed-report.ts';

/** Non-blank characters, sorted, so that two texts can be compared as bags of characters. */
export function bagOfCharacters(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('');
}

export function keptText(parsed: ParsedReport): string {
  return parsed.paragraphs.map((paragraph) => paragraph.text).join('\n');
}

export function accountedText(parsed: ParsedReport): string {
  return `${keptText(parsed)}\n${parsed.dropped.map((piece) => piece.text).join('\n')}`;
}

/** Whether the characters of `part` stand in `whole` in the same order. */
export function isInOrder(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part.replace(/\s/g, '')) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
