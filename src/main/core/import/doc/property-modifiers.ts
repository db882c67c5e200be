/** Sprms: single changes of properties. Source: [MS-DOC] 2.6.1, 2.9.115 (Prl, Sprm). */
import { type Fields, fieldsOf } from './fields-of-bytes.ts';

const tableDefinition = 0xd608;
const tabStops = 0xc615;
/** Sizes of operands by the three high bits; 6 is told by the operand. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** Calls `take` with each change; its operand starts at `at` in `fields`. An unfinished one at the end is left out. */
export function forEachModifier(
  list: Uint8Array,
  take: (code: number, fields: Fields, at: number) => void,
): void {
  const fields = fieldsOf(list);
  for (let at = 0; at + 2 < list.length; ) {
    const code = fields.unsigned16(at);
    at += 2;
    const size = operandSize(code, fields, at);
    if (at + size > list.length) return;
    take(code, fields, at);
    at += size;
  }
}

function operandSize(code: number, fields: Fields, at: number): number {
  const fixed = sizes[code >> 13] ?? 1;
  if (fixed !== 0) return fixed;
  if (code === tableDefinition) {
    // Its length counts from the second byte of the length itself.
    return at + 2 > fields.length ? fields.length : fields.unsigned16(at) + 1;
  }
  const length = fields.unsigned8(at);
  if (code !== tabStops || length !== 255) return length + 1;
  // Longer than a byte can tell: two lists of tab stops, the first with tolerances.
  const deleted = at + 1 < fields.length ? fields.unsigned8(at + 1) : 0;
  const addedAt = at + 2 + deleted * 4;
  const added = addedAt < fields.length ? fields.unsigned8(addedAt) : 0;
  return 3 + deleted * 4 + added * 3;
}
