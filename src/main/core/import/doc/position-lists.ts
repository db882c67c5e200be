/** PLCs: ascending positions with a record between each two of them. Source: [MS-DOC] 2.2.2. */
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Fields } from './fields-of-bytes.ts';
import type { Place } from './file-information.ts';

export interface PositionList {
  /** Number of records. */
  count: number;
  /** Position at which record `index` starts; `count` gives the end of the last. */
  position(index: number): number;
  /** Where record `index` stands in the table stream. */
  record(index: number): number;
  /** The record that covers `position`, or -1. */
  find(position: number): number;
}

/** Throws ExpectedFailure import.damaged if the list reaches beyond the stream. */
export function readPositionList(table: Fields, { at, size }: Place, recordSize: number): PositionList {
  if (size !== 0 && at + size > table.length) throw new ExpectedFailure('import.damaged');
  const count = Math.max(0, Math.floor((size - 4) / (4 + recordSize)));
  const position = (index: number) => table.unsigned32(at + index * 4);
  return {
    count,
    position,
    record: (index) => at + (count + 1) * 4 + index * recordSize,
    find: (sought) => findInterval(count, position, sought),
  };
}

/** The interval [position(i), position(i + 1)) that holds `sought`, by halving; -1 if none does. */
export function findInterval(count: number, position: (index: number) => number, sought: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (position(middle) > sought) high = middle - 1;
    else if (position(middle + 1) <= sought) low = middle + 1;
    else return middle;
  }
  return -1;
}
