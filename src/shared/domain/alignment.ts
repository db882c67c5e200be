/** Two texts side by side, paragraph by paragraph. */
import { z } from 'zod';

/**
 * `unchanged` the same words and numbers; `numbers` the same words, other numbers or dates; `edited` rewritten; `new`
 * only at the right; `dropped` only at the left.
 */
export const alignmentKinds = ['unchanged', 'numbers', 'edited', 'new', 'dropped'] as const;
export type AlignmentKind = (typeof alignmentKinds)[number];

export const alignedPairSchema = z.object({
  kind: z.enum(alignmentKinds),
  left: z.string().nullable(),
  right: z.string().nullable(),
});
export type AlignedPair = z.infer<typeof alignedPairSchema>;
