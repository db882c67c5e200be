/** A text file as source paragraphs: one per line, whatever ends a line. */
import { importWarnings } from '../import-warnings.ts';
import { plainParagraph, type SourceDocument, type SourceParagraph } from '../source-document.ts';
import type { DecodedText } from './decode-text.ts';

/** CR LF, LF, CR, vertical tab, form feed (a page's end), line and paragraph separator. */
const lineEnds = /\r\n|[\n\r\v\f\u2028\u2029]/;

/** The lines of a decoded text that hold anything but blanks. */
export function readText(decoded: DecodedText): SourceDocument {
  const paragraphs: SourceParagraph[] = [];
  let blankBefore = false;
  for (const line of decoded.text.split(lineEnds)) {
    if (line.trim() === '') {
      blankBefore = true;
    } else {
      paragraphs.push({ ...plainParagraph(line), blankBefore, mayBeWrapped: true });
      blankBefore = false;
    }
  }
  const warnings = [];
  if (decoded.guessed) warnings.push(importWarnings.encodingGuessed(decoded.encoding));
  if (decoded.undecodable > 0) warnings.push(importWarnings.undecodable(decoded.undecodable));
  return { paragraphs, tables: [], dropped: [], warnings, pictures: [] };
}
