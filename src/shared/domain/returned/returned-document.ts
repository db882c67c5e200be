/** A .docx that came back, as its reader hands it on: what it shows once all tracked changes are taken as meant. */

/** A stretch of text; `tag` is that of the content control around it, or the name of the bookmark where that is lost. */
export interface ReturnedRun {
  text: string;
  tag: string | null;
}

/** A change that the program which made it has recorded. */
export interface ReturnedRevision {
  kind: 'inserted' | 'deleted';
  author: string;
  text: string;
}

/** The text of a paragraph or cell; a line break is «\n», a tab «\t». */
export interface ReturnedText {
  runs: ReturnedRun[];
  revisions: ReturnedRevision[];
  /** Ids of the comments that hang on it. */
  comments: string[];
}

export interface ReturnedParagraph extends ReturnedText {
  kind: 'paragraph';
  /** Whether its style or outline level makes it a heading. */
  heading: boolean;
}

export interface ReturnedTable {
  kind: 'table';
  rows: ReturnedText[][];
}

export type ReturnedBlock = ReturnedParagraph | ReturnedTable;

export interface ReturnedComment {
  id: string;
  /** As the file has them; '' where it says none. */
  author: string;
  date: string;
  text: string;
  /** The words that it was hung on, shortened; '' where it marks a place only. */
  quote: string;
}

/** Text that stands outside of the report's paragraphs and is told, not taken. */
export interface ReturnedAside {
  kind: 'note' | 'textBox' | 'deletedRow' | 'hidden';
  text: string;
}

export interface ReturnedDocument {
  blocks: ReturnedBlock[];
  comments: ReturnedComment[];
  asides: ReturnedAside[];
}

export function runsText(runs: readonly { text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}
