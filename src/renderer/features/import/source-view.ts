/** What the source's side shows of a draft: which paragraphs a piece became, and which parts of it are left out. */
import type { DropReason } from '../../../shared/domain/parsed-report.ts';
import { type Draft, type Fragment, fragmentsByParagraph } from './import-draft.ts';

/** A part of a piece of the source; `leftOut` is the reason, or null for what is in the text. */
export interface Segment {
  start: number;
  text: string;
  leftOut: DropReason | null;
}

export interface SourceView {
  /** Sources by paragraph id, and paragraph ids by source. */
  sourcesOf: ReadonlyMap<number, readonly number[]>;
  paragraphsOf: ReadonlyMap<number, readonly number[]>;
  /** Only pieces of which a part changed sides; all others are as they were read. */
  segments: ReadonlyMap<number, readonly Segment[]>;
}

/** `texts`: the pieces of the source; the first `keptSources` of them were read as paragraphs. */
export function viewSource(draft: Draft, texts: readonly string[], keptSources: number): SourceView {
  const sourcesOf = new Map<number, number[]>();
  const paragraphsOf = new Map<number, number[]>();
  const chunks = fragmentsByParagraph(draft);
  chunks.forEach((fragments, index) => {
    const id = draft.ids[index] ?? -1;
    for (const { source } of fragments) {
      add(sourcesOf, id, source);
      add(paragraphsOf, source, id);
    }
  });
  const changed = new Set([
    ...draft.left.flat().flatMap(({ source }) => (source < keptSources ? [source] : [])),
    ...draft.kept.flatMap(({ source }) => (source >= keptSources ? [source] : [])),
  ]);
  const parts = new Map<number, (Fragment & { leftOut: DropReason | null })[]>();
  const collect = (fragments: readonly Fragment[], leftOut: DropReason | null) => {
    for (const fragment of fragments) {
      if (!changed.has(fragment.source)) continue;
      const known = parts.get(fragment.source);
      if (known === undefined) parts.set(fragment.source, [{ ...fragment, leftOut }]);
      else known.push({ ...fragment, leftOut });
    }
  };
  if (changed.size > 0) {
    for (const fragments of chunks) collect(fragments, null);
    draft.left.forEach((fragments, index) => {
      collect(fragments, draft.parsed.dropped[index]?.reason ?? null);
    });
  }
  const segments = new Map(
    [...parts].map(([source, fragments]) => [source, cutText(texts[source] ?? '', fragments)]),
  );
  return { sourcesOf, paragraphsOf, segments };
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** The text cut where its fragments begin; blanks stay with what stands before them. */
function cutText(text: string, fragments: readonly (Fragment & { leftOut: DropReason | null })[]): Segment[] {
  const ordered = fragments.toSorted((left, right) => left.start - right.start);
  const segments: Segment[] = [];
  let count = 0;
  let next = 0;
  for (const unit of text.split('')) {
    const fragment = ordered[next];
    if (/\S/.test(unit)) {
      if (fragment !== undefined && fragment.start === count) {
        segments.push({ start: fragment.start, text: '', leftOut: fragment.leftOut });
        next += 1;
      }
      count += 1;
    }
    const current = segments.at(-1);
    if (current !== undefined) current.text += unit;
  }
  return segments;
}
