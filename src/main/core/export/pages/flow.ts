/** What the pages are filled from: the report as a row of parts that know their heights and how to draw themselves. */
import type { PageBlock } from '../../../../shared/domain/paged-document.ts';

/** The text area of a page. Twips from the page's top left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface FlowRow {
  /** Twips. */
  height: number;
  /** Lines of the grid that it takes. */
  lines: number;
}

/** Rows `from` to before `to` of a part, the first of them `top` twips below the page's top edge. */
export interface Slice {
  from: number;
  to: number;
  top: number;
}

export interface FlowPart {
  /** Twips of white above, which is left out at the top of a page. */
  before: number;
  rows: readonly FlowRow[];
  /** How many of its first rows are repeated where it is continued: a table's header. */
  header: number;
  /** Begins on a new page. */
  newPage: boolean;
  /** Stands on a page that is turned when bound. */
  landscape: boolean;
  /** Never parted into pages. */
  whole: boolean;
  /** Its last row stands on the page on which the next part begins. */
  keepNext: boolean;
  /** Of `keepNext`, which rows move with the next part: all, or only the last. */
  moves: 'all' | 'last';
  /** Stands on the bottom of the text area, not below what is before it. */
  atBottom: boolean;
  draw: (slice: Slice, area: Area) => PageBlock[];
}

/** A part as most are: it flows, may be parted and keeps nothing. */
export const flowing = {
  before: 0,
  header: 0,
  newPage: false,
  landscape: false,
  whole: false,
  keepNext: false,
  moves: 'all',
  atBottom: false,
} as const;

export function heightOf(rows: readonly FlowRow[]): number {
  return rows.reduce((height, row) => height + row.height, 0);
}
