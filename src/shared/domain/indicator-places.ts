/** Where a chapter's text shows an indicator or hangs on it. */
import type { Condition } from './condition.ts';
import type { BindingAttributes, ChapterDocument, InlineNode, ParagraphNode } from './document.ts';

export interface PlaceInText {
  kind: 'binding' | 'figure' | 'condition';
  /** The sentence around a number; a figure's title; the passage that a condition holds. */
  sentence: string;
}

/** All places of a document in reading order. `show` gives what a binding shows. */
export function placesOf(
  document: ChapterDocument,
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): PlaceInText[] {
  return document.content.flatMap((paragraph) => placesInParagraph(paragraph, indicatorId, show));
}

function placesInParagraph(
  { content = [] }: ParagraphNode,
  indicatorId: string,
  show: (binding: BindingAttributes) => string,
): PlaceInText[] {
  const textOf = (node: InlineNode) =>
    node.type === 'text' ? node.text : node.type === 'binding' ? show(node.attrs) : '';
  const places: PlaceInText[] = [];
  const passages = new Set<string>();
  content.forEach((node, index) => {
    const condition = conditionOf(node);
    if (condition?.indicatorId === indicatorId && !passages.has(condition.id)) {
      passages.add(condition.id);
      const passage = content.filter((one) => conditionOf(one)?.id === condition.id);
      places.push({ kind: 'condition', sentence: passage.map(textOf).join('') });
    }
    if (node.type === 'figure' && node.attrs.indicatorIds.includes(indicatorId)) {
      places.push({ kind: 'figure', sentence: node.attrs.title });
    }
    if (node.type === 'binding' && node.attrs.indicatorId === indicatorId) {
      places.push({ kind: 'binding', sentence: sentenceAround(content, index, textOf) });
    }
  });
  return places;
}

function conditionOf(node: InlineNode): Condition | undefined {
  return node.type === 'figure' ? undefined : node.marks?.[0]?.attrs;
}

/** A sentence ends with its closing mark; what a number shows ends none. */
function sentenceAround(
  nodes: readonly InlineNode[],
  index: number,
  textOf: (node: InlineNode) => string,
): string {
  let before = '';
  for (const node of nodes.slice(0, index)) {
    const text = textOf(node);
    const end =
      node.type === 'text' ? Math.max(...['。', '；', '！', '？'].map((mark) => text.lastIndexOf(mark))) : -1;
    before = end < 0 ? before + text : text.slice(end + 1);
  }
  let after = '';
  for (const node of nodes.slice(index)) {
    const text = textOf(node);
    const end = node.type === 'text' ? text.search(/[。；！？]/) : -1;
    after += end < 0 ? text : text.slice(0, end + 1);
    if (end >= 0) break;
  }
  return before + after;
}
