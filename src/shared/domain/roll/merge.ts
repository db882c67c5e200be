/** Taking corrections of last year's text over into this year's, without touching what this year has changed. */
import {
  type BindingAttributes,
  type ChapterDocument,
  emptyDocument,
  type ParagraphNode,
  paragraphText,
  withoutOverrides,
} from '../document.ts';
import { figureInText, figuresOf } from '../figure-print.ts';
import { conditionsOf } from '../printed.ts';
import { type Alignable, alignItems } from './align.ts';
import { wordsOf } from './normal-form.ts';
import { bindingCharacter, paragraphPlain } from './sentences.ts';

/** The three states of one chapter. */
export interface MergeInput {
  /** Last year's text when this year was begun from it. */
  base: ChapterDocument;
  /** Last year's text now. */
  theirs: ChapterDocument;
  /** This year's text. */
  ours: ChapterDocument;
}

export interface MergeChange {
  kind: 'clean' | 'conflict';
  /** Last year's paragraph then and now; null: it was not there, or is gone. */
  before: string | null;
  after: string | null;
  /** This year's paragraph at that place, or null. */
  now: string | null;
}

interface PlannedChange {
  kind: MergeChange['kind'];
  before: ParagraphNode | null;
  after: ParagraphNode | null;
  /** Index in ours of what it concerns, or null. */
  at: number | null;
  /** For an addition: the index in ours behind which it stands; −1 for the beginning. */
  behind: number;
}

/**
 * What changed from base to theirs and is not yet in ours, in order. A change is `clean` if ours still has the base
 * paragraph as it was carried, undecided; a paragraph that somebody confirmed or edited makes it a `conflict`. A new
 * paragraph is clean, as it stands beside what ours has. `show` renders bindings; without it they are U+FFFC.
 */
export function mergeChanges(
  input: MergeInput,
  show: (binding: BindingAttributes) => string = () => bindingCharacter,
): MergeChange[] {
  const textOf = (paragraph: ParagraphNode | null | undefined) =>
    paragraph === null || paragraph === undefined ? null : paragraphText(paragraph, show, figureInText);
  return plan(input).map(({ kind, before, after, at }) => ({
    kind,
    before: textOf(before),
    after: textOf(after),
    now: at === null ? null : textOf(input.ours.content[at]),
  }));
}

/**
 * Ours with all clean changes made, and how many. Paragraphs taken over are marked as carried from `carriedFrom` with
 * nothing accepted. Every paragraph of ours that differs from base stays as it is, and where it is.
 */
export function applyClean(input: MergeInput & { carriedFrom: number }): {
  document: ChapterDocument;
  taken: number;
} {
  const { ours, carriedFrom } = input;
  const clean = plan(input).filter((change) => change.kind === 'clean');
  if (clean.length === 0) return { document: ours, taken: 0 };
  const changedAt = new Map(clean.flatMap((change) => (change.at === null ? [] : [[change.at, change]])));
  const addedBehind = Map.groupBy(
    clean.filter((change) => change.at === null),
    (change) => change.behind,
  );
  const carried = ({ content }: ParagraphNode): ParagraphNode =>
    content === undefined
      ? { type: 'paragraph', attrs: { carriedFrom: null } }
      : { type: 'paragraph', attrs: { carriedFrom }, content: withoutOverrides(content) };
  const additions = (behind: number) =>
    (addedBehind.get(behind) ?? []).flatMap(({ after }) => (after === null ? [] : [carried(after)]));
  const content = [
    ...additions(-1),
    ...ours.content.flatMap((paragraph, index) => {
      const change = changedAt.get(index);
      const own = change === undefined ? [paragraph] : change.after === null ? [] : [carried(change.after)];
      return [...own, ...additions(index)];
    }),
  ];
  return {
    document: content.length === 0 ? emptyDocument() : { ...ours, content },
    taken: clean.length,
  };
}

function plan({ base, theirs, ours }: MergeInput): PlannedChange[] {
  const bases = base.content.map(alignable);
  const theirItems = theirs.content.map(alignable);
  const ourItems = ours.content.map(alignable);
  const inOurs = new Map<number, number>();
  const takenOfOurs = new Set<number>();
  for (const { left, right } of alignItems(bases, ourItems)) {
    if (left === null || right === null) continue;
    inOurs.set(left, right);
    takenOfOurs.add(right);
  }
  const sameAsBase = (index: number, at: number) => bases[index]?.key === ourItems[at]?.key;
  const undecided = (at: number) => {
    const paragraph = ours.content[at];
    return (
      paragraph !== undefined && (paragraph.content === undefined || paragraph.attrs.carriedFrom !== null)
    );
  };
  /** Somebody has already written it this year. */
  const takeOwn = (key: string) => {
    const at = ourItems.findIndex((item, index) => item.key === key && !takenOfOurs.has(index));
    if (at !== -1) takenOfOurs.add(at);
    return at !== -1;
  };

  let behind = -1;
  return alignItems(bases, theirItems).flatMap(({ left, right }): PlannedChange[] => {
    const before = left === null ? null : (base.content[left] ?? null);
    const after = right === null ? null : (theirs.content[right] ?? null);
    const at = left === null ? null : (inOurs.get(left) ?? null);
    if (at !== null) behind = at;
    const key = right === null ? undefined : theirItems[right]?.key;
    if (left === null) {
      const written = key !== undefined && takeOwn(key);
      return written ? [] : [{ kind: 'clean', before, after, at: null, behind }];
    }
    const unchanged = bases[left]?.key === key;
    const already = at === null ? after === null : ourItems[at]?.key === key;
    if (unchanged || already) return [];
    const clean = at !== null && sameAsBase(left, at) && undecided(at);
    return [{ kind: clean ? 'clean' : 'conflict', before, after, at, behind }];
  });
}

/**
 * The identity of the place of a binding, a figure or a conditional passage is left out: it differs when last year's
 * report was brought in again.
 */
function alignable(paragraph: ParagraphNode): Alignable {
  const key = paragraphText(paragraph, ({ indicatorId, yearOffset, format }) => {
    const shown = JSON.stringify([indicatorId, yearOffset, Object.entries(format).toSorted()]);
    return `${bindingCharacter}${shown}`;
  });
  const document = { type: 'doc' as const, content: [paragraph] };
  const figures = figuresOf(document).map(
    ({ form, title, indicatorIds, years }) =>
      `${bindingCharacter}${JSON.stringify([form, title, indicatorIds, years])}`,
  );
  const conditions = conditionsOf(document).map((one) => [
    one.indicatorId,
    one.yearOffset,
    one.test,
    one.limit,
  ]);
  const asked = conditions.length === 0 ? '' : JSON.stringify(conditions);
  return {
    key: key + figures.join('') + asked,
    words: wordsOf(paragraphPlain(paragraph), { units: false }),
  };
}
