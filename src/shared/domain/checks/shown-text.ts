/** A paragraph as it prints, and where each stretch of it comes from. */

import type { Condition } from '../condition.ts';
import type { BindingAttributes, FigureNode, ParagraphNode } from '../document.ts';
import type { PlaceState } from '../model.ts';
import { bindingCharacter } from '../roll/sentences.ts';

export interface ShownSpan {
  /** In the shown text. */
  start: number;
  end: number;
  /** In the text where each binding and figure counts as one character. */
  from: number;
  to: number;
  /** Null: literal text. */
  binding: BindingAttributes | null;
  /** Of a binding; literal text is `confirmed`. */
  state: PlaceState;
}

export interface ShownText {
  text: string;
  spans: readonly ShownSpan[];
  figures: readonly FigureNode['attrs'][];
}

export type ShowBinding = (binding: BindingAttributes) => { text: string; state: PlaceState };

/**
 * What is not printed, because its condition does not hold, is not there. A binding without a number prints as U+FFFC,
 * so that it has a place.
 */
export function shownText(
  paragraph: ParagraphNode,
  show: ShowBinding,
  printed: (condition: Condition) => boolean,
): ShownText {
  let text = '';
  let counted = 0;
  const spans: ShownSpan[] = [];
  const figures: FigureNode['attrs'][] = [];
  for (const node of paragraph.content ?? []) {
    const from = counted;
    counted += node.type === 'text' ? node.text.length : 1;
    if (node.type === 'figure') {
      figures.push(node.attrs);
      continue;
    }
    if (node.marks?.some(({ attrs }) => !printed(attrs))) continue;
    const shown =
      node.type === 'text' ? ({ text: node.text, state: 'confirmed' } as const) : show(node.attrs);
    const start = text.length;
    text += shown.text === '' ? bindingCharacter : shown.text;
    const binding = node.type === 'binding' ? node.attrs : null;
    spans.push({ start, end: text.length, from, to: counted, binding, state: shown.state });
  }
  return { text, spans, figures };
}

/** Where a stretch of shown text stands in the counted text; a stretch that touches a binding takes it whole. */
export function countedPlace({ spans }: ShownText, start: number, end: number): { from: number; to: number } {
  const touched = spans.filter((span) => span.start < end && start < span.end);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return { from: 0, to: 0 };
  return {
    from: first.binding === null ? first.from + Math.max(0, start - first.start) : first.from,
    to: last.binding === null ? last.from + Math.min(end, last.end) - last.start : last.to,
  };
}

/** The first binding that a stretch of shown text touches. */
export function bindingAt({ spans }: ShownText, start: number, end: number): BindingAttributes | null {
  return spans.find((span) => span.binding !== null && span.start < end && start < span.end)?.binding ?? null;
}

/** Whether a stretch is literal text of one piece, so that it may be replaced. */
export function isLiteral({ spans }: ShownText, start: number, end: number): boolean {
  return spans.some((span) => span.binding === null && span.start <= start && end <= span.end);
}
