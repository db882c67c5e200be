/** What automatic numbering consists of, whichever word processor's file it was read from. */

export interface ListLevel {
  start: number;
  /** ST_NumberFormat, «chineseCounting». */
  format: string;
  /** «（%1）»; %k is the number of level k (from 1). */
  text: string;
  /** All numbers shown as digits (w:isLgl). */
  digitsOnly: boolean;
  /** The level (from 1) whose use restarts this one; 0: never; null: each higher level. */
  restart: number | null;
  /** Paragraph style tied to this level, or null. */
  style: string | null;
}

export interface ListInstance {
  /** Lists of the same definition count on together. */
  definition: string;
  levels: Map<number, ListLevel>;
  /** Levels that start anew where this list first appears. */
  startOverrides: Map<number, number>;
}
