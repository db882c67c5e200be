/** Where in the report's chapters something that the file has put in would stand. Pure. */
import type { Gap } from './change-acts.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { BlockMatch } from './match-blocks.ts';
import type { PrintedBlock } from './printed-block.ts';

/** Lines of the head, behind which the first text of the report may stand. */
const headRoles: readonly string[] = ['redHead', 'documentNumber', 'title', 'addressee'];

/** For each match the gap before it, or null where it would stand in no chapter. */
export function gapsBefore(view: ComparisonView, matches: readonly BlockMatch[]): (Gap | null)[] {
  let gap: Gap | null = null;
  let inHead = true;
  return matches.map((match, index) => {
    const before = inHead ? gapAtStart(view, matches.slice(index)) : gap;
    const stands = standing(match).flatMap((left) => view.now(left) ?? []);
    const last = stands.at(-1);
    if (last !== undefined) {
      inHead &&= last.kind === 'paragraph' && headRoles.includes(last.role);
      gap = gapBehind(last);
    }
    return before;
  });
}

/** What of the report stands at a match: also what was struck out, as it is there until that is taken. */
function standing(match: BlockMatch): number[] {
  return match.kind === 'added' || match.kind === 'moved' ? [] : [match.left].flat();
}

function gapBehind(block: PrintedBlock): Gap | null {
  if (block.chapterId === null) return null;
  if (block.kind === 'paragraph' && block.role === 'heading') return { chapterId: block.chapterId, from: 0 };
  return block.paragraph === null ? null : { chapterId: block.chapterId, from: block.paragraph + 1 };
}

/** Before the first paragraph, where that is text without a heading. */
function gapAtStart(view: ComparisonView, matches: readonly BlockMatch[]): Gap | null {
  for (const match of matches) {
    for (const left of standing(match)) {
      const now = view.now(left);
      if (now === null || (now.kind === 'paragraph' && headRoles.includes(now.role))) continue;
      const isText = now.kind === 'paragraph' && now.role === 'body' && now.heading === '';
      return isText && now.chapterId !== null && now.paragraph !== null
        ? { chapterId: now.chapterId, from: now.paragraph }
        : null;
    }
  }
  return null;
}
