/**
 * Which properties stand at which place of the document's stream: pages of 512 bytes, found through a list.
 * Source: [MS-DOC] 2.8.5, 2.8.6 (PlcBte), 2.9.33, 2.9.174 (ChpxFkp, PapxFkp).
 */
import type { Fields } from './fields-of-bytes.ts';
import { findInterval, type PositionList } from './position-lists.ts';

export interface PropertyRun {
  /** End of the run, as an offset in the document's stream. */
  end: number;
  /** Style of a paragraph; 0 for characters. */
  style: number;
  /** Changes of properties. */
  list: Uint8Array;
}

const pageSize = 512;
const none = new Uint8Array();
const paragraphEntrySize = 13;

/** Looks up the run that holds an offset. Throws RangeError where a page lies outside of the document. */
export function propertyRuns(
  document: Fields,
  table: Fields,
  pages: PositionList,
  kind: 'character' | 'paragraph',
): (offset: number) => PropertyRun {
  let last: { start: number; run: PropertyRun } | null = null;
  return (offset) => {
    if (last !== null && offset >= last.start && offset < last.run.end) return last.run;
    const page = pages.find(offset);
    if (page < 0) return { end: offset + 1, style: 0, list: none };
    const at = (table.unsigned32(pages.record(page)) & 0x3fffff) * pageSize;
    const count = document.unsigned8(at + pageSize - 1);
    const position = (index: number) => document.unsigned32(at + index * 4);
    const index = findInterval(count, position, offset);
    if (index < 0) return { end: offset + 1, style: 0, list: none };
    const entries = at + (count + 1) * 4;
    const properties =
      kind === 'character'
        ? characterProperties(document, at, entries + index)
        : paragraphProperties(document, at, entries + index * paragraphEntrySize);
    last = { start: position(index), run: { end: position(index + 1), ...properties } };
    return last.run;
  };
}

function characterProperties(document: Fields, page: number, entry: number) {
  const at = document.unsigned8(entry) * 2;
  if (at === 0) return { style: 0, list: none };
  return { style: 0, list: document.slice(page + at + 1, document.unsigned8(page + at)) };
}

function paragraphProperties(document: Fields, page: number, entry: number) {
  const at = document.unsigned8(entry) * 2;
  if (at === 0) return { style: 0, list: none };
  const words = document.unsigned8(page + at);
  const start = page + at + (words === 0 ? 2 : 1);
  const size = words === 0 ? document.unsigned8(page + at + 1) * 2 : words * 2 - 1;
  if (size < 2) return { style: 0, list: none };
  return { style: document.unsigned16(start), list: document.slice(start + 2, size - 2) };
}
