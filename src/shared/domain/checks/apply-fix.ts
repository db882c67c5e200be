/** Carries out the fix that a finding offers. */
import type { ChapterDocument, InlineNode, ParagraphNode } from '../document.ts';
import { replacedStretch } from '../propose/accept-quantities.ts';
import { markedText } from '../propose/found-in-chapters.ts';
import type { FindingFix } from './finding.ts';

/**
 * The chapter's text with the fix in it, or null where the words it would replace no longer stand at their place: then
 * nothing may be changed. `newId` is the identity of a new binding.
 */
export function withFix(
  body: ChapterDocument,
  paragraph: number,
  fix: FindingFix,
  newId: string,
): ChapterDocument | null {
  const old = body.content[paragraph];
  if (old === undefined || markedText(old).slice(fix.from, fix.to) !== fix.old) return null;
  const node: Exclude<InlineNode, { type: 'figure' }> =
    fix.kind === 'replace'
      ? { type: 'text', text: fix.text }
      : {
          type: 'binding',
          attrs: { id: newId, indicatorId: fix.indicatorId, yearOffset: 0, format: fix.format },
        };
  const content = replacedStretch(old.content ?? [], { start: fix.from, end: fix.to }, node);
  const fixed: ParagraphNode = { ...old, content: joined(content) };
  return { ...body, content: body.content.map((one, index) => (index === paragraph ? fixed : one)) };
}

/** Neighbouring texts with the same marks are one node, as in the editor. */
function joined(nodes: readonly InlineNode[]): InlineNode[] {
  const result: InlineNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(node.marks) === JSON.stringify(last.marks)
    ) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else result.push(node);
  }
  return result;
}
