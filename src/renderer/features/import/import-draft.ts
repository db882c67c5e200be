/**
 * A report being corrected before it is kept: what it has become, and from which pieces of the source each paragraph
 * came, so that both can be shown side by side. Pure; every edit returns a new draft.
 */
import {
  countNonBlank,
  type HeadingLevel,
  joinWithNext,
  leaveOut,
  restoreDropped,
  setKind,
  splitParagraph,
} from '../../../shared/domain/edit-parsed.ts';
import type { DropReason, ParagraphKind, ParsedReport } from '../../../shared/domain/parsed-report.ts';

/** Non-blank characters `start` to `start + count` of a piece of the source. */
export interface Fragment {
  source: number;
  start: number;
  count: number;
}

export interface Draft {
  parsed: ParsedReport;
  /** One per paragraph; stays with a paragraph through every edit. */
  ids: readonly number[];
  /** The fragments of all paragraphs in one row: together they have as many characters as the paragraphs. */
  kept: readonly Fragment[];
  /** The fragments of each piece left out. */
  left: readonly (readonly Fragment[])[];
  nextId: number;
}

export type Facts = Pick<
  ParsedReport,
  'title' | 'year' | 'organization' | 'documentNumber' | 'addressee' | 'issuedOn'
>;

export type Edit =
  | { do: 'join'; index: number }
  | { do: 'split'; index: number; offset: number }
  | { do: 'kind'; index: number; kind: ParagraphKind; level?: HeadingLevel }
  | { do: 'leaveOut'; index: number; reason: DropReason }
  | { do: 'restore'; index: number; before: number }
  | { do: 'facts'; facts: Partial<Facts> };

/** The pieces of the source are numbered: first the paragraphs as they were read, then what was left out. */
export function startDraft(parsed: ParsedReport): Draft {
  const whole = (text: string, source: number): Fragment[] => {
    const count = countNonBlank(text);
    return count === 0 ? [] : [{ source, start: 0, count }];
  };
  const { paragraphs, dropped } = parsed;
  return {
    parsed,
    ids: paragraphs.map((_, index) => index),
    kept: paragraphs.flatMap(({ text }, index) => whole(text, index)),
    left: dropped.map(({ text }, index) => whole(text, paragraphs.length + index)),
    nextId: paragraphs.length,
  };
}

/** The draft after an edit; the same draft if the edit changes nothing. */
export function applyEdit(draft: Draft, edit: Edit): Draft {
  const parsed = editParsed(draft.parsed, edit);
  if (parsed === draft.parsed) return draft;
  const { ids, left, nextId } = draft;
  switch (edit.do) {
    case 'facts':
      return { ...draft, parsed };
    case 'join':
      return { ...draft, parsed, ids: ids.toSpliced(edit.index + 1, 1) };
    case 'split':
    case 'kind': {
      // A paragraph of several sentences that becomes a heading is cut, too.
      const grown = parsed.paragraphs.length > ids.length;
      return grown
        ? { ...draft, parsed, ids: ids.toSpliced(edit.index + 1, 0, nextId), nextId: nextId + 1 }
        : { ...draft, parsed };
    }
    case 'leaveOut': {
      const chunks = fragmentsByParagraph(draft);
      return {
        ...draft,
        parsed,
        ids: ids.toSpliced(edit.index, 1),
        kept: chunks.toSpliced(edit.index, 1).flat(),
        left: [...left, chunks[edit.index] ?? []],
      };
    }
    case 'restore': {
      const chunks = fragmentsByParagraph(draft);
      return {
        parsed,
        ids: ids.toSpliced(edit.before, 0, nextId),
        kept: chunks.toSpliced(edit.before, 0, [...(left[edit.index] ?? [])]).flat(),
        left: left.toSpliced(edit.index, 1),
        nextId: nextId + 1,
      };
    }
  }
}

function editParsed(parsed: ParsedReport, edit: Edit): ParsedReport {
  switch (edit.do) {
    case 'join':
      return joinWithNext(parsed, edit.index);
    case 'split':
      return splitParagraph(parsed, edit.index, edit.offset);
    case 'kind':
      return setKind(parsed, edit.index, edit.kind, edit.level);
    case 'leaveOut':
      return leaveOut(parsed, edit.index, edit.reason);
    case 'restore':
      return restoreDropped(parsed, edit.index, edit.before);
    case 'facts':
      return { ...parsed, ...edit.facts };
  }
}

/** For each paragraph the fragments of the source that it is made of, in order. */
export function fragmentsByParagraph({ parsed, kept }: Draft): Fragment[][] {
  let next = 0;
  let used = 0;
  return parsed.paragraphs.map(({ text }) => {
    const fragments: Fragment[] = [];
    let missing = countNonBlank(text);
    while (missing > 0) {
      const fragment = kept[next];
      if (fragment === undefined) break;
      const count = Math.min(missing, fragment.count - used);
      fragments.push({ source: fragment.source, start: fragment.start + used, count });
      missing -= count;
      used += count;
      if (used === fragment.count) {
        next += 1;
        used = 0;
      }
    }
    return fragments;
  });
}

/**
 * Where a piece left out would stand by the source's order: the index of the paragraph to restore it before. Null for
 * what the import itself left out, of which only the order among its like is known.
 */
export function placeBySource(draft: Draft, droppedIndex: number, keptSources: number): number | null {
  const first = draft.left[droppedIndex]?.[0];
  if (first === undefined || first.source >= keptSources) return null;
  const behind = fragmentsByParagraph(draft).findIndex((fragments) =>
    fragments.some(
      ({ source, start }) =>
        source < keptSources && (source > first.source || (source === first.source && start > first.start)),
    ),
  );
  return behind < 0 ? draft.ids.length : behind;
}
