/** What is to be decided about a returned file. */
import type { ParagraphNode } from '../document.ts';
import type { Report } from '../model.ts';
import type { TableRefusal } from './number-offer.ts';
import type { PrintedRole } from './printed-block.ts';
import type { ReturnedAside, ReturnedComment } from './returned-document.ts';

export const changeKinds = ['changed', 'added', 'removed', 'moved', 'split', 'joined'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Why a change is only told. `outside`: it stands in no chapter; `figure`: words of a table or chart, which are made from
 * the indicators; `frame`: a line that is made from the report's data; `heading`: a heading put in, struck out or moved;
 * `gone`: the paragraph is no longer in the report; `apart`: what was joined does not stand together; `tooLong`;
 * `masked`: the file is the public version, from which private data was taken out.
 */
export const notTakeable = [
  'outside',
  'figure',
  'frame',
  'heading',
  'gone',
  'apart',
  'tooLong',
  'masked',
] as const;
export type NotTakeable = (typeof notTakeable)[number];

/** A stretch of a chapter's paragraphs, by their indices now, and what comes into its place. */
export interface ChapterEdit {
  chapterId: string;
  from: number;
  /** 0: put in before `from`. */
  count: number;
  nodes: ParagraphNode[];
}

export type ReportPatch = Partial<
  Pick<Report, 'title' | 'documentNumber' | 'addressee' | 'signature' | 'issuedOn'>
>;

/** What taking a change does. */
export interface ChangeAct {
  edits: ChapterEdit[];
  heading: { chapterId: string; heading: string } | null;
  report: ReportPatch | null;
}

export interface LostNumber {
  bindingId: string;
  indicatorName: string;
  /** What was printed there. */
  shown: string;
}

export interface ReturnedChange {
  /** Names the change in this comparison. */
  key: string;
  kind: ChangeKind;
  /** Counted from 1 among the paragraphs and tables of the file; of the report, where it was struck out. */
  paragraph: number;
  role: PrintedRole | 'table';
  /** Marker and heading of the chapter it stands in; '' for none. */
  chapter: string;
  chapterId: string | null;
  /** As printed when the file was written, and as it stands in the file; null where there is none. */
  before: string | null;
  after: string | null;
  /** As it is printed now, where that is something else than `before`. */
  now: string | null;
  /** Whether more than numbers inside their controls has changed: then it can be taken as a whole. */
  words: boolean;
  refusal: NotTakeable | null;
  /** Places whose number the new text no longer holds: what stands there now is typed. */
  lost: LostNumber[];
  /** Who recorded changes in it, as the file names them. */
  authors: string[];
}

export type PlannedChange = ReturnedChange & { act: ChangeAct | null };

export interface ReturnedNumber {
  key: string;
  /** The change that it stands in, or null. */
  changeKey: string | null;
  place: { kind: 'text'; bindingId: string } | { kind: 'cell'; figureId: string };
  indicatorId: string;
  indicatorName: string;
  year: number;
  /** What the table says there now, and what the file says. */
  table: string;
  file: string;
  /** What would be written into the table; null where it cannot be, and why. */
  value: string | null;
  refusal: TableRefusal | null;
  /** Whether the words of the file may stand there in place of the table's. */
  overridable: boolean;
}

export type NumberDecision = 'table' | 'override' | 'leave';

export interface PlacedComment extends ReturnedComment {
  changeKey: string | null;
  chapter: string;
  chapterId: string | null;
  /** The file's paragraph that it hangs on; '' where none is known. */
  paragraph: string;
}

export interface ReturnedComparison {
  changes: PlannedChange[];
  numbers: ReturnedNumber[];
  comments: PlacedComment[];
  asides: ReturnedAside[];
  /** Blocks that answer each other, unchanged or not; all of the report, all of the file. */
  known: { related: number; printed: number; returned: number };
}
