/** The one intermediate form between the containers (text, word processors' files, web pages, fixed pages) and the understanding of a report. */
import type { DropReason, ParsedReport } from '../../../shared/domain/parsed-report.ts';
import type { Picture } from './pictures.ts';

/** A displayed marker that the word processor computed; it also stands at the start of the paragraph's text. */
export interface AutomaticNumbering {
  marker: string;
  /** Level of the list, 1–9. */
  level: number;
}

export interface SourceParagraph {
  /** As displayed, blanks included. A table's row has its cells joined by tabs. */
  text: string;
  /** `note`: a footnote or endnote, placed after the paragraph that refers to it. */
  place: 'text' | 'table' | 'note';
  /** Outline level that the paragraph's style names: 0 the title, 1–9 headings, null none. */
  styleLevel: number | null;
  numbering: AutomaticNumbering | null;
  /** An empty line stands before it. */
  blankBefore: boolean;
  /**
   * Lines of a text file may be pieces of a paragraph wrapped at a fixed width; a word processor's paragraphs are
   * whole, and only cut where a conversion cut them at a page's end.
   */
  mayBeWrapped: boolean;
}

export interface SourceDocument {
  paragraphs: SourceParagraph[];
  tables: ParsedReport['tables'];
  /** Left out by the container: headers, comments, deleted revisions. */
  dropped: { text: string; reason: DropReason }[];
  warnings: ParsedReport['warnings'];
  /** In the order in which they are shown. */
  pictures: Picture[];
}

/** A paragraph of which its container tells nothing but the text. */
export function plainParagraph(text: string, place: SourceParagraph['place'] = 'text'): SourceParagraph {
  return { text, place, styleLevel: null, numbering: null, blankBefore: false, mayBeWrapped: false };
}
