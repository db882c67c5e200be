import type { AcceptanceUndo } from '../../../shared/contract.ts';

/** What became of a round of claiming. */
export interface Accepted {
  bound: number;
  /** Accepted, but the table held another number. */
  kept: number;
  /** Handed back, it undoes the round. */
  previous: AcceptanceUndo;
}
