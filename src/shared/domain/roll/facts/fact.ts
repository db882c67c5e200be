/** What a fact is, and how overlapping ones are told apart. */
import type { OpenItemKind } from '../../open-item.ts';

export interface Fact {
  kind: OpenItemKind;
  /** `text.slice(start, end)`, at most 200 characters. */
  text: string;
  start: number;
  end: number;
}

export interface Span {
  start: number;
  end: number;
}

/** Whether the outer span holds the whole inner one. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The places of all matches of a pattern with the flag g. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
